# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (اختياري)

## Choosing

suggest-title = إخبارنا بشيء
suggest-intro = لا حاجة إلى حساب. يقرأ فريق التحرير في المقاطعة رسالتك ويراجعها.
suggest-back = نوع آخر من الرسائل
suggest-about-entry = الموضوع:
suggest-kind-correction = هناك خطأ
suggest-kind-correction-note = مثل رقم الهاتف أو الأوقات أو العنوان
suggest-kind-closed = لم تعد هذه الخدمة موجودة
suggest-kind-closed-note = أُغلقت أو انتقلت إلى مكان آخر
suggest-kind-new = هناك خدمة ناقصة
suggest-kind-new-note = اقتراح خدمة لإضافتها
suggest-kind-claim = هذه صفحتنا
suggest-kind-claim-note = تعمل هناك وتريد تحديث البيانات بنفسك
suggest-kind-praise = ثناء
suggest-kind-praise-note = شيء كان جيدًا جدًا
suggest-kind-complaint = شكوى
suggest-kind-complaint-note = عدم الرضا عن خدمة أو عن هذا الموقع
suggest-entry-missing = عن أي خدمة تكتب؟
suggest-entry-missing-text = يرجى البحث عن الخدمة أولًا، ثم فتحها واختيار «الإبلاغ عن خطأ» هناك.
suggest-to-list = البحث عن خدمة

## The form

suggest-title-correction = الإبلاغ عن خطأ
suggest-title-closed = لم تعد الخدمة موجودة
suggest-title-new = اقتراح خدمة
suggest-title-claim = تولّي تحديث الصفحة
suggest-title-praise = ثناء
suggest-title-complaint = شكوى
suggest-intro-correction = شكرًا على مساعدتك. يراجع فريق التحرير ملاحظتك قبل أن يغيّر شيئًا.
suggest-intro-closed = شكرًا على الملاحظة. يتحقق فريق التحرير قبل حذف الصفحة.
suggest-intro-new = يراجع فريق التحرير اقتراحك ويكمل ما ينقص.
suggest-intro-claim = يتحقق فريق التحرير من أنك تتحدث باسم الجهة المقدِّمة. ثم تصلك دعوة بالبريد الإلكتروني.
suggest-intro-feedback = لا يقرأ رسالتك إلا فريق التحرير. لن تُنشر أبدًا.
suggest-message-correction = ما الخطأ، وما الصحيح؟
suggest-message-correction-hint = مثلًا: «رقم الهاتف خطأ. الصحيح هو …»
suggest-message-closed = ماذا تعرف عن ذلك؟
suggest-message-new = ماذا يُقدَّم هناك، ولمن؟
suggest-message-new-hint = من المفيد أيضًا معرفة الأوقات والهاتف والموقع الإلكتروني.
suggest-message-claim = ما عملك هناك؟
suggest-message-praise = ما الذي كان جيدًا؟
suggest-message-complaint = ماذا حدث؟
suggest-message-feedback-hint = يرجى عدم ذكر أسماء أشخاص آخرين أو أي شيء عن صحتهم.
suggest-about-new = ما اسم الخدمة؟
suggest-about-feedback = عن أي خدمة أو جهة تكتب؟
suggest-organization-new = من يقدّمها؟
suggest-organization-claim = باسم أي جهة تتحدث؟
suggest-place = أين هي؟
suggest-source = كيف عرفت ذلك؟
suggest-source-new = الهاتف أو الموقع الإلكتروني
suggest-sender-name = اسمك
suggest-sender-email = عنوان بريدك الإلكتروني
suggest-sender-email-hint = عندها تصلك رسالة حين يرد فريق التحرير. من دون عنوان يمكنك قراءة الرد عبر رابط.
suggest-sender-email-claim-hint = الأفضل عنوان بريدك في العمل. إليه نرسل الدعوة.
suggest-topic = ما أهم موضوع في رسالتك؟
suggest-topic-reachability = صعوبة التواصل
suggest-topic-waiting = مدة الانتظار
suggest-topic-treatment = التعامل مع الناس
suggest-topic-access = العوائق واللغة
suggest-topic-cost = التكلفة
suggest-topic-missing = خدمة ناقصة
suggest-topic-website = هذا الموقع الإلكتروني
suggest-topic-other = شيء آخر
suggest-trap = يرجى ترك هذا الحقل فارغًا
suggest-retention = نحفظ رسالتك حتى اتخاذ قرار بشأنها، ثم 12 شهرًا بعد ذلك.
suggest-retention-feedback = نحفظ رسالتك حتى الانتهاء من معالجتها، ثم 24 شهرًا بعد ذلك. بعدها لا يبقى إلا عدد المرات لكل موضوع.
suggest-privacy = المزيد عن حماية البيانات
suggest-send = إرسال الرسالة

## What is wrong

