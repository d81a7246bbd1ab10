# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (optional)

## Choosing

suggest-title = Tell us something
suggest-intro = You do not need an account. The county’s editors read your message and check it.
suggest-back = Another kind of message
suggest-about-entry = This is about:
suggest-kind-correction = Something is wrong
suggest-kind-correction-note = For example the phone number, opening hours or address
suggest-kind-closed = The service no longer exists
suggest-kind-closed-note = It has closed or moved
suggest-kind-new = A service is missing
suggest-kind-new-note = Suggest what should be added
suggest-kind-claim = This is our entry
suggest-kind-claim-note = You work there and would like to look after the entry yourself
suggest-kind-praise = Praise
suggest-kind-praise-note = Something was especially good
suggest-kind-complaint = Complaint
suggest-kind-complaint-note = You are not happy with a service or with this website
suggest-entry-missing = Which service is it about?
suggest-entry-missing-text = First search for the service. Open it and choose “Report an error” there.
suggest-to-list = Search for a service

## The form

suggest-title-correction = Report an error
suggest-title-closed = Service no longer exists
suggest-title-new = Suggest a service
suggest-title-claim = Take over an entry
suggest-title-praise = Praise
suggest-title-complaint = Complaint
suggest-intro-correction = Thank you for helping. The editors check your message before they change anything.
suggest-intro-closed = Thank you for telling us. The editors will ask before the entry disappears.
suggest-intro-new = The editors check your suggestion and add what is missing.
suggest-intro-claim = The editors check whether you speak for the provider. Then you get an invitation by e-mail.
suggest-intro-feedback = Only the editors read your message. It is never published.
suggest-message-correction = What is wrong, and what is correct?
suggest-message-correction-hint = For example: “The phone number is wrong. The correct one is …”
suggest-message-closed = What do you know about it?
suggest-message-new = What does the service offer, and for whom?
suggest-message-new-hint = Opening hours, phone number and website are also useful.
suggest-message-claim = What is your role there?
suggest-message-praise = What was good?
suggest-message-complaint = What happened?
suggest-message-feedback-hint = Please do not give the names of other people and do not write anything about their health.
suggest-about-new = What is the service called?
suggest-about-feedback = Which service or office is it about?
suggest-organization-new = Who offers it?
suggest-organization-claim = Which provider (Träger) do you speak for?
suggest-place = Where is it?
suggest-source = How do you know this?
suggest-source-new = Phone number or website
suggest-sender-name = Your name
suggest-sender-email = Your e-mail address
suggest-sender-email-hint = You will then get a message as soon as the editors answer. Without an address you can read the answer through a link.
suggest-sender-email-claim-hint = Your work address is best. We send the invitation there.
suggest-topic = What is it mainly about?
suggest-topic-reachability = How easy it is to reach
suggest-topic-waiting = Waiting time
suggest-topic-treatment = How people are treated
suggest-topic-access = Accessibility and language
suggest-topic-cost = Cost
suggest-topic-missing = A service is missing
suggest-topic-website = This website
suggest-topic-other = Something else
suggest-trap = Please leave this field empty
suggest-retention = We keep your message until a decision has been made, and then for another 12 months.
suggest-retention-feedback = We keep your message until it has been dealt with, and then for another 24 months. After that we only count how often each topic came up.
suggest-privacy = More about data protection
suggest-send = Send message

## What is wrong

suggest-faults = Please check these details
suggest-fault-message = Please write what it is about.
suggest-fault-about = Please give the name of the service.
suggest-fault-organization = Please name the provider.
suggest-fault-sender-name = Please give your name.
suggest-fault-sender-email = Please give your e-mail address.
suggest-fault-topic = Please choose a topic.
suggest-fault-too-short = This is very short. Please write at least 10 characters.
suggest-fault-too-long = The text is too long. It can have { $number } characters. Please make it shorter.
suggest-fault-control = The text contains invisible characters. Please type it in again instead of pasting it.
suggest-fault-bidi = The text contains invisible characters that change the direction of writing. Please type it in again.
suggest-fault-email = This is not an e-mail address. It looks like this, for example: name@example.org
suggest-fault-trap = Please empty this field and send the message again. It protects against unwanted messages.
suggest-fault-entry = This entry no longer exists.
suggest-fault-other = We cannot use this. Please change it.
suggest-held-fast = Please send the message once more
suggest-held-fast-text = It came very quickly. We ask for a second click so that no computer programs write to us. Your text is still there.
suggest-held-expired = The page was open for a long time
suggest-held-expired-text = Please send the message once more. Your text is still there.
suggest-held-full = We have received very many messages today
suggest-held-full-text = Please try again tomorrow, or call the editors. The number is in the legal notice (Impressum). Your text is still there.

## Where it stands

suggest-state-received = received
suggest-state-in-progress = in progress
suggest-state-asked-back = question to you
suggest-state-accepted = accepted
suggest-state-declined = not accepted
suggest-state-dealt-with = dealt with
suggest-state-closed = closed

## The link of the sender

answer-title = Your message to the editors
answer-thanks = Thank you, your message has arrived
answer-thanks-text = Remember this page. Here you can read what comes of your message.
answer-kind = Kind
answer-about = It is about
answer-state = Status
answer-received = The editors have not read your message yet.
answer-in-progress = The editors are working on it.
answer-asked-back = The editors have a question for you. Please answer below.
answer-accepted = The editors have accepted your suggestion. Thank you very much!
answer-declined = The editors have checked your suggestion and have not accepted it.
answer-dealt-with = The editors have dealt with your message. Thank you very much!
answer-closed = The editors have read your message and closed it.
answer-said = What was written
said-you = You
said-sender = Sender
said-editors = Editors
answer-reply = Add something
answer-reply-asked = Answer the question
answer-reply-label = Your answer
answer-reply-send = Send answer
answer-fault-empty = Please write an answer.
answer-fault-closed = Your message has been closed in the meantime. If something is still missing, please send a new one.
answer-fault-too-many = You have already written very many answers. Please wait until the editors answer.
answer-keep = Find this page again
answer-keep-text = Save this address as a bookmark. Only people who know it can open the page.
answer-erased = This page will be here until { $date }. Then we delete your message.

## On the page of an entry

report-button = Report an error
report-more = Take over the entry, praise or complaint
report-online = Is something wrong or out of date? Write to the editors. You do not need an account.
footer-suggest = Is something missing or wrong?
entry-closed-until = Probably until { $date }.

## Data protection

privacy-suggest = If you tell us something
privacy-suggest-text = We store what you write in the form and when it arrived. You do not have to give your name or your e-mail address. Only the editors read your message. Praise and complaints are never published. We do not store your IP address permanently. We only count for a short time, in the working memory, how often messages come from the same address. We do not need cookies for this.
privacy-suggest-keep = We delete your message 12 months after the decision, praise and complaints after 24 months, and messages that were never decided after 36 months. All that remains is a number for the statistics: kind, topic and year. You get a link when you send your message. With it you can see at any time what is stored. If you want it to be deleted earlier, write to us there.
