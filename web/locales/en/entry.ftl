# Doing something with a service: saving it, passing it on, taking it along, printing it. Saved list, info sheet, news.

## The page of a service: buttons and the block "Take with you and share"
block-take = Take with you and share
entry-actions = Save and share this service
save = Save
save-named = Save { $name }
saved-list-link = Saved list
# Stands before saving at services for protection from violence.
save-discreet = Anyone who uses your device can see the saved list. Save this service only if nobody else can read it.
save-anyway = Save anyway
take-contact = Add to contacts
take-contact-note = File for the address book (vCard)
take-hours = Opening hours for the calendar
take-hours-note = File for the calendar (iCalendar). It is valid for one year.
take-hours-none-appointment = There are no hours for the calendar: by appointment only.
take-hours-none-unknown = There are no hours for the calendar: we do not know any reliable opening hours.
take-hours-none-always = There are no hours for the calendar: this service is open 24 hours a day.
take-hours-none-irregular = There are no hours for the calendar: they change too often.
take-hours-none-closed = There are no hours for the calendar: this service is closed at the moment.
take-mail = Pass on by e-mail
take-mail-note = Opens your e-mail program
take-poster = Info sheet to print
take-poster-note = One A4 page with a QR code
take-pdf = Info sheet as PDF
take-pdf-note = To save or put up
take-qr = QR code of this page
qr-alt = QR code with the address of this page
mail-subject = { $name }
mail-body = This service might help you: { $name }
block-same-place = At the same place
where-map-osm = OpenStreetMap
where-map-apple = Apple Maps
where-map-note = Opens another website with this place
where-station-step-free = Nearest train station with step-free access: { $name }, { $distance }
entry-description = { $category }, { $place }. { $summary }

## In the calendar and in the address book
card-hours = Opening hours: { $hours }
card-check = Please call before you visit.
calendar-summary = { $name } open

## Saved list
saved-title = Saved list
saved-intro = The list is in the address of this page. You can pass the address on, without an account.
saved-count = { $count ->
    [one] One service
   *[other] { $number } services
 }
saved-empty-title = Nothing saved yet
saved-empty = Find a service and choose “Save” there.
saved-too-many = { $count ->
    [one] A saved list has room for 50 services. One more is not shown here.
   *[other] A saved list has room for 50 services. { $number } more are not shown here.
 }
saved-gone = { $count ->
    [one] One service on this list no longer exists.
   *[other] { $number } services on this list no longer exist.
 }
saved-not-an-entry = “{ $text }” does not belong to any service. Enter the address of the page of a service, or search for its name.
saved-discreet = There are services for protection from violence on this list. The address stays in the history of your browser. Delete the history if someone else could read it.
saved-remove = Remove
saved-remove-named = Remove { $name } from the saved list
saved-mail-subject = Saved list: { $site }
saved-mail-body = I have put together these services for you:
saved-search = Search for another service
saved-search-hint = Name, keyword or address of the page of a service
saved-search-button = Search
saved-found = Found
saved-found-none = Nothing found.
saved-add = Add to the saved list
saved-add-named = Add { $name } to the saved list
saved-full = The saved list is full. First remove a service.
saved-already = already on the list
saved-device = On this device
saved-keep = Keep this list on the device
saved-forget = Delete from the device
saved-no-script = Your browser does not run scripts. The list is only in the address: save this page as a bookmark.
saved-printed = Date of the list: { $date }
saved-address = Address of this list

## For the scripts
js-saved-nav = Saved list ({ $count })
js-saved-on-one = Saved. { $count } service is on the saved list.
js-saved-on-other = Saved. { $count } services are on the saved list.
js-saved-off = Removed from the saved list.
js-saved-full = The saved list is full: 50 services.
js-saved-refused = Your browser does not allow saving. The list is only in the address of this page: save the page as a bookmark.
js-saved-same = This list is kept on this device.
js-saved-differs = This list is not the one that is kept on this device.
js-saved-nothing = No list is kept on this device.
js-saved-kept = The list is now kept on this device.
js-saved-kept-without = The list is now kept on this device. We have not stored services for protection from violence.
js-saved-forgotten = The list has been deleted from this device.

## Info sheet
poster-title = Info sheet: { $name }
poster-back = Back to the service
poster-where = Where
poster-when = When
poster-contact = Contact
poster-for-whom = For whom
poster-cost = Cost
poster-access = Accessibility
poster-scan = All information on your phone: scan the QR code
poster-no-hours = Please ask for the opening hours
poster-from = From: { $site }

## Lists as PDF
list-pdf = This list as PDF
list-pdf-title = Services { $place }
list-pdf-more = Here are the first { $number } services. You can find the whole list on the internet.
list-pdf-stand = Printed on { $date }
list-pdf-page = Page

## News and search engines
feed-title = New and changed: { $site }
feed-link = Subscribe to news about this search (Atom)
