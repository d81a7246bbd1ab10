# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = للجهات المقدِّمة والدوائر: تسجيل الدخول
error-401-title = انتهى تسجيل دخولك
error-401-text = يرجى فتح صفحة «Anmelden» (تسجيل الدخول) في نافذة جديدة وتسجيل الدخول. ثم العودة في هذه النافذة إلى الخلف: ما كتبته ما زال موجودًا، ويمكنك إرساله مرة أخرى.
error-403-title = لا يُسمح لك بذلك هنا
error-403-text = ليس لحسابك حق في ذلك. إذا كنت تعتقد أن هذا خطأ، يرجى سؤال الإدارة. يمكنك المتابعة من هنا:
error-forged-title = لم نقبل النموذج
error-forged-text = لم يأت النموذج من صفحة من Sozialatlas، أو أن متصفحك لا يقبل ملفات تعريف الارتباط (Cookies). يرجى فتح الصفحة من جديد والمحاولة مرة أخرى.
error-413-title = الحجم كبير جدًا
error-413-text = لا يجوز أن يتجاوز النموذج { $form } ميغابايت، والملف { $file } ميغابايت. لم يُحفظ شيء. ارجع صفحة واحدة في المتصفح: ما كتبته يبقى هناك غالبًا. اختصر النص أو قسّم الملف، ثم أرسله مرة أخرى.
privacy-accounts = إذا كان لديك حساب هنا
privacy-accounts-text = نحفظ اسمك وعنوان بريدك الإلكتروني ومهمتك والجهة التي تتحدث باسمها ووقت آخر تسجيل دخول. نحفظ كلمة المرور والرموز وبيانات الدخول بطريقة لا يستطيع أحد قراءتها. مفتاح رموز تطبيقك فقط محفوظ بشكل مقروء في قاعدة البيانات، وإلا لما استطعنا التحقق من الرموز.
privacy-accounts-log = نسجّل لمدة 180 يومًا ما يحدث في الحسابات: تسجيلات الدخول وكلمات المرور الخاطئة والحقوق المعدّلة. لا يُذكر عنوان IP الخاص بك. ينتهي تسجيل الدخول بعد 8 ساعات بلا استخدام، وإلا بعد 12 ساعة، وللجهات المقدِّمة بعد 7 أيام.
privacy-accounts-provider = إذا سجّلتم الدخول عبر جهة أخرى، نحفظ الرقم الذي تعرفكم به تلك الجهة، ومنذ متى حسابكم مرتبط بها، ومتى سجّلتم الدخول بهذه الطريقة آخر مرة. ولا نحصل من تلك الجهة إلا على هذا الرقم وعنوان بريدكم الإلكتروني ومدى أمان تسجيل الدخول.
privacy-accounts-end = في «Mein Konto» (حسابي) يمكنك تنزيل كل ما حفظناه عنك وحذف حسابك. عندها لا يبقى في سجل الصفحات إلا رقم من دون اسمك.

## What is kept, and how long

kept-hours = { $count ->
    [zero] { $number } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $number } ساعات
    [many] { $number } ساعة
   *[other] { $number } ساعة
}
kept-days = { $count ->
    [zero] { $number } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $number } أيام
    [many] { $number } يومًا
   *[other] { $number } يوم
}
kept-months = { $count ->
    [zero] { $number } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $number } أشهر
    [many] { $number } شهرًا
   *[other] { $number } شهر
}
kept-until-erased = حتى حذفه
kept-account = الحساب مع الاسم وعنوان البريد الإلكتروني والمهمة والجهة
kept-scenario = سيناريو تخطيط مع اسمه وملاحظة والشخص الذي حفظه
kept-session-idle = تسجيل دخول لا يُستخدم
kept-session-provider = تسجيل دخول جهة مقدِّمة، على الأكثر
kept-session-county = تسجيل دخول التحرير والتخطيط والإدارة، على الأكثر
kept-device = جهاز سبق أن سجّلت الدخول منه
kept-invitation = رابط دعوة
kept-reset = رابط لكلمة مرور جديدة
kept-email-confirm = رابط يؤكَّد به عنوان بريد إلكتروني جديد
kept-email-objection = رابط يُعترض به من العنوان السابق على عنوان بريد إلكتروني جديد
kept-confirm-link = رابط تؤكَّد به معلومات صفحة
kept-audit = سجل بما حدث في الحسابات
kept-sent-mail = إرسال رسالة بريد إلكتروني، من دون نصها
kept-failed-mail = رسالة بريد إلكتروني لم تصل
kept-suggestion = اقتراح مع مرسله، بعد اتخاذ القرار بشأنه
kept-feedback = ثناء أو شكوى مع المرسل، بعد الرد
kept-suggestion-open = اقتراح أو ثناء أو شكوى لم يتخذ أحد قرارًا بشأنها
kept-request = طلب من برنامج، حتى لا يحدث شيء مرتين
kept-usage-view = كم مرة فُتحت صفحة خدمة ما في الشهر؛ دون بيانات عن أشخاص
kept-usage-led = كلمات البحث التي أوصلت إلى الخدمات، ابتداءً من خمس عمليات بحث متماثلة؛ دون بيانات عن أشخاص
kept-usage-unmet = ما بُحث عنه ولم يُعثر عليه، ابتداءً من خمس عمليات بحث متماثلة؛ دون بيانات عن أشخاص
kept-other = غير ذلك
privacy-kept = مدة حفظ البيانات
privacy-kept-text = من يبحث فقط لا يترك شيئًا. أما من لديه حساب أو يكتب إلينا، فيسري عليه ما يلي:

## The public history of an entry

field-name = الاسم
field-description = الوصف
field-organization = الجهة المقدِّمة
field-co-organizations = جهات أخرى
field-categories = المواضيع
field-target-groups = لمن
field-service-forms = نوع الخدمة
field-legal-bases = الأساس القانوني
field-ages = العمر
field-ages-text = من { $low } إلى { $high } سنة
field-cost = التكلفة
field-anonymous = دون ذكر الاسم
field-languages = اللغات
field-phones = الهاتف
field-email = البريد الإلكتروني
field-website = الموقع الإلكتروني
field-status = هل تعمل الخدمة
field-closure = الإغلاق
field-publish = فترة النشر
field-publish-text = من { $from } إلى { $until }
field-related = مرتبط بـ
field-site-type = نوع الموقع
field-disclosure = ما يظهر للجميع
field-municipality = البلدية
field-address = العنوان
field-position = النقطة على الخريطة
field-schedule = الأوقات
field-accessible = الوصول بلا عوائق
field-capacity = الأماكن
field-service-area = منطقة الخدمة
field-valid-to = لمدة محددة حتى
field-assurance = التأكيد
field-internal-note = ملاحظة داخلية
field-sites = المواقع
field-other = معلومة أخرى
public-history-title = ما الذي تغيّر: { $name }
public-history-intro = ترى هنا ما الذي تغيّر في هذه الصفحة ومتى.
public-history-empty = لم يتغيّر شيء حتى الآن.
public-history-contact = التواصل مع فريق التحرير
public-event-published = نُشرت الصفحة
public-event-confirmed = أُكدت المعلومات
public-event-withdrawn = أُزيلت الصفحة من الأطلس
public-event-changed = تغيّر: { $fields }
public-history-link = ما الذي تغيّر ومتى

## Free places

capacity-free = توجد أماكن شاغرة، تاريخ المعلومة: { $date }
capacity-waiting-list = توجد قائمة انتظار، تاريخ المعلومة: { $date }
capacity-full = لا توجد أماكن حاليًا، تاريخ المعلومة: { $date }

## What is near and what is far

footer-planning = للتخطيط: مناطق بلا خدمات
plan-percent = { $number } %
plan-percent-under-1 = أقل من 1 %
plan-percent-over-99 = أكثر من 99 %
near-title = ما القريب وما البعيد
near-intro = لكم من الناس في { $name } لا تبعد أقرب خدمة أكثر من { $distance }؟ القياس في خط مستقيم، والطريق أطول في الغالب.
near-most = قريب للجميع تقريبًا
near-some = قريب لكثيرين، بعيد لبعضهم
near-few = الموقع بعيد لمعظم الناس
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [zero] ولا خدمات أخرى بلا مقر هنا
    [one] وكذلك خدمة واحدة ({ $number }) بلا مقر هنا
    [two] وكذلك خدمتان ({ $number }) بلا مقر هنا
    [few] وكذلك { $number } خدمات بلا مقر هنا
    [many] وكذلك { $number } خدمة بلا مقر هنا
   *[other] وكذلك { $number } خدمة بلا مقر هنا
}
near-note-comes = { $note } · { $comes }
near-note = بين القوسين نسبة الناس التي ينطبق عليها ذلك (تقديرًا). أما البعيد فتُذكر مسافته من وسط { $name }. لم نحسب إلا خدمات من مجموعتنا يمكن الذهاب إليها. بعض الخدمات يأتي إلى المنزل أو متاح عبر الهاتف. { $note }.
