# All words people read on the pages, in plain Modern Standard Arabic. Legal texts: legal.ftl.
# Where foreign or typed words stand inside «», U+2068 and U+2069 keep their direction apart from the sentence.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = .
number-decimal = ,
number-about = حوالي { $number }
distance-m = { $number } متر
distance-km = { $number } كم
distance-about-km = حوالي { $number } كم
distance-under-1-km = أقل من 1 كم
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
weekday-mon = الاثنين
weekday-tue = الثلاثاء
weekday-wed = الأربعاء
weekday-thu = الخميس
weekday-fri = الجمعة
weekday-sat = السبت
weekday-sun = الأحد
time-point = الساعة { $time }
time-all-day = على مدار الساعة
list-separator = { "، " }
list-and = { $first } و{ $last }
unknown = غير معروف
external = (يفتح موقعًا آخر)

## Frame

skip-link = الانتقال إلى المحتوى
nav-main = القائمة الرئيسية
nav-map = الخريطة
nav-list = القائمة
nav-municipalities = البلديات
nav-numbers = أرقام مهمة
footer-imprint = بيانات الناشر (Impressum) والمصادر
footer-privacy = حماية البيانات
footer-accessibility = الوصول بلا عوائق
footer-api = البيانات والواجهة البرمجية
breadcrumb = أنت هنا
to-map = إلى الخريطة
back-to-list = العودة إلى القائمة
all-municipalities = كل البلديات
share = مشاركة
print = طباعة

## Search

search-heading = البحث عن خدمات اجتماعية { $place }
search-title = { $filters }: { $count }
search-label = البحث عن خدمات
search-q = عمّ تبحث؟
search-near = المكان أو الرمز البريدي أو موقف الحافلة
search-within = المسافة
search-within-any = أي مسافة
search-locate = بالقرب مني
search-submit = بحث
filters = عوامل التصفية
filters-active = المختار: { $number }
filters-apply = تطبيق التصفية
facet-category = الموضوع
facet-target-group = لمن
facet-municipality = البلدية
facet-municipality-any = كل البلديات
facet-language = اللغة
facet-open = مفتوح
facet-open-now = مفتوح الآن
facet-open-unknown = { $count ->
    [zero] أوقات كل الخدمات معروفة.
    [one] هناك خدمة واحدة أوقاتها غير معروفة.
    [two] هناك خدمتان أوقاتهما غير معروفة.
    [few] هناك { $number } خدمات أوقاتها غير معروفة.
    [many] هناك { $number } خدمة أوقاتها غير معروفة.
   *[other] هناك { $number } خدمة أوقاتها غير معروفة.
}
facet-free = التكلفة
facet-free-yes = مجاني
facet-free-no = غير مجاني
facet-anonymous = دون ذكر الاسم
facet-anonymous-yes = ممكن
facet-anonymous-no = غير ممكن
facet-accessible = بلا عوائق
facet-accessible-yes = نعم
facet-accessible-no = لا
facet-any = لا يهم
facet-unknown = غير معروف
language-de = الألمانية
language-en = الإنجليزية
language-fr = الفرنسية
language-it = الإيطالية
language-es = الإسبانية
language-pt = البرتغالية
language-tr = التركية
language-uk = الأوكرانية
language-ru = الروسية
language-pl = البولندية
language-ro = الرومانية
language-ar = العربية
language-fa = الفارسية
language-ku = الكردية
language-sq = الألبانية
language-sr = الصربية
language-hr = الكرواتية
language-bs = البوسنية
language-cnr = لغة الجبل الأسود
language-mk = المقدونية
language-bg = البلغارية
language-cs = التشيكية
language-hu = المجرية
language-prs = الدرية
language-ps = البشتوية
language-rom = لغة الروما
language-ti = التغرينية
language-gsg = لغة الإشارة الألمانية

