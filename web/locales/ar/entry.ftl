# Mit einem Angebot etwas tun: merken, weitergeben, mitnehmen, ausdrucken. Merkliste, Aushang, Neuigkeiten.

## Seite eines Angebots: Knöpfe und der Block "Mitnehmen und weitergeben"
block-take = الحفظ والمشاركة
entry-actions = حفظ الخدمة ومشاركتها
save = حفظ
save-named = حفظ { $name }
saved-list-link = قائمتي
# Steht vor dem Merken bei Angeboten zum Schutz vor Gewalt.
save-discreet = من يستخدم جهازك يستطيع رؤية القائمة. لا تحفظ هذه الخدمة إلا إذا لم يكن هناك من يطّلع على جهازك.
save-anyway = الحفظ رغم ذلك
take-contact = إضافة إلى جهات الاتصال
take-contact-note = ملف لدفتر العناوين (vCard)
take-hours = إضافة أوقات العمل إلى التقويم
take-hours-note = ملف للتقويم (iCalendar). يسري سنة واحدة.
take-hours-none-appointment = لا توجد أوقات للتقويم: بموعد مسبق فقط.
take-hours-none-unknown = لا توجد أوقات للتقويم: لا نعرف أوقات عمل مؤكدة.
take-hours-none-always = لا توجد أوقات للتقويم: هذه الخدمة مفتوحة على مدار الساعة.
take-hours-none-irregular = لا توجد أوقات للتقويم: تتغيّر الأوقات كثيرًا.
take-hours-none-closed = لا توجد أوقات للتقويم: هذه الخدمة مغلقة حاليًا.
take-mail = مشاركة بالبريد الإلكتروني
take-mail-note = يفتح برنامج البريد الإلكتروني
take-poster = نشرة للطباعة
take-poster-note = صفحة واحدة A4 مع رمز QR
take-pdf = نشرة بصيغة PDF
take-pdf-note = للحفظ أو التعليق
take-qr = رمز QR لهذه الصفحة
qr-alt = رمز QR فيه عنوان هذه الصفحة
mail-subject = { $name }
mail-body = قد تساعدك هذه الخدمة: { $name }
block-same-place = في المكان نفسه
where-map-osm = OpenStreetMap
where-map-apple = خرائط Apple
where-map-note = يفتح موقعًا آخر يعرض هذا المكان
where-station-step-free = أقرب محطة قطار يمكن الوصول إليها بلا درج: { $name }، { $distance }
entry-description = { $category } { $place }. { $summary }

## Im Kalender und im Adressbuch
card-hours = أوقات العمل: { $hours }
card-check = يرجى الاتصال قبل الزيارة.
calendar-summary = { $name }: مفتوح

## Merkliste
saved-title = قائمتي
saved-intro = القائمة موجودة في عنوان هذه الصفحة. يمكنك مشاركة العنوان من دون حساب.
saved-count = { $count ->
    [zero] لا توجد خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $number } خدمات
    [many] { $number } خدمة
   *[other] { $number } خدمة
 }
saved-empty-title = لم تُحفظ أي خدمة بعد
saved-empty = يرجى البحث عن خدمة واختيار «حفظ» هناك.
saved-too-many = { $count ->
    [zero] تتسع القائمة لـ 50 خدمة.
    [one] تتسع القائمة لـ 50 خدمة. هناك خدمة واحدة أخرى لا تظهر هنا.
    [two] تتسع القائمة لـ 50 خدمة. هناك خدمتان أخريان لا تظهران هنا.
    [few] تتسع القائمة لـ 50 خدمة. هناك { $number } خدمات أخرى لا تظهر هنا.
    [many] تتسع القائمة لـ 50 خدمة. هناك { $number } خدمة أخرى لا تظهر هنا.
   *[other] تتسع القائمة لـ 50 خدمة. هناك { $number } خدمة أخرى لا تظهر هنا.
 }
saved-gone = { $count ->
    [zero] كل خدمات هذه القائمة ما زالت موجودة.
    [one] خدمة واحدة من هذه القائمة لم تعد موجودة.
    [two] خدمتان من هذه القائمة لم تعودا موجودتين.
    [few] { $number } خدمات من هذه القائمة لم تعد موجودة.
    [many] { $number } خدمة من هذه القائمة لم تعد موجودة.
   *[other] { $number } خدمة من هذه القائمة لم تعد موجودة.
 }
saved-not-an-entry = لا توجد خدمة باسم «{ "\u2068" }{ $text }{ "\u2069" }». يرجى إدخال عنوان صفحة الخدمة أو البحث عن اسمها.
saved-discreet = في هذه القائمة خدمات للحماية من العنف. يبقى العنوان في سجل متصفحك. يرجى حذف السجل إذا كان من الممكن أن يطّلع عليه أحد.
saved-remove = إزالة
saved-remove-named = إزالة { $name } من القائمة
saved-mail-subject = القائمة: { $site }
saved-mail-body = جمعت لك هذه الخدمات:
saved-search = البحث عن خدمة أخرى
saved-search-hint = الاسم أو كلمة أو عنوان صفحة الخدمة
saved-search-button = بحث
saved-found = النتائج
saved-found-none = لم نجد شيئًا.
saved-add = إلى القائمة
saved-add-named = إضافة { $name } إلى القائمة
saved-full = القائمة ممتلئة. يرجى إزالة خدمة أولًا.
saved-already = موجودة في القائمة
saved-device = على هذا الجهاز
saved-keep = حفظ هذه القائمة على الجهاز
saved-forget = حذف من الجهاز
saved-no-script = متصفحك لا يشغّل البرامج النصية. القائمة موجودة في العنوان فقط: يرجى حفظ هذه الصفحة في المفضلة.
saved-printed = تاريخ القائمة: { $date }
saved-address = عنوان هذه القائمة

## Für die Skripte
js-saved-nav = قائمتي ({ $count })
js-saved-on-zero = تم الحفظ. القائمة فارغة.
js-saved-on-one = تم الحفظ. في القائمة خدمة واحدة ({ $count }).
js-saved-on-two = تم الحفظ. في القائمة خدمتان ({ $count }).
js-saved-on-few = تم الحفظ. في القائمة { $count } خدمات.
js-saved-on-many = تم الحفظ. في القائمة { $count } خدمة.
js-saved-on-other = تم الحفظ. في القائمة { $count } خدمة.
js-saved-off = تمت الإزالة من القائمة.
js-saved-full = القائمة ممتلئة: 50 خدمة.
js-saved-refused = متصفحك لا يسمح بالحفظ. القائمة موجودة في عنوان هذه الصفحة فقط: يرجى حفظ الصفحة في المفضلة.
js-saved-same = هذه القائمة محفوظة على هذا الجهاز.
js-saved-differs = هذه القائمة ليست القائمة المحفوظة على هذا الجهاز.
js-saved-nothing = لا توجد قائمة محفوظة على هذا الجهاز.
js-saved-kept = حُفظت القائمة الآن على هذا الجهاز.
js-saved-kept-without = حُفظت القائمة الآن على هذا الجهاز. لم نحفظ خدمات الحماية من العنف.
js-saved-forgotten = حُذفت القائمة من هذا الجهاز.

## Merkblatt
poster-title = نشرة: { $name }
poster-back = العودة إلى الخدمة
poster-where = أين
poster-when = متى
poster-contact = التواصل
poster-for-whom = لمن
poster-cost = التكلفة
poster-access = الوصول بلا عوائق
poster-scan = كل المعلومات على الهاتف: مسح رمز QR
poster-no-hours = يرجى السؤال عن الأوقات
poster-from = من: { $site }

## Listen als PDF
list-pdf = هذه القائمة بصيغة PDF
list-pdf-title = خدمات { $place }
list-pdf-more = هنا أول الخدمات، وعددها { $number }. القائمة الكاملة على الإنترنت.
list-pdf-stand = طُبعت في { $date }
list-pdf-page = صفحة

## Neuigkeiten und Suchmaschinen
feed-title = الجديد والمعدّل: { $site }
feed-link = الاشتراك في جديد هذا البحث (Atom)
