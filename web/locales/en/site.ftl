# All words people read on the pages, in plain English. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = ,
number-decimal = .
number-about = about { $number }
distance-m = { $number } m
distance-km = { $number } km
distance-about-km = about { $number } km
distance-under-1-km = less than 1 km
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
time-point = { $time }
time-all-day = 24 hours a day
list-separator = { ", " }
list-and = { $first } and { $last }
unknown = not known
external = (leads to another website)

## Frame

skip-link = Skip to content
nav-main = Main menu
nav-map = Map
nav-list = List
nav-municipalities = Municipalities
nav-numbers = Important numbers
footer-imprint = Legal notice (Impressum) and sources
footer-privacy = Data protection
footer-accessibility = Accessibility
footer-api = Data and API
breadcrumb = You are here
to-map = To the map
back-to-list = Back to the list
all-municipalities = All municipalities
share = Share
print = Print

## Search

search-heading = Find social services { $place }
search-title = { $filters }: { $count }
search-label = Search for services
search-q = What are you looking for?
search-near = Place, postcode or stop
search-within = Distance
search-within-any = any
search-locate = Near me
search-submit = Search
filters = Filters
filters-active = { $number } active
filters-apply = Apply filters
facet-category = Topic
facet-target-group = For whom
facet-municipality = Municipality
facet-municipality-any = all municipalities
facet-language = Language
facet-open = Open
facet-open-now = open now
facet-open-unknown = { $count ->
    [one] The opening hours of { $number } service are not known.
   *[other] The opening hours of { $number } services are not known.
}
facet-free = Cost
facet-free-yes = free of charge
facet-free-no = not free
facet-anonymous = Staying anonymous
facet-anonymous-yes = possible
facet-anonymous-no = not possible
facet-accessible = Accessible
facet-accessible-yes = yes
facet-accessible-no = no
facet-any = any
facet-unknown = not known
language-de = German
language-en = English
language-fr = French
language-it = Italian
language-es = Spanish
language-pt = Portuguese
language-tr = Turkish
language-uk = Ukrainian
language-ru = Russian
language-pl = Polish
language-ro = Romanian
language-ar = Arabic
language-fa = Persian
language-ku = Kurdish
language-sq = Albanian
language-sr = Serbian
language-hr = Croatian
language-bs = Bosnian
language-cnr = Montenegrin
language-mk = Macedonian
language-bg = Bulgarian
language-cs = Czech
language-hu = Hungarian
language-prs = Dari
language-ps = Pashto
language-rom = Romani
language-ti = Tigrinya
language-gsg = German Sign Language

active-filters = Chosen filters
active-filter-remove = Remove filter:
active-filters-clear = Clear all filters
filter-text = “{ $text }”
filter-near = near { $place }
filter-within = at most { $distance } from { $place }
filter-bbox = in this part of the map
filter-served = { $place } (also services that come there)
filter-language = Language: { $language }
filter-open-at = open on { $day } at { $time }
filter-free = Cost: { $answer }
filter-anonymous = staying anonymous: { $answer }
filter-accessible = accessible: { $answer }

offers = { $count ->
    [one] { $number } service
   *[other] { $number } services
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] No service found
    [one] { $number } service
   *[other] { $number } services
}
results-not-searched = Your search needs one more detail
results-to-map = Map
order-rank = best matches first
order-distance = nearest first
pagination = Pages of the list
pagination-first = To the beginning of the list
pagination-next = More services

map-title = Map of the results
map-back-to-list = List
map-needs-script = The map needs JavaScript. All services are also in the list.

place-understood = We understood “{ $typed }” as { $name }.
place-understood-center = Distances are measured in a straight line from the centre of { $name }.
place-understood-fallback = We do not know exactly where { $name } is. Distances are measured in a straight line from the centre of the municipality.
place-typed-point = the chosen point
place-in = { $name } ({ $town })
place-others = Did you mean another place?

