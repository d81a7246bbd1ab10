## The guide (/wegweiser), the way out of pages about violence, the new filters and what helps when there are no results.

nav-guide = Guide
guide-title = What is your situation?
guide-intro = Choose what fits best. After three questions at most you see suitable services. We do not store your answers.
guide-situations = Situations
guide-answers = Answers
guide-step = Question { $number }
guide-back = One step back
guide-restart = Start again
guide-path = Your answers
guide-numbers = Here someone helps right away
guide-offers-in = { $count ->
    [0] None of them is in { $place } or comes there.
    [one] { $number } of them is in { $place } or also there for { $place }.
   *[other] { $number } of them are in { $place } or also there for { $place }.
}
guide-offers-none = We do not know of a service for this. That does not mean that there is none. Ask at the town hall (Rathaus) or at a social advice centre (Sozialberatung).
guide-list = All as a list
guide-map = All on the map
guide-list-of = All as a list: { $name }
guide-map-of = All on the map: { $name }
guide-place = Where do you live?
guide-place-hint = You do not have to choose anything. If you choose a municipality, you see the nearest first.
guide-place-any = whole county
guide-place-apply = Show
guide-pays = Who pays
guide-bring = What to bring
guide-next = What happens next
guide-office = Which other offices may be important
guide-source = Source: { $source }
guide-as-of = Date of this information: { $date }. It gives general rules from laws and does not replace legal advice. The office in charge decides whether you are entitled to something.
guide-not-reviewed = The county has not checked this information yet.
guide-reviewed = Checked: { $by }.
guide-german-only = This information has not been translated yet.
guide-start-text = You do not know what to search for? A few questions take you there.
guide-no-hits = Get there with a few questions: the guide
guide-share-note = You can pass this page on as a link. Your answers are in the address and nowhere else.

## Quickly away from a page about violence

exit-label = Leave this page quickly
exit-more-title = How this works
exit-button = Leave page quickly
exit-hint = Or press the Esc key three times. You then see another website at once.
exit-hint-no-script = The button opens another website. This page stays in the history of your device. Delete the history afterwards.
exit-more = Your device remembers which pages you visit. Use a private window or the device of someone you trust.

## Filters

facet-age = Age
facet-age-hint = Age in years
facet-age-unknown = also services that state no age ({ $number })
facet-age-found = { $count ->
    [one] { $number } service states this age.
   *[other] { $number } services state this age.
}
facet-distance = Distance
facet-distance-needs-place = Enter a place above. Then you can choose the distance.
facet-open-any = any
facet-open-today = open today, now or later
facet-open-at = at a certain time
facet-open-date = Day
facet-open-time = Time
facet-open-with-unknown = also services whose hours are not known ({ $number })
facet-appointment = Appointment
facet-appointment-yes = by appointment
facet-appointment-no = without an appointment
facet-format = How
facet-format-place = on site
facet-format-phone = by phone
facet-format-online = on the internet
facet-format-home = comes to you
facet-capacity = Places
facet-capacity-free = free places
facet-capacity-waiting-list = waiting list
facet-capacity-full = full at the moment
facet-anonymous = Without giving your name
facet-anonymous-note = Hardly any service says whether you can get advice without giving your name. Please ask by phone.
facet-women = You find services only for women and girls under “For whom”.
facet-with-unknown = also where it is not known
facet-none = There is no information on this.
filter-age = Age: { $age }
filter-age-unknown = Age: { $age } or not known
filter-open-today = open today
filter-open-unknown = or hours not known
filter-appointment = Appointment: { $answer }
filter-format = { $answer }
filter-capacity = Places: { $answer }
fault-age = “{ $value }” is not an age. Enter a number between 0 and 120.
fault-open-date = For a certain time we need the day and the time.
fault-sort = This order does not exist. Choose from the list.

## Order

sort = Sort
sort-rank = best matches first
sort-distance = nearest first
sort-freshness = newest information first
sort-name = by name
sort-apply = Sort
order-freshness = newest information first
order-name = by name
sort-needs-place = For “nearest first”, enter a place above.

## No results

no-hits-spelling = Spelled differently?
no-hits-wider = Search a wider area
no-hits-within = Within { $distance } ({ $offers })
no-hits-anywhere = In the whole county ({ $offers })
no-hits-served = Also what comes to { $place } ({ $offers })
no-hits-less = Leave out a filter
no-hits-other = Other ways
no-hits-phone-unknown = The collection had no phone number.
no-hits-call = Call { $name }: { $number }
