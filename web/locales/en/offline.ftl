# Without internet, and installing the site on a device.

offline-title = Without internet
offline-intro = You are not connected to the internet at the moment. You can still search and read offers: this device has saved them.
offline-needs-script = Reading without internet needs JavaScript on this page.
offline-made = Date of the saved data: { $date }
offline-old = The saved data are more than a week old. Please call first to check that everything is still right.
offline-missing = No offers are saved on this device yet. Open the Sozialatlas once with internet.
offline-nothing = This page is not available without internet.
offline-left-out = Some offers are not saved on the device, out of consideration. You can see them only with internet.
offline-more = Show more offers
offline-last = Your last search
offline-hours = Hours of the week from the day of the data
offline-app-description = Social services near you: advice, meeting places, help
js-offline-banner = You are without internet. What you see may be out of date.
js-offline-link = Saved offers