faults-title = We did not understand this
faults-without = Search without these details
fault-place = We do not know the place “{ $value }”. Enter a municipality, a part of a town, a postcode or a stop in the region.
fault-near = “{ $value }” is not a point on the map. Enter a place or a postcode.
fault-too-long = The search text is too long. One or two words are enough.
fault-distance = “{ $value }” is not a distance in metres. Choose a distance from the list.
fault-category = There is no topic “{ $value }”. Choose a topic from the list.
fault-target-group = There is no group of people “{ $value }”. Choose one from the list.
fault-municipality = There is no municipality with the code “{ $value }” here. Choose one from the list.
fault-bbox = We cannot read the part of the map “{ $value }”. Move the map and search again.
fault-open = “{ $value }” is not a time. Choose “open now”.
fault-cursor = This position in the list does not exist. Please start at the beginning.
fault-choice = We do not know “{ $value }” for “{ $word }”. Choose from the filters.

start-themes = What is it about?
start-theme-offers = services
start-all = See all services as a list
start-examples = For example
example = { $category } near { $place }
start-help = Do you need help right now?
start-help-all = All important numbers

no-hits-understood = This is what we searched for: { $filters }. We do not know of a service for this.
no-hits-ways = What you can do
no-hits-without = Leave out: { $filter } ({ $offers })
no-hits-start-again = Start again
no-hits-nearest = The nearest we know of
no-hits-ask = Where you can ask
no-hits-ask-text = This collection does not have everything. You can also ask at the town hall (Rathaus) of your municipality or here:
operator-website = Website
phone-short = Phone

## Cards

approx-place = approximate location
call-name = Call { $name }: { $number }
card-stale = Date of the source: { $date }. Please call first.
card-age-unknown = We do not know how old this information is. Please call first.
place-protected = Address protected
place-protected-in = { $town } (address protected)
place-online = on the internet
place-phone = by phone
place-outreach = comes to you
place-mobile = on the move, in several places
place-none = no fixed place
place-sites = { $count ->
    [one] { $number } location
   *[other] { $number } locations
}

## Times

hours-open-until = open now, until { $time }
hours-opens-today = closed, opens today at { $time }
hours-opens-tomorrow = closed, opens tomorrow at { $time }
hours-opens-on = closed, opens on { $day } at { $time }
hours-opens-in =
    { $count ->
        [one] closed, opens in { $number } minute
       *[other] closed, opens in { $number } minutes
    }
hours-closes-in =
    { $count ->
        [one] open now, closes in { $number } minute
       *[other] open now, closes in { $number } minutes
    }
hours-closed = closed
hours-appointment-today = today by appointment only
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = today is a public holiday ({ $holiday }): please ask first
hours-holiday-unsure = { $holiday }: hours not known
hours-school-unknown = The hours depend on the school holidays. For the next few days the school holidays are not known yet. It is best to ask first.
holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-womens-day = International Women’s Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-liberation-day = Liberation Day
holiday-ascension = Ascension Day
holiday-whit-monday = Whit Monday
holiday-seventeenth-of-june = 17 June
holiday-corpus-christi = Corpus Christi
holiday-assumption = Assumption Day
holiday-childrens-day = World Children’s Day
holiday-german-unity = Day of German Unity
holiday-reformation = Reformation Day
holiday-all-saints = All Saints’ Day
holiday-repentance = Day of Repentance and Prayer
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day (26 December)
hours-appointment = by appointment
hours-unknown = hours not known
hours-caption = Opening hours for the next seven days
hours-day = Day
hours-time = Hours
hours-today = (today)
hours-appointment-long = By appointment. Please make an appointment first.
hours-source-words = The source says: “{ $text }”
hours-unknown-long = The hours are not known. It is best to ask first.
status-inactive = This service is paused at the moment
status-defunct = This service no longer exists
status-temporarily-closed = Temporarily closed

## Entry

