# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = For providers and public offices: sign in
error-401-title = You are no longer signed in
error-401-text = Open the page “Anmelden” (sign in) in a new window and sign in. Then go back in this window: what you entered is still there, and you can send it again.
error-403-title = You may not do this here
error-403-text = Your account does not have the right to do this. If you think that is wrong, please ask the administration. You can go on here:
error-forged-title = We did not accept the form
error-forged-text = It did not come from a page of the Sozialatlas, or your browser does not accept cookies. Please open the page again and try once more.
error-413-title = This is too large
error-413-text = A form may have at most { $form } MB (megabytes), a file at most { $file } MB. Nothing has been saved. Go back one page in your browser: what you wrote is usually still there. Shorten the text, or split the file. Then send it again.
privacy-accounts = If you have an account here
privacy-accounts-text = We store your name, your e-mail address, your role, the provider you speak for, and when you last signed in. We store passwords, codes and access keys only in such a way that nobody can read them. Only the key for the codes from your app is readable in the database; otherwise we could not check the codes.
privacy-accounts-log = For 180 days we record what happens with accounts: sign-ins, wrong passwords, changed rights. Your IP address is not included. You are signed out after 8 hours without use, otherwise after 12 hours, for providers after 7 days.
privacy-accounts-provider = If you sign in through another sign-in service, we store the number by which that service knows you, since when your account has been linked to it, and when you last signed in that way. From that service we only receive this number, your e-mail address and how secure the sign-in was.
privacy-accounts-end = In “Mein Konto” (my account) you can download everything we have stored about you and delete your account. In the history of the entries, only a number without your name then remains.

## What is kept, and how long

kept-hours = { $count ->
    [one] 1 hour
   *[other] { $number } hours
}
kept-days = { $count ->
    [one] 1 day
   *[other] { $number } days
}
kept-months = { $count ->
    [one] 1 month
   *[other] { $number } months
}
kept-until-erased = until it is deleted
kept-account = Account with name, e-mail address, role and provider
kept-scenario = Planning scenario with name, note and the person who saved it
kept-session-idle = Sign-in that is not used
kept-session-provider = Sign-in of a provider, at most
kept-session-county = Sign-in of editors, planning and administration, at most
kept-device = Device on which you have signed in before
kept-invitation = Link of an invitation
kept-reset = Link for a new password
kept-email-confirm = Link with which a new e-mail address is confirmed
kept-email-objection = Link with which the former e-mail address objects to a new one
kept-confirm-link = Link with which an entry is confirmed
kept-audit = Record of what has happened with accounts
kept-sent-mail = The fact that an e-mail was sent, without its text
kept-failed-mail = E-mail that could not be delivered
kept-suggestion = Suggestion with its sender, after the decision
kept-feedback = Praise or complaint with its sender, after the answer
kept-suggestion-open = Suggestion, praise or complaint if nobody decides on it
kept-request = Request of a program, so that nothing is done twice
kept-usage-view = How often an entry was opened in a month; no personal data
kept-usage-led = Which search words led to entries, once the same search was made five times; no personal data
kept-usage-unmet = What was searched for and not found, once the same search was made five times; no personal data
kept-other = Other
privacy-kept = How long we keep something
privacy-kept-text = If you only search, you leave nothing behind. If you have an account or write to us, this applies:

## The public history of an entry

field-name = Name
field-description = Description
field-organization = Provider
field-co-organizations = Other providers
field-categories = Topics
field-target-groups = For whom
field-service-forms = Type of service
field-legal-bases = Legal basis
field-ages = Age
field-ages-text = from { $low } to { $high } years
field-cost = Cost
field-anonymous = Staying anonymous
field-languages = Languages
field-phones = Phone
field-email = E-mail
field-website = Website
field-status = Operation
field-closure = Closure
field-publish = Period of publication
field-publish-text = { $from } to { $until }
field-related = Belongs to
field-site-type = Type of location
field-disclosure = What is shown publicly
field-municipality = Municipality
field-address = Address
field-position = Point on the map
field-schedule = Opening hours
field-accessible = Accessibility
field-capacity = Places
field-service-area = Area covered
field-valid-to = Limited until
field-assurance = Confirmation
field-internal-note = Internal note
field-sites = Locations
field-other = Other detail
public-history-title = What has changed: { $name }
public-history-intro = Here you can see what has changed in this entry and when.
public-history-empty = Nothing has changed so far.
public-history-contact = Contact the editors
public-event-published = Entry published
public-event-confirmed = Information confirmed
public-event-withdrawn = Entry taken out of the atlas
public-event-changed = Changed: { $fields }
public-history-link = What has changed and when

## Free places

capacity-free = places free on { $date }
capacity-waiting-list = waiting list on { $date }
capacity-full = full on { $date }

## What is near and what is far

footer-planning = For planning: white spots
plan-percent = { $number }%
plan-percent-under-1 = under 1%
plan-percent-over-99 = over 99%
near-title = What is near and what is far
near-intro = For how many people in { $name } is the nearest service at most { $distance } away? Distances are measured in a straight line; the way there is usually longer.
near-most = Near for almost everyone
near-some = Near for many, far for some
near-few = For most people the location is far away
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] plus { $number } service without a location here
   *[other] plus { $number } services without a location here
}
near-note-comes = { $note } · { $comes }
near-note = The share of people for whom this is true (estimated) is given in brackets. For what is far, you see the distance from the centre of { $name }. Only services from our collection that you can visit are counted. Some also come to your home or are available by phone. { $note }.