active-filters = عوامل التصفية المختارة
active-filter-remove = إزالة عامل التصفية:
active-filters-clear = إزالة كل عوامل التصفية
filter-text = «{ "\u2068" }{ $text }{ "\u2069" }»
filter-near = بالقرب من { $place }
filter-within = على بعد { $distance } على الأكثر من { $place }
filter-bbox = في الجزء الظاهر من الخريطة
filter-served = { $place } (وما يصل إلى هناك أيضًا)
filter-language = اللغة: { $language }
filter-open-at = مفتوح في { $day } الساعة { $time }
filter-free = التكلفة: { $answer }
filter-anonymous = دون ذكر الاسم: { $answer }
filter-accessible = بلا عوائق: { $answer }

offers = { $count ->
    [zero] لا توجد خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $number } خدمات
    [many] { $number } خدمة
   *[other] { $number } خدمة
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] لم نجد أي خدمة
    [zero] لم نجد أي خدمة
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $number } خدمات
    [many] { $number } خدمة
   *[other] { $number } خدمة
}
results-not-searched = ما زال البحث يحتاج إلى معلومة
results-to-map = الخريطة
order-rank = الأنسب أولًا
order-distance = الأقرب أولًا
pagination = صفحات القائمة
pagination-first = إلى بداية القائمة
pagination-next = المزيد من الخدمات

map-title = خريطة النتائج
map-back-to-list = القائمة
map-needs-script = تحتاج الخريطة إلى JavaScript. كل الخدمات موجودة في القائمة أيضًا.

place-understood = لقد كتبت «{ "\u2068" }{ $typed }{ "\u2069" }»، وفهمنا أنك تقصد { $name }.
place-understood-center = تُحسب المسافات من وسط { $name } في خط مستقيم.
place-understood-fallback = لا نعرف الموقع الدقيق للمكان { $name }. تُحسب المسافات من وسط البلدية في خط مستقيم.
place-typed-point = النقطة المختارة
place-in = { $name } ({ $town })
place-others = هل تقصد مكانًا آخر؟

faults-title = لم نفهم ما يلي
faults-without = البحث من دون هذه المعلومات
fault-place = لا نعرف المكان «{ "\u2068" }{ $value }{ "\u2069" }». يرجى إدخال بلدية أو حي أو رمز بريدي أو موقف حافلة من هذه المنطقة.
fault-near = «{ "\u2068" }{ $value }{ "\u2069" }» ليست نقطة على الخريطة. يرجى إدخال مكان أو رمز بريدي.
fault-too-long = نص البحث طويل جدًا. تكفي كلمة أو كلمتان.
fault-distance = «{ "\u2068" }{ $value }{ "\u2069" }» ليست مسافة بالمتر. يرجى اختيار مسافة من القائمة.
fault-category = الموضوع «{ "\u2068" }{ $value }{ "\u2069" }» غير موجود. يرجى اختيار موضوع من القائمة.
fault-target-group = الفئة «{ "\u2068" }{ $value }{ "\u2069" }» غير موجودة. يرجى اختيار فئة من القائمة.
fault-municipality = لا توجد هنا بلدية بالرمز «{ "\u2068" }{ $value }{ "\u2069" }». يرجى اختيار بلدية من القائمة.
fault-bbox = لا يمكننا قراءة جزء الخريطة «{ "\u2068" }{ $value }{ "\u2069" }». يرجى تحريك الخريطة والبحث مرة أخرى.
fault-open = «{ "\u2068" }{ $value }{ "\u2069" }» ليس وقتًا. يرجى اختيار «مفتوح الآن».
fault-cursor = هذا الموضع غير موجود في القائمة. يرجى البدء من الأول.
fault-choice = لا نعرف القيمة «{ "\u2068" }{ $value }{ "\u2069" }» في «{ "\u2068" }{ $word }{ "\u2069" }». يرجى الاختيار من عوامل التصفية.

start-themes = ما الموضوع؟
start-theme-offers = خدمات
start-all = عرض كل الخدمات في قائمة
start-examples = على سبيل المثال
example = { $category } بالقرب من { $place }
start-help = هل تحتاج إلى مساعدة فورية؟
start-help-all = كل الأرقام المهمة