entry-organization = Provider (Träger):
entry-together-with = together with
entry-limited = Limited in time: runs until { $date }.
stale-title = Date of the source: { $date }
stale-title-unknown = Date of the source: not known
stale-text = This information may be out of date. Please ask first.
block-contact = Contact
block-hours = Opening hours
block-for-whom = For whom
block-cost = Cost
block-access = Languages, accessibility
block-where = Where
block-other-sites = Also here
block-related = Belongs to
block-similar = Similar services nearby
block-standing = How up to date is this?
block-report = Is something wrong?
contact-unknown = We know of no phone number, e-mail address or website.
contact-borrowed = Not everything is known about this service. “Provider” means the contact details of the provider that runs it.
contact-call = Call
contact-call-organization = Call the provider
contact-email = Write an e-mail
contact-email-organization = E-mail to the provider
contact-website = Website
contact-website-organization = Website of the provider
for-whom-unknown = The source does not say who this service is for.
fact-ages = Age
fact-anonymous = Staying anonymous
anonymous-yes = yes, you do not have to give your name
anonymous-no = no, you have to give your name
ages-between = { $low } to { $high } years
ages-from = from { $low } years
ages-to = up to { $high } years
fact-area = Area covered
area-everywhere = everyone, no matter where they live
fact-capacity = Places
fact-form = Type of service
fact-legal-basis = Legal basis
cost-free = free of charge
cost-not-free = not free of charge
cost-unknown = Not known. It is best to ask first.
fact-languages = Languages
fact-accessible = Accessible
access-yes = yes
access-no = no
where-protected = The address is protected so that the people there are safe. Contact the service to find out where you can go.
where-outreach = This service comes to you. You do not have to go anywhere.
where-mobile = This service is in changing places. Ask when it is near you.
where-phone = This service is available by phone.
where-online = This service is available on the internet.
where-hosted = The service is a guest there.
where-office-hours = Someone is there only at certain times.
where-several = This service has several locations. Not all of them are listed one by one in the collection.
where-no-rooms = This service has no rooms of its own.
where-municipality = Municipality:
where-unknown = The place is not known.
where-route = How to get there
where-route-note = opens the map app on your device
where-stop = Nearest stop: { $name }, { $distance } (in a straight line).
where-station = Nearest train station: { $name }, { $distance } (in a straight line). { $access }
station-step-free-yes = The station is step-free.
station-step-free-partial = Only part of the station is step-free.
station-step-free-no = The station is not step-free.
station-step-free-unknown = It is not known whether the station is step-free.
approx-next-door = Approximate location: the point on the map is close to the house number.
approx-stop = Approximate location: the point on the map is the stop that is named after the place.
approx-street = Approximate location: the street is known, but not the exact spot.
approx-district = Approximate location: only the part of town is known. The point on the map is its centre.
approx-postcode = Approximate location: only the postcode is known.
approx-municipality = Approximate location: the map only shows the centre of the municipality.
standing-unknown = Date of the source: not known. Not confirmed by the provider. Please call first.
standing-source = Date of the source: { $date }. Not confirmed by the provider.
standing-source-stale = Date of the source: { $date }. Not confirmed by the provider. Please call first.
standing-provider = Confirmed by the provider: { $date }.
standing-provider-stale = Last confirmed by the provider: { $date }. Please call first.
standing-editor = Confirmed by the editors: { $date }.
standing-editor-stale = Last confirmed by the editors: { $date }. Please call first.
fact-unconfirmed = Note
unconfirmed-text = The source itself says that this service is not confirmed.
fact-source-kind = Type of source
fact-sources = Sources
fact-confidence = How certain
confidence-high = certain: clear information from the service itself or a public office, or a recent report
confidence-medium = fairly certain: an older or short source
confidence-low = uncertain: only mentioned in passing, concluded from other facts, or from a private source
fact-position-source = Source of the location
fact-keeper = Kept up to date by
keeper-source = nobody yet; collected from public sources
keeper-provider = the provider
keeper-editor = the editors
report-text = Is something wrong, out of date or missing? Tell us. Please give us the entry number.
report-id = Number of this entry:
report-subject = Note on the entry “{ $name }”

## Organization

block-organization = About the provider
organization-short = Short name
organization-kind = Type
organization-umbrella = Umbrella association
organization-services = { $count ->
    [one] { $number } service
   *[other] { $number } services
}
organization-no-services = We do not know of any public service by this provider.
organization-standing = Date of the source: { $date }. Not confirmed by the provider.

## Municipalities

