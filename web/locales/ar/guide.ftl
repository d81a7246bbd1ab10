## Der Wegweiser (/wegweiser), der Ausgang auf Seiten über Gewalt, die neuen Filter und was bei null Treffern weiterführt.

nav-guide = المرشد
guide-title = ما وضعك؟
guide-intro = يرجى اختيار ما يناسبك أكثر. بعد ثلاثة أسئلة على الأكثر ترى خدمات مناسبة. لا نحفظ إجاباتك.
guide-situations = مواقف الحياة
guide-answers = الإجابات
guide-step = السؤال { $number }
guide-back = خطوة إلى الخلف
guide-restart = البدء من جديد
guide-path = إجاباتك
guide-numbers = هنا تجد مساعدة فورية
guide-offers-in = { $count ->
    [0] لا توجد أي خدمة منها في { $place } ولا تصل إليها.
    [zero] لا توجد أي خدمة منها في { $place } ولا تصل إليها.
    [one] منها خدمة واحدة ({ $number }) في { $place } أو تشمل { $place } أيضًا.
    [two] منها خدمتان ({ $number }) في { $place } أو تشملان { $place } أيضًا.
    [few] منها { $number } خدمات في { $place } أو تشمل { $place } أيضًا.
    [many] منها { $number } خدمة في { $place } أو تشمل { $place } أيضًا.
   *[other] منها { $number } خدمة في { $place } أو تشمل { $place } أيضًا.
}
guide-offers-none = لا نعرف خدمة لذلك. هذا لا يعني أنه لا توجد خدمة. يمكنك السؤال في مبنى البلدية (Rathaus) أو في استشارة اجتماعية.
guide-list = الكل في قائمة
guide-map = الكل على الخريطة
guide-list-of = الكل في قائمة: { $name }
guide-map-of = الكل على الخريطة: { $name }
guide-place = أين تسكن؟
guide-place-hint = لا حاجة إلى اختيار شيء. عند اختيار بلدية ترى الأقرب أولًا.
guide-place-any = المقاطعة كلها
guide-place-apply = عرض
guide-pays = من يدفع
guide-bring = ماذا تُحضر معك
guide-next = ما الخطوة التالية
guide-office = ما الدوائر الأخرى التي قد تكون مهمة
guide-source = المصدر: { $source }
guide-as-of = تاريخ هذه الإرشادات: { $date }. تذكر قواعد عامة من القوانين ولا تغني عن استشارة قانونية. الجهة المختصة هي التي تقرر هل لك حق في شيء.
guide-not-reviewed = لم تراجع المقاطعة هذه الإرشادات بعد.
guide-reviewed = تمت المراجعة: { $by }.
guide-german-only = لم تُترجم هذه الإرشادات بعد.
guide-start-text = لا تعرف عمّ تبحث؟ بضعة أسئلة توصلك إلى ما تحتاج إليه.
guide-no-hits = الوصول إلى المساعدة ببضعة أسئلة: المرشد
guide-share-note = يمكنك مشاركة رابط هذه الصفحة. إجاباتك موجودة في العنوان، وليست في أي مكان آخر.

## Schnell weg von einer Seite über Gewalt

exit-label = مغادرة هذه الصفحة بسرعة
exit-more-title = كيف يعمل ذلك
exit-button = مغادرة الصفحة بسرعة
exit-hint = أو الضغط ثلاث مرات على المفتاح Esc. عندها ترى فورًا موقعًا آخر.
exit-hint-no-script = يفتح الزر موقعًا آخر. تبقى هذه الصفحة في سجل جهازك. يرجى حذف السجل بعد ذلك.
exit-more = يتذكر جهازك الصفحات التي تزورها. يرجى استخدام نافذة خاصة أو جهاز شخص تثق به.

## Filter

facet-age = العمر
facet-age-years = العمر بالسنوات
facet-age-unknown = وكذلك خدمات لا تذكر عمرًا
facet-age-known = { $count ->
    [zero] لا توجد خدمة تذكر عمرًا.
    [one] خدمة واحدة ({ $number }) تذكر عمرًا.
    [two] خدمتان ({ $number }) تذكران عمرًا.
    [few] { $number } خدمات تذكر عمرًا.
    [many] { $number } خدمة تذكر عمرًا.
   *[other] { $number } خدمة تذكر عمرًا.
}
facet-age-found = { $count ->
    [0] لا توجد خدمة تذكر هذا العمر.
    [zero] لا توجد خدمة تذكر هذا العمر.
    [one] خدمة واحدة ({ $number }) تذكر هذا العمر.
    [two] خدمتان ({ $number }) تذكران هذا العمر.
    [few] { $number } خدمات تذكر هذا العمر.
    [many] { $number } خدمة تذكر هذا العمر.
   *[other] { $number } خدمة تذكر هذا العمر.
}
facet-open-today = اليوم، الآن أو لاحقًا
facet-open-at = في وقت آخر
facet-open-typed = اليوم والساعة
facet-open-with-unknown = وكذلك إذا كانت الأوقات غير معروفة
facet-open-with-appointment = وكذلك بموعد مسبق فقط
facet-appointment = الموعد
facet-appointment-yes = بموعد مسبق
facet-appointment-no = بلا موعد
facet-format = نوع الخدمة
facet-capacity = الأماكن
facet-capacity-free = أماكن شاغرة
facet-capacity-waiting-list = قائمة انتظار
facet-capacity-full = لا أماكن حاليًا
filter-age = العمر بالسنوات: { $age }
filter-age-unknown = العمر: غير معروف
filter-open-today = مفتوح اليوم
filter-or-unknown = أو الأوقات غير معروفة
filter-or-appointment = أو بموعد مسبق
filter-appointment = الموعد: { $answer }
filter-capacity = الأماكن: { $answer }
fault-age = «{ "\u2068" }{ $value }{ "\u2069" }» ليس عمرًا. يرجى إدخال رقم بين 0 و120.
fault-sort = هذا الترتيب غير موجود. يرجى الاختيار من القائمة.

## Reihenfolge

sort = الترتيب
order-freshness = أحدث المعلومات أولًا
order-name = حسب الاسم

## Null Treffer

no-hits-spelling = كتابة أخرى؟
no-hits-wider = توسيع البحث
no-hits-within = على بعد { $distance } على الأكثر ({ $offers })
no-hits-anywhere = في المقاطعة كلها ({ $offers })
no-hits-served = وكذلك ما يصل إلى { $place } ({ $offers })
no-hits-less = إزالة أحد عوامل التصفية
no-hits-other = طرق أخرى
no-hits-phone-unknown = لا يوجد رقم هاتف في هذه المجموعة.