no-hits-understood = بحثنا عن: { $filters }. لا نعرف أي خدمة تناسب ذلك.
no-hits-ways = ما يمكنك فعله
no-hits-without = البحث من دون: { $filter } ({ $offers })
no-hits-start-again = البدء من جديد
no-hits-nearest = أقرب ما نعرفه
no-hits-ask = هنا يمكنك أن تسأل
no-hits-ask-text = ليس كل شيء موجودًا في هذه المجموعة. يمكنك أن تسأل أيضًا في مبنى البلدية (Rathaus) في مكان سكنك أو هنا:
operator-website = الموقع الإلكتروني
phone-short = هاتف

## Cards

approx-place = موقع تقريبي
call-name = الاتصال بـ { $name }: { $number }
card-stale = تاريخ بيانات المصدر: { $date }. يرجى الاتصال قبل الذهاب.
card-age-unknown = لا نعرف مدى حداثة هذه البيانات. يرجى الاتصال قبل الذهاب.
place-protected = العنوان سرّي
place-protected-in = { $town } (العنوان سرّي)
place-online = عبر الإنترنت
place-phone = عبر الهاتف
place-outreach = يأتون إليك
place-mobile = خدمة متنقلة في أماكن مختلفة
place-none = بلا مكان ثابت
place-sites = { $count ->
    [zero] لا توجد مواقع
    [one] موقع واحد
    [two] موقعان
    [few] { $number } مواقع
    [many] { $number } موقعًا
   *[other] { $number } موقع
}

## Times

hours-open-until = مفتوح الآن، حتى { $time }
hours-opens-today = مغلق، يفتح اليوم { $time }
hours-opens-tomorrow = مغلق، يفتح غدًا { $time }
hours-opens-on = مغلق، يفتح يوم { $day } { $time }
hours-opens-in =
    { $count ->
        [zero] مغلق، يفتح الآن
        [one] مغلق، يفتح بعد دقيقة واحدة
        [two] مغلق، يفتح بعد دقيقتين
        [few] مغلق، يفتح بعد { $number } دقائق
        [many] مغلق، يفتح بعد { $number } دقيقة
       *[other] مغلق، يفتح بعد { $number } دقيقة
    }
hours-closes-in =
    { $count ->
        [zero] مفتوح، يغلق الآن
        [one] مفتوح الآن، يغلق بعد دقيقة واحدة
        [two] مفتوح الآن، يغلق بعد دقيقتين
        [few] مفتوح الآن، يغلق بعد { $number } دقائق
        [many] مفتوح الآن، يغلق بعد { $number } دقيقة
       *[other] مفتوح الآن، يغلق بعد { $number } دقيقة
    }
hours-closed = مغلق
hours-appointment-today = اليوم بموعد مسبق فقط
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = اليوم عطلة رسمية ({ $holiday }): يرجى السؤال مسبقًا
hours-holiday-unsure = { $holiday }: الأوقات غير معروفة
hours-school-unknown = تتوقف الأوقات على العطل المدرسية. لا نعرف بعد مواعيد العطل للأيام القادمة. من الأفضل السؤال مسبقًا.
holiday-new-year = رأس السنة
holiday-epiphany = عيد الملوك الثلاثة (Heilige Drei Könige)
holiday-womens-day = اليوم العالمي للمرأة
holiday-good-friday = الجمعة العظيمة
holiday-easter-monday = اثنين الفصح
holiday-labour-day = عيد العمال
holiday-liberation-day = يوم التحرير
holiday-ascension = عيد الصعود
holiday-whit-monday = اثنين العنصرة
holiday-seventeenth-of-june = 17 حزيران/يونيو
holiday-corpus-christi = عيد الجسد (Fronleichnam)
holiday-assumption = عيد انتقال السيدة العذراء
holiday-childrens-day = اليوم العالمي للطفل
holiday-german-unity = يوم الوحدة الألمانية
holiday-reformation = يوم الإصلاح
holiday-all-saints = عيد جميع القديسين
holiday-repentance = يوم التوبة والصلاة
holiday-christmas-day = أول أيام عيد الميلاد
holiday-boxing-day = ثاني أيام عيد الميلاد
hours-appointment = بموعد مسبق
hours-unknown = الأوقات غير معروفة
hours-caption = أوقات العمل في الأيام السبعة القادمة
hours-day = اليوم
hours-time = الأوقات
hours-today = (اليوم)
hours-appointment-long = بموعد مسبق. يرجى تحديد موعد قبل الذهاب.
hours-source-words = ورد في المصدر: «{ "\u2068" }{ $text }{ "\u2069" }»
hours-unknown-long = الأوقات غير معروفة. من الأفضل السؤال مسبقًا.
status-inactive = هذه الخدمة متوقفة حاليًا
status-defunct = لم تعد هذه الخدمة موجودة
status-temporarily-closed = مغلق مؤقتًا