municipalities-title = The municipalities { $place }
municipalities-intro = { $number } municipalities (Gemeinden): what is there, what is missing and where the nearest service is.
municipalities-offers = Known services
municipalities-people = People
municipalities-population-source = Number of people according to the 2022 census on { $date }. Source: Statistical offices of the German federal government and states.
municipality = Municipality
municipality-known = { $count ->
    [0] We do not know of any service here. The collection is a sample, not a complete directory.
    [one] { $number } service is known here. The collection is a sample, not a complete directory.
   *[other] { $number } services are known here. The collection is a sample, not a complete directory.
}
municipality-here = What there is here or for people here
municipality-unsited = { $number } (no location here)
municipality-nothing = No service known.
municipality-list = See all these services
municipality-missing = What is not known here
municipality-missing-note = If something is not known here, that does not mean it does not exist.
municipality-nearest = The nearest:
municipality-placeless = With no place to go to, in the county:
municipality-none-in-county = not known anywhere in the county
municipality-distances = Distances in a straight line from the centre of { $name }.
municipality-served = What comes here from elsewhere or also covers this place
served-intro = { $count ->
    [one] { $number } service is based elsewhere but says that it is also there for this municipality.
   *[other] { $number } services are based elsewhere but say that they are also there for this municipality.
}
municipality-people = People
people-census = { $number } people on { $date } (2022 census, statistical offices of the German federal government and states).
people-update = A different count that cannot be compared with this one: { $number } people on { $date } ({ $base }, Federal Statistical Office of Germany).
people-bands = Age groups, estimated
people-age = Age
people-count = People
ages-lt18 = under 18
ages-18to29 = 18 to 29
ages-30to49 = 30 to 49
ages-50to64 = 50 to 64
ages-ge65 = 65 and over
municipality-town-hall = Town hall (Rathaus)
town-hall-unknown = The address of the town hall is not known.
municipality-union = Joint administration (Verwaltungsgemeinschaft)
municipality-districts = Parts of the municipality

## Numbers

numbers-title = Important numbers
numbers-intro = When you need help quickly. Tap a number to call.
number-free = free of charge
number-not-free = not free of charge
number-cost-unknown = cost not known
number-source = Source:

## Errors

error-code = Error { $code }
error-404-title = This page does not exist
error-404-text = Perhaps the service is no longer in the collection, or there is a typing error in the address. You can go on here:
error-400-title = We do not understand this request
error-400-text = The address contains something we cannot read. It is best to start again:
error-405-title = That does not work here
error-405-text = This page can only be viewed. You can go on here:
error-503-title = Too many people are using the site right now
error-503-text = Please try again in a minute. In an emergency, call 112.
error-429-title = Those were very many requests in a short time
error-429-text = Your connection sent more requests than we can answer at once. Please try again in a minute.
error-500-title = Something went wrong on our side
error-500-text = It is not your fault. Please try again later. In an emergency, call 112.
error-request-id = Number of the request: { $id }
error-to-start = To the map and search
error-to-list = All services as a list

## For the browser's scripts

js-results-one = { $count } service
js-results-other = { $count } services
js-results-none = No service found
js-loading = Loading results …
js-load-error = The results could not be loaded. Please check your connection.
js-retry = Try again
js-map-label = Map of the services
js-map-loading = Loading the map …
js-map-error = The map could not be loaded. All services are in the list.
js-zoom-in = Zoom in
js-zoom-out = Zoom out
js-whole-county = Whole county
js-search-here = Search in this part of the map
js-cluster-one = { $count } service, zoom in to see it
js-cluster-other = { $count } services, zoom in to see them
js-same-place-one = { $count } service at this place
js-same-place-other = { $count } services at this place
js-place-one = { $count } service in { $place }, exact location not known
js-place-other = { $count } services in { $place }, exact location not known
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = approximate location
js-placeless-one = { $count } service without a fixed place is only in the list
js-placeless-other = { $count } services without a fixed place are only in the list
js-popup-close = Close
js-card-close = Close the card of this service
js-open-entry = To the service
js-locate-working = Looking for your location …
js-locate-denied = Your browser does not share your location. Please enter a place or a postcode.
js-locate-unavailable = We could not find your location. Please enter a place or a postcode.
js-locate-here = My location
js-link-copied = Link copied
js-share-failed = The link could not be copied. You can find it in the address bar.
js-attribution = Sources of the map
