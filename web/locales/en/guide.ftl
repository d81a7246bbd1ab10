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
facet-age-years = Age in years
facet-age-unknown = also services that state no age
facet-age-known = { $count ->
    [one] { $number } service states an age.
   *[other] { $number } services state an age.
}
facet-age-found = { $count ->
    [0] No service states this age.
    [one] { $number } service states this age.
   *[other] { $number } services state this age.
}
facet-open-today = today, now or later
facet-open-at = at another time
facet-open-typed = Day and time
facet-open-with-unknown = also if the hours are not known
facet-open-with-appointment = also by appointment only
facet-appointment = Appointment
facet-appointment-yes = by appointment
facet-appointment-no = without an appointment
facet-format = Type of service
facet-capacity = Places
facet-capacity-free = free places
facet-capacity-waiting-list = waiting list
facet-capacity-full = full at the moment
filter-age = Age: { $age } years
filter-age-unknown = Age: not known
filter-open-today = open today
filter-or-unknown = or hours not known
filter-or-appointment = or by appointment
filter-appointment = Appointment: { $answer }
filter-capacity = Places: { $answer }
fault-age = “{ $value }” is not an age. Enter a number between 0 and 120.
fault-sort = This order does not exist. Choose from the list.

## Order

sort = Sort
order-freshness = newest information first
order-name = by name

## No results

no-hits-spelling = Spelled differently?
no-hits-wider = Search a wider area
no-hits-within = Within { $distance } ({ $offers })
no-hits-anywhere = In the whole county ({ $offers })
no-hits-served = Also what comes to { $place } ({ $offers })
no-hits-less = Leave out a filter
no-hits-other = Other ways
no-hits-phone-unknown = The collection had no phone number.