## Entry

entry-organization = الجهة المقدِّمة:
entry-together-with = بالتعاون مع
entry-limited = لمدة محددة: حتى { $date }.
stale-title = تاريخ بيانات المصدر: { $date }
stale-title-unknown = تاريخ بيانات المصدر: غير معروف
stale-text = قد تكون هذه البيانات قديمة. يرجى السؤال مسبقًا.
block-contact = التواصل
block-hours = الأوقات
block-for-whom = لمن
block-cost = التكلفة
block-access = اللغات والوصول بلا عوائق
block-where = المكان
block-other-sites = هنا أيضًا
block-related = مرتبط بـ
block-similar = خدمات مشابهة قريبة
block-standing = حداثة البيانات
block-report = هل هناك خطأ؟
contact-unknown = لا نعرف رقم هاتف ولا بريدًا إلكترونيًا ولا موقعًا إلكترونيًا.
contact-borrowed = ليست كل المعلومات عن هذه الخدمة معروفة. عبارة «الجهة المقدِّمة» تعني بيانات التواصل مع هذه الجهة نفسها.
contact-call = الاتصال
contact-call-organization = الاتصال بالجهة المقدِّمة
contact-email = كتابة بريد إلكتروني
contact-email-organization = بريد إلكتروني إلى الجهة المقدِّمة
contact-website = الموقع الإلكتروني
contact-website-organization = الموقع الإلكتروني للجهة المقدِّمة
for-whom-unknown = لا يذكر المصدر لمن هذه الخدمة.
fact-ages = العمر
fact-anonymous = دون ذكر الاسم
anonymous-yes = نعم، لا يلزمك ذكر اسمك
anonymous-no = لا، يلزمك ذكر اسمك
ages-between = من { $low } إلى { $high } سنة
ages-from = من عمر { $low } سنة
ages-to = حتى عمر { $high } سنة
fact-area = لسكان
area-everywhere = للجميع، بغض النظر عن مكان السكن
fact-capacity = الأماكن
fact-form = نوع الخدمة
fact-legal-basis = الأساس القانوني
cost-free = مجاني
cost-not-free = غير مجاني
cost-unknown = غير معروف. من الأفضل السؤال مسبقًا.
fact-languages = اللغات
fact-accessible = بلا عوائق
access-yes = نعم
access-no = لا
where-protected = العنوان سرّي لحماية الأشخاص هناك. عند التواصل معهم يخبرونك أين يمكنك الذهاب.
where-outreach = تأتي الخدمة إليك. لا حاجة إلى الذهاب إلى أي مكان.
where-mobile = الخدمة في أماكن متغيرة. يمكنك السؤال متى تكون قريبة منك.
where-phone = الخدمة متاحة عبر الهاتف.
where-online = الخدمة متاحة عبر الإنترنت.
where-hosted = الخدمة هناك في ضيافة جهة أخرى.
where-office-hours = لا يوجد أحد هناك إلا في أوقات معينة.
where-several = للخدمة عدة مواقع. ليست كلها مذكورة على حدة في هذه المجموعة.
where-no-rooms = ليس للخدمة مقر خاص.
where-municipality = البلدية:
where-unknown = المكان غير معروف.
where-route = الطريق إلى هناك
where-route-note = يفتح برنامج الخرائط في جهازك
where-stop = أقرب موقف: { $name }، { $distance } (في خط مستقيم).
where-station = أقرب محطة قطار: { $name }، { $distance } (في خط مستقيم). { $access }
station-step-free-yes = يمكن الوصول إلى المحطة بلا درج.
station-step-free-partial = جزء من المحطة فقط يمكن الوصول إليه بلا درج.
station-step-free-no = لا يمكن الوصول إلى المحطة بلا درج.
station-step-free-unknown = لا نعرف هل يمكن الوصول إلى المحطة بلا درج.
approx-next-door = موقع تقريبي: النقطة على الخريطة قريبة من رقم المبنى.
approx-stop = موقع تقريبي: النقطة على الخريطة هي الموقف المسمى باسم المكان.
approx-street = موقع تقريبي: الشارع معروف، أما الموضع الدقيق فغير معروف.
approx-district = موقع تقريبي: لا نعرف إلا الحي. النقطة على الخريطة هي وسطه.
approx-postcode = موقع تقريبي: لا نعرف إلا الرمز البريدي.
approx-municipality = موقع تقريبي: لا تظهر الخريطة إلا وسط البلدية.
standing-unknown = تاريخ بيانات المصدر غير معروف، ولم تؤكدها الجهة المقدِّمة. يرجى الاتصال قبل الذهاب.
standing-source = تاريخ بيانات المصدر: { $date }، لم تؤكدها الجهة المقدِّمة.
standing-source-stale = تاريخ بيانات المصدر: { $date }، لم تؤكدها الجهة المقدِّمة. يرجى الاتصال قبل الذهاب.
standing-provider = أكدتها الجهة المقدِّمة: { $date }.
standing-provider-stale = آخر تأكيد من الجهة المقدِّمة: { $date }. يرجى الاتصال قبل الذهاب.
standing-editor = أكدها فريق التحرير: { $date }.
standing-editor-stale = آخر تأكيد من فريق التحرير: { $date }. يرجى الاتصال قبل الذهاب.
fact-unconfirmed = ملاحظة
unconfirmed-text = المصدر نفسه يذكر أن هذه الخدمة غير مؤكدة.
fact-source-kind = نوع المصدر
fact-sources = المصادر
fact-confidence = مدى التأكد
confidence-high = مؤكد: معلومة واضحة من المؤسسة نفسها أو من جهة رسمية، أو تقرير حديث
confidence-medium = مؤكد إلى حد ما: مصدر قديم أو موجز
confidence-low = غير مؤكد: ذُكر عرضًا فقط، أو استنتاج، أو من مصدر خاص
fact-position-source = مصدر الموقع
fact-keeper = من يحدّث البيانات
keeper-source = لا أحد حتى الآن؛ جُمعت من مصادر عامة
keeper-provider = الجهة المقدِّمة
keeper-editor = فريق التحرير
report-text = هل هناك خطأ أو معلومة قديمة أو شيء ناقص؟ يرجى إخبارنا، مع ذكر رمز الصفحة.
report-id = رمز هذه الصفحة:
report-subject = ملاحظة بشأن «{ $name }»

## Organization

block-organization = عن الجهة المقدِّمة
organization-short = الاسم المختصر
organization-kind = النوع
organization-umbrella = الاتحاد
organization-services = { $count ->
    [zero] لا توجد خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $number } خدمات
    [many] { $number } خدمة
   *[other] { $number } خدمة
}
organization-no-services = لا نعرف خدمة عامة لهذه الجهة.
organization-standing = تاريخ بيانات المصدر: { $date }، لم تؤكدها الجهة المقدِّمة.

## Municipalities

municipalities-title = بلديات { $place }
municipalities-intro = عدد البلديات: { $number }. ماذا يوجد فيها، وماذا ينقص، وأين أقرب خدمة.
municipalities-offers = الخدمات المعروفة
municipalities-people = السكان
municipalities-population-source = عدد السكان حسب تعداد 2022 (Zensus)، في { $date }. المصدر: Statistische Ämter des Bundes und der Länder (مكاتب الإحصاء الألمانية).
municipality = البلدية
municipality-known = { $count ->
    [0] لا نعرف أي خدمة هنا. هذه المجموعة عيّنة وليست دليلًا كاملًا.
    [zero] لا نعرف أي خدمة هنا. هذه المجموعة عيّنة وليست دليلًا كاملًا.
    [one] نعرف هنا خدمة واحدة. هذه المجموعة عيّنة وليست دليلًا كاملًا.
    [two] نعرف هنا خدمتين. هذه المجموعة عيّنة وليست دليلًا كاملًا.
    [few] نعرف هنا { $number } خدمات. هذه المجموعة عيّنة وليست دليلًا كاملًا.
    [many] نعرف هنا { $number } خدمة. هذه المجموعة عيّنة وليست دليلًا كاملًا.
   *[other] نعرف هنا { $number } خدمة. هذه المجموعة عيّنة وليست دليلًا كاملًا.
}
municipality-here = ما يوجد هنا أو يخدم سكان هذا المكان
municipality-unsited = { $number } (بلا مقر هنا)
municipality-nothing = لا نعرف أي خدمة.
municipality-list = عرض كل هذه الخدمات
municipality-missing = ما لا نعرف عنه شيئًا هنا
municipality-missing-note = عدم معرفتنا بخدمة هنا لا يعني أنها غير موجودة.
municipality-nearest = الأقرب:
municipality-placeless = لا حاجة إلى الذهاب إلى مكان، الخدمة في المقاطعة:
municipality-none-in-county = لا نعرف أي خدمة في المقاطعة كلها
municipality-distances = المسافات في خط مستقيم من وسط { $name }.
municipality-served = ما يأتي إلى هنا من مكان آخر أو يشمل هذه البلدية
served-intro = { $count ->
    [zero] لا توجد خدمات من مكان آخر لهذه البلدية.
    [one] خدمة واحدة مقرها في مكان آخر، لكنها حسب بياناتها تشمل هذه البلدية أيضًا.
    [two] خدمتان مقرهما في مكان آخر، لكنهما حسب بياناتهما تشملان هذه البلدية أيضًا.
    [few] { $number } خدمات مقرها في مكان آخر، لكنها حسب بياناتها تشمل هذه البلدية أيضًا.
    [many] { $number } خدمة مقرها في مكان آخر، لكنها حسب بياناتها تشمل هذه البلدية أيضًا.
   *[other] { $number } خدمة مقرها في مكان آخر، لكنها حسب بياناتها تشمل هذه البلدية أيضًا.
}
municipality-people = السكان
people-census = عدد السكان في { $date }: { $number } (تعداد 2022، Statistische Ämter des Bundes und der Länder، أي مكاتب الإحصاء الألمانية).
people-update = إحصاء آخر لا يمكن مقارنته بالسابق: عدد السكان { $number } في { $date } ({ $base }، Statistisches Bundesamt، أي المكتب الاتحادي للإحصاء).
people-bands = الفئات العمرية، أرقام تقديرية
people-age = العمر
people-count = السكان
ages-lt18 = أقل من 18
ages-18to29 = من 18 إلى 29
ages-30to49 = من 30 إلى 49
ages-50to64 = من 50 إلى 64
ages-ge65 = 65 وأكثر
municipality-town-hall = مبنى البلدية (Rathaus)
town-hall-unknown = عنوان مبنى البلدية غير معروف.
municipality-union = الإدارة المشتركة للبلديات
municipality-districts = الأحياء والقرى التابعة

## Numbers

numbers-title = أرقام مهمة
numbers-intro = عند الحاجة إلى مساعدة سريعة. اضغط على الرقم للاتصال.
number-free = مجاني
number-not-free = غير مجاني
number-cost-unknown = التكلفة غير معروفة
number-source = المصدر:

## Errors

error-code = خطأ { $code }
error-404-title = هذه الصفحة غير موجودة
error-404-text = ربما لم تعد الخدمة في المجموعة، أو في العنوان خطأ مطبعي. يمكنك المتابعة من هنا:
error-400-title = لا نفهم هذا الطلب
error-400-text = في العنوان شيء لا يمكننا قراءته. من الأفضل البدء من جديد:
error-405-title = هذا غير ممكن هنا
error-405-text = هذه الصفحة للعرض فقط. يمكنك المتابعة من هنا:
error-503-title = الضغط كبير حاليًا
error-503-text = يرجى المحاولة مرة أخرى بعد دقيقة. في حالة الطوارئ اتصل بالرقم 112.
error-429-title = كانت هذه طلبات كثيرة جدًا في وقت قصير
error-429-text = جاء من اتصالك عدد من الطلبات أكبر مما يمكننا الإجابة عنه دفعة واحدة. يرجى المحاولة مرة أخرى بعد دقيقة.
error-500-title = حدث خطأ عندنا
error-500-text = ليس الخطأ منك. يرجى المحاولة لاحقًا. في حالة الطوارئ اتصل بالرقم 112.
error-request-id = رمز الطلب: { $id }
error-to-start = إلى الخريطة والبحث
error-to-list = كل الخدمات في قائمة

## For the browser's scripts

js-results-zero = لم نجد أي خدمة
js-results-one = خدمة واحدة ({ $count })
js-results-two = خدمتان ({ $count })
js-results-few = { $count } خدمات
js-results-many = { $count } خدمة
js-results-other = { $count } خدمة
js-results-none = لم نجد أي خدمة
js-loading = جارٍ تحميل النتائج…
js-load-error = لم نتمكن من تحميل النتائج. يرجى التحقق من الاتصال بالإنترنت.
js-retry = المحاولة مرة أخرى
js-map-label = خريطة الخدمات
js-map-loading = جارٍ تحميل الخريطة…
js-map-error = لم نتمكن من تحميل الخريطة. كل الخدمات موجودة في القائمة.
js-zoom-in = تكبير
js-zoom-out = تصغير
js-whole-county = المقاطعة كلها
js-search-here = البحث في هذا الجزء من الخريطة
js-cluster-zero = لا توجد خدمات
js-cluster-one = خدمة واحدة ({ $count })، يرجى التكبير لعرضها
js-cluster-two = خدمتان ({ $count })، يرجى التكبير لعرضهما
js-cluster-few = { $count } خدمات، يرجى التكبير لعرضها
js-cluster-many = { $count } خدمة، يرجى التكبير لعرضها
js-cluster-other = { $count } خدمة، يرجى التكبير لعرضها
js-same-place-zero = لا توجد خدمات في هذا المكان
js-same-place-one = خدمة واحدة ({ $count }) في هذا المكان
js-same-place-two = خدمتان ({ $count }) في هذا المكان
js-same-place-few = { $count } خدمات في هذا المكان
js-same-place-many = { $count } خدمة في هذا المكان
js-same-place-other = { $count } خدمة في هذا المكان
js-place-zero = لا توجد خدمات في { $place }
js-place-one = خدمة واحدة ({ $count }) في { $place }، الموقع الدقيق غير معروف
js-place-two = خدمتان ({ $count }) في { $place }، الموقع الدقيق غير معروف
js-place-few = { $count } خدمات في { $place }، الموقع الدقيق غير معروف
js-place-many = { $count } خدمة في { $place }، الموقع الدقيق غير معروف
js-place-other = { $count } خدمة في { $place }، الموقع الدقيق غير معروف
js-marker = { $name }، { $category }، { $place }
js-marker-no-place = { $name }، { $category }
js-approx = موقع تقريبي
js-placeless-zero = لا توجد خدمات بلا مكان ثابت
js-placeless-one = خدمة واحدة ({ $count }) بلا مكان ثابت موجودة في القائمة فقط
js-placeless-two = خدمتان ({ $count }) بلا مكان ثابت موجودتان في القائمة فقط
js-placeless-few = { $count } خدمات بلا مكان ثابت موجودة في القائمة فقط
js-placeless-many = { $count } خدمة بلا مكان ثابت موجودة في القائمة فقط
js-placeless-other = { $count } خدمة بلا مكان ثابت موجودة في القائمة فقط
js-popup-close = إغلاق
js-card-close = إغلاق بطاقة الخدمة
js-open-entry = إلى الخدمة
js-locate-working = جارٍ تحديد موقعك…
js-locate-denied = متصفحك لا يسمح بمعرفة موقعك. يرجى إدخال مكان أو رمز بريدي.
js-locate-unavailable = لم نتمكن من تحديد موقعك. يرجى إدخال مكان أو رمز بريدي.
js-locate-here = موقعي
js-link-copied = تم نسخ الرابط
js-share-failed = لم نتمكن من نسخ الرابط. تجده في شريط العنوان.
js-attribution = مصادر الخريطة
