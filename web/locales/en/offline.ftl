# Without internet, and installing the site on a device.

offline-title = Without internet
offline-intro = You are not connected to the internet at the moment. You can still search for and read about services: this device has stored them.
offline-needs-script = To be read without internet, this page needs JavaScript.
offline-made = Date of the stored data: { $date }
offline-old = The stored data is more than a week old. Please call first to check that everything is still right.
offline-missing = No services are stored on this device yet. Open the Sozialatlas once with an internet connection.
offline-nothing = This page is not available without internet.
offline-asks-more = Some of your filters only work with an internet connection, for example distance or time.
offline-left-out = To protect people, some services are not stored on the device. You only see them with an internet connection.
offline-more = Show more services
offline-last = Your last search
offline-hours = Opening hours for the week from the date of the data
offline-app-description = Social services near you: advice, meeting places, help
js-offline-banner = You are not connected to the internet. What you see may be out of date.
js-offline-link = Stored services