suggest-faults = يرجى التحقق من هذه المعلومات
suggest-fault-message = يرجى كتابة موضوع رسالتك.
suggest-fault-about = يرجى ذكر اسم الخدمة.
suggest-fault-organization = يرجى ذكر الجهة المقدِّمة.
suggest-fault-sender-name = يرجى ذكر اسمك.
suggest-fault-sender-email = يرجى ذكر عنوان بريدك الإلكتروني.
suggest-fault-topic = يرجى اختيار موضوع.
suggest-fault-too-short = النص قصير جدًا. يرجى كتابة 10 أحرف على الأقل.
suggest-fault-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف هو { $number }. يرجى اختصاره.
suggest-fault-control = في النص علامات غير مرئية. يرجى كتابته من جديد بدلًا من لصقه.
suggest-fault-bidi = في النص علامات غير مرئية تغيّر اتجاه الكتابة. يرجى كتابته من جديد.
suggest-fault-email = هذا ليس عنوان بريد إلكتروني. مثال على الشكل الصحيح: name@example.org
suggest-fault-trap = يرجى تفريغ هذا الحقل وإرسال الرسالة مرة أخرى. إنه يحمينا من الرسائل غير المرغوب فيها.
suggest-fault-entry = لم تعد هذه الصفحة موجودة.
suggest-fault-other = لا يمكننا استخدام هذه المعلومة. يرجى تغييرها.
suggest-held-fast = يرجى إرسال الرسالة مرة أخرى
suggest-held-fast-text = لقد وصلت بسرعة كبيرة. نطلب نقرة ثانية حتى لا تكتب لنا برامج آلية. ما زال نصك موجودًا.
suggest-held-expired = كانت الصفحة مفتوحة مدة طويلة
suggest-held-expired-text = يرجى إرسال الرسالة مرة أخرى. ما زال نصك موجودًا.
suggest-held-full = وصلتنا اليوم رسائل كثيرة جدًا
suggest-held-full-text = يرجى المحاولة مرة أخرى غدًا، أو الاتصال بفريق التحرير. الرقم في صفحة «بيانات الناشر (Impressum)». ما زال نصك موجودًا.

## Where it stands

suggest-state-received = وصلت
suggest-state-in-progress = قيد المعالجة
suggest-state-asked-back = لدينا سؤال
suggest-state-accepted = أُخذ بها
suggest-state-declined = لم يؤخذ بها
suggest-state-dealt-with = عولجت
suggest-state-closed = انتهت

## The link of the sender

answer-title = رسالتك إلى فريق التحرير
answer-thanks = شكرًا، لقد وصلت رسالتك
answer-thanks-text = يرجى حفظ هذه الصفحة. هنا تقرأ ما يحدث بعد ذلك.
answer-kind = النوع
answer-about = الموضوع
answer-state = الحالة
answer-received = لم يقرأ فريق التحرير رسالتك بعد.
answer-in-progress = يعمل فريق التحرير على ذلك.
answer-asked-back = لدى فريق التحرير سؤال لك. يرجى الإجابة في الأسفل.
answer-accepted = أخذ فريق التحرير بملاحظتك. شكرًا جزيلًا!
answer-declined = راجع فريق التحرير ملاحظتك ولم يأخذ بها.
answer-dealt-with = عالج فريق التحرير رسالتك. شكرًا جزيلًا!
answer-closed = قرأ فريق التحرير رسالتك وانتهى منها.
answer-said = ما كُتب
said-you = أنت
said-sender = صاحب الرسالة أو صاحبتها
said-editors = فريق التحرير
answer-reply = إضافة شيء
answer-reply-asked = الإجابة عن السؤال
answer-reply-label = إجابتك
answer-reply-send = إرسال الإجابة
answer-fault-empty = يرجى كتابة إجابة.
answer-fault-closed = لقد انتهت معالجة رسالتك. إذا كان هناك شيء ناقص، يرجى إرسال رسالة جديدة.
answer-fault-too-many = لقد كتبت إجابات كثيرة جدًا. يرجى الانتظار حتى يرد فريق التحرير.
answer-keep = العثور على هذه الصفحة مرة أخرى
answer-keep-text = يرجى حفظ هذا العنوان في المفضلة. لا يستطيع فتح الصفحة إلا من يعرف العنوان.
answer-erased = تبقى هذه الصفحة حتى { $date }. بعد ذلك نحذف رسالتك.

## On the page of an entry

report-button = الإبلاغ عن خطأ
report-more = تولّي تحديث الصفحة، ثناء أو شكوى
report-online = هل هناك شيء خاطئ أو قديم؟ يمكنك الكتابة إلى فريق التحرير. لا حاجة إلى حساب.
footer-suggest = هل هناك شيء ناقص أو خاطئ؟
entry-closed-until = من المتوقع حتى { $date }.

## Data protection

privacy-suggest = عندما تخبرنا بشيء
privacy-suggest-text = نحفظ ما تكتبه في النموذج ووقت وصوله. اسمك وعنوان بريدك الإلكتروني اختياريان. لا يقرأ رسالتك إلا فريق التحرير. لا يُنشر الثناء ولا الشكاوى أبدًا. لا نحفظ عنوان IP الخاص بك بشكل دائم. نعدّ لفترة قصيرة فقط في ذاكرة العمل عدد الرسائل من العنوان نفسه. لا نحتاج لذلك إلى ملفات تعريف الارتباط (Cookies).
privacy-suggest-keep = نحذف رسالتك بعد 12 شهرًا من القرار، والثناء والشكاوى بعد 24 شهرًا، وما لم يُتخذ قرار بشأنه بعد 36 شهرًا. لا يبقى إلا رقم للإحصاء: النوع والموضوع والسنة. عبر الرابط الذي تحصل عليه عند الإرسال ترى في أي وقت ما هو محفوظ. إذا أردت حذفه قبل ذلك، يمكنك الكتابة إلينا هناك.
