# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = Only the German text of this page is legally binding. This translation is there to help you understand it. Draft for the operator: to be checked by a lawyer and completed before the site goes live.
operator-to-fill = to be completed by the operator
operator-address = Address:
operator-phone = Phone:
operator-email = E-mail:
operator-website-label = Website:

## Impressum

imprint-title = Legal notice (Impressum)
imprint-operator = Who is responsible for this site
imprint-represented = Represented by:
imprint-vat = VAT identification number, if there is one:
imprint-collection = About the collection
imprint-collection-text = The information comes from public sources. Each entry shows the source and its date. The providers have not confirmed the entries unless the entry clearly says so. In emergencies, please do not rely on this site alone.
imprint-sources = Sources and licences
imprint-sources-text = We have used this data:
imprint-licence = Licence:
imprint-changed = The data was selected, combined and simplified for display. Age groups and all figures calculated from them are estimates.
imprint-software = Software
imprint-software-text = This site runs on free software:
imprint-software-own = Sozialatlas, European Union Public Licence (EUPL) 1.2
imprint-software-leaflet = Leaflet (BSD-2-Clause) with Leaflet.markercluster (MIT) for the map
imprint-software-kern = KERN UX standard for the design (EUPL 1.2)
imprint-software-fira = Fira Sans (SIL Open Font License 1.1)
imprint-software-tabler = Tabler Icons (MIT)

## Data protection

privacy-title = Data protection
privacy-short = In short: you do not need an account to search for services. If you only search, we store nothing about you. We only count, without knowing who it was. This site does not load anything from other servers.
privacy-controller = Who is responsible
privacy-officer = Data protection officer:
privacy-visit = When you visit this site
privacy-visit-request = Your browser sends us the address of the page you want and the internet address of your device (IP address). Without it, no answer can reach you. The program does not write it down anywhere. Only on the planning pages, and for their data for other programs, does it count for a short time how often the same address asks, so that nobody can bring the server to a halt. This count is kept only in the working memory and is soon forgotten.
privacy-visit-logs = The program keeps a technical log. It contains the time, the page requested, the result and the duration of a request, and a number that says nothing about you. It does not contain IP addresses or search words.
privacy-visit-proxy = If the operator runs other servers in front of this one that record something, the operator must add this here.
privacy-cookies = Cookies
privacy-cookies-text = If you only search and read, this site sets no cookies. If you open the page for signing in or for a new password, it sets one cookie that protects the forms and ends when you close the browser. If you sign in, two more are added: one for being signed in and one by which we recognise your device (180 days). What else stays on your device is described in the next section.
privacy-device = What stays on your device
privacy-device-list = The saved list is part of the page’s address. It stays on your device only if you choose to add an offer to the list or to keep the list on the device. Then it is stored in your browser alone and is not sent to us by itself. Only when you open the list does the browser ask for these offers. You can delete it from the device on the page of the list.
privacy-device-offline = So that you can look things up without internet, the browser keeps parts of the site: all public offers in short form, the background of the map, fonts and programs of the site, and the address of the last list you looked at. Everything except this address is the same on every device. Offers and searches about protection from violence are not kept. Nor are pages of accounts.
privacy-device-forget = You can delete all of it in the settings of your browser under “site data” or “cookies and site data”. When you sign out, we ask the browser to delete it.
privacy-search = What you search for
privacy-search-text = Your search is part of the address of the page. So you can share the link or keep it as a bookmark. Anyone who has the link or can see the history of your browser can read the search.
privacy-counting = What we count
privacy-counting-text = We count how often the page of an entry is opened in a month, and which search words led to it. We also count what people searched for without finding anything suitable, by week and by the municipality named in the search. We count page views and searches, not people: without an IP address, without a cookie, without an ID. Your browser tells only us which search you come from.
privacy-counting-five = Search words are only written down if the same search was made at least five times. Before that they are only in the working memory. They are deleted from there after one month at the latest. We do not count searches with numbers, e-mail addresses or whole sentences. Providers see the figures for their entries. Editors and planners see what was not found.
privacy-location = Your location
privacy-location-text = Only if you tap “Near me” does your browser ask whether it may share your location. Your location, rounded to about ten metres, is then part of the address of the page and is used to sort the results. It is not stored.
privacy-map = The map
privacy-map-text = We draw the map ourselves from open data. It comes from this server. No map service finds out that you are here.
privacy-links = Links to other sites
privacy-links-text = The entries contain links to providers and sources. The other site only learns of your visit when you open such a link. The rules of that site then apply.
privacy-entries = Information in the entries
privacy-entries-text = The entries contain contact details of services from public sources. If they say something about you that should not be there, please tell us. We will take it out.
privacy-rights = Your rights
privacy-rights-text = You can ask for information about your data and ask for it to be corrected or deleted. You can object to its use and complain to the supervisory authority (Articles 15 to 22 and 77 of the General Data Protection Regulation, GDPR; in German: Datenschutz-Grundverordnung, DSGVO).
privacy-authority = Supervisory authority in charge:

## Accessibility

accessibility-title = Accessibility statement
accessibility-intro = This statement applies to { $site }. Everyone should be able to use this site. The standard is the German accessibility regulation for information technology (Barrierefreie-Informationstechnik-Verordnung, BITV 2.0) with the rules of WCAG 2.2, level AA.
accessibility-state = Status
accessibility-state-text = The site has not yet been checked by an independent body. Our own assessment: it meets the rules in part. What is missing, and what nobody has checked yet, is listed below.
accessibility-own-tests = This is what we check ourselves, with programs: with every change, every public page is examined, in light and dark colours and at three widths. In German and Arabic this is complete, in the other languages it is a sample; a larger run covers all of them. We also check that everything works with the keyboard alone, without JavaScript, on very narrow screens and with text twice as large. For the most important pages we compare what a screen reader is given, and in which order. Such checks do not find every barrier.
accessibility-built = How the site is built
accessibility-built-list = Everything the map shows is also in the list.
accessibility-built-keyboard = Everything can be used with the keyboard.
accessibility-built-script = Searching and reading also work without JavaScript.
accessibility-built-signs = Topics differ in colour, shape and symbol.
accessibility-gaps = What is still missing
accessibility-gap-plain = The version in easy-to-read German (Leichte Sprache) was written by a computer. No test group has checked it yet.
accessibility-gap-sign = There are no videos in German Sign Language yet.
accessibility-gap-languages = Most texts of the entries are only in German. Nobody from the county has checked the translations of this site yet.
accessibility-gap-sources = Texts of the entries come from sources. Some contain abbreviations or technical terms. Often it is not known whether a service itself is accessible.
accessibility-untested = What nobody has checked yet
accessibility-untested-people = People with disabilities have not yet tried out the site.
accessibility-untested-tools = Nobody has used the site with real screen readers, screen magnifiers or voice control yet. All checks run in a single browser (Chromium).
accessibility-untested-pdf = The PDF files are prepared for screen readers. A program has checked examples of them against the standard PDF/UA-1, but no person has done so yet.
accessibility-untested-words = Whether the texts are easy to understand has only been judged by the people and programs that wrote them.
accessibility-feedback = Have you found a barrier?
accessibility-feedback-text = Tell us what does not work. We will answer and look for a solution.
accessibility-arbitration = If we do not help
accessibility-arbitration-text = If you do not get a good answer, you can contact the body responsible for accessible information technology:
accessibility-date = This statement was made on:
