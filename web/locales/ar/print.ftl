# ما يُطبع: ملصقات ومنشورات وأوقات الدوام بجمل (/plakate, /plakate/a4.pdf).

## الصفحة /plakate
posters-title = ملصقات وقوائم للطباعة
posters-intro = تجدون هنا ملصقات ومنشورات وقوائم بصيغة PDF: لكل بلدية، ولكل موضوع، ولكليهما معًا. يمكن تعليقها وإعطاؤها لآخرين.
posters-link = ملصقات وقوائم للطباعة
posters-link-here = ملصق وقائمة للطباعة: { $name }
posters-municipality = البلدية
posters-category = الموضوع
posters-all-municipalities = المقاطعة كلها
posters-all-topics = كل المواضيع
posters-whole-topic = { $topic }: الكل
posters-choose = عرض
posters-of = { $what }: { $where }
posters-a4 = ملصق A4
posters-a3 = ملصق A3
posters-a5 = منشور A5
posters-list = القائمة بصيغة PDF
posters-page = القائمة على الإنترنت
posters-none-note = هذا لا يعني أنها غير موجودة. الملصق يذكر ذلك ويذكر أقرب الخدمات.
posters-none-anywhere = لذلك لا يوجد ملصق لهذا الموضوع. من الأفضل السؤال في دار البلدية (Rathaus).
posters-discreet = هذا الملصق يخص دائمًا المقاطعة كلها، كي لا يكشف موقع مكان محمي.
posters-by-municipality = حسب البلدية
posters-by-topic = حسب الموضوع
posters-by-topic-in = حسب الموضوع: { $name }
posters-fault = هذا الاختيار غير موجود
posters-fault-text = لا نعرف البلدية أو الموضوع المذكور في العنوان. يرجى الاختيار من جديد.

## على الملصق
posters-heading = خدمات اجتماعية
posters-document = ملصق: { $what }، { $where }
posters-shown = { $count ->
    [zero] المذكور هنا: { $shown } من { $number } خدمة.
    [one] المذكور هنا: { $shown } من { $number } خدمة.
    [two] المذكور هنا: { $shown } من { $number } خدمتين.
    [few] المذكور هنا: { $shown } من { $number } خدمات.
    [many] المذكور هنا: { $shown } من { $number } خدمة.
   *[other] المذكور هنا: { $shown } من { $number } خدمة.
}
posters-empty = { $place }: لا توجد خدمة من هذا النوع في مجموعتنا.
posters-empty-all = { $place }: لا توجد أي خدمة في مجموعتنا حتى الآن.
posters-offers-at = { $count ->
    [zero] { $offers } في { $number } مكان
    [one] { $offers } في مكان واحد
    [two] { $offers } في مكانين
    [few] { $offers } في { $number } أماكن
    [many] { $offers } في { $number } مكانًا
   *[other] { $offers } في { $number } مكان
}
posters-more-places = { $count ->
    [zero] وفي { $number } مكان آخر
    [one] وفي مكان آخر
    [two] وفي مكانين آخرين
    [few] وفي { $number } أماكن أخرى
    [many] وفي { $number } مكانًا آخر
   *[other] وفي { $number } مكان آخر
}
posters-empty-county = لا توجد خدمة لهذا الموضوع في مجموعتنا.
posters-served = خدمات في أماكن أخرى تشمل أيضًا { $place }:
posters-nearest = الأقرب (بخط مستقيم من وسط { $place }):
posters-elsewhere = في أماكن أخرى من المقاطعة:
posters-scan = كل الخدمات على الهاتف: مسح رمز QR
posters-qr-alt = رمز QR فيه عنوان القائمة على الإنترنت
posters-how = أولًا الخدمات التي لها رقم هاتف، ثم ما تم تأكيده أخيرًا.
posters-how-topics = الخدمات من مواضيع مختلفة، وإن أمكن مع رقم هاتف وتأكيد حديث.
posters-from = من: { $site }. بتاريخ { $date }. مصدر المعلومات مذكور على الإنترنت عند كل خدمة.
posters-hours-online = يرجى معرفة الأوقات من الإنترنت أو بالسؤال

## أوقات الدوام بجمل
said-hours-always = مفتوح على مدار الساعة.
said-hours-days = { $days }: { $times }.
said-hours-range = من { $from } إلى { $to }
said-hours-first = { $day } الأول من كل شهر: { $times }.
said-hours-second = { $day } الثاني من كل شهر: { $times }.
said-hours-third = { $day } الثالث من كل شهر: { $times }.
said-hours-fourth = { $day } الرابع من كل شهر: { $times }.
said-hours-fifth = { $day } الخامس من كل شهر: { $times }.
said-hours-last = { $day } الأخير من كل شهر: { $times }.
said-hours-even-weeks = كل أسبوعين يوم { $day } (أسابيع السنة الزوجية): { $times }.
said-hours-odd-weeks = كل أسبوعين يوم { $day } (أسابيع السنة الفردية): { $times }.
said-hours-holidays-open = في أيام العطل الرسمية: { $times }.
said-hours-holidays-closed = مغلق في أيام العطل الرسمية.
said-hours-school-closed = مغلق في العطلة المدرسية.
