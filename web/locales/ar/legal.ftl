# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = النص الألماني وحده هو الملزم قانونيًا. هذه الترجمة تساعد على الفهم. هذه مسودة لمشغّل الموقع، ويجب مراجعتها قانونيًا وإكمالها قبل التشغيل.
operator-to-fill = يكمله مشغّل الموقع
operator-address = العنوان:
operator-phone = الهاتف:
operator-email = البريد الإلكتروني:
operator-website-label = الموقع الإلكتروني:

## Impressum

imprint-title = بيانات الناشر (Impressum)
imprint-operator = من المسؤول عن هذا الموقع
imprint-represented = يمثله:
imprint-vat = الرقم الضريبي لضريبة المبيعات (Umsatzsteuer-Identifikationsnummer)، إن وُجد:
imprint-collection = عن هذه المجموعة
imprint-collection-text = المعلومات من مصادر عامة. في كل صفحة يُذكر المصدر وتاريخ بياناته. لم تؤكد الجهات المقدِّمة هذه المعلومات، إلا إذا ذُكر ذلك صراحة. في حالات الطوارئ يرجى عدم الاعتماد على هذا الموقع وحده.
imprint-sources = المصادر والتراخيص
imprint-sources-text = استخدمنا هذه البيانات:
imprint-licence = الترخيص:
imprint-changed = اختيرت البيانات وجُمعت وبُسّط عرضها. الفئات العمرية وكل الأرقام المحسوبة منها تقديرية.
imprint-software = البرمجيات
imprint-software-text = يعمل هذا الموقع ببرمجيات حرة:
imprint-software-own = Sozialatlas، رخصة الاتحاد الأوروبي العامة (EUPL) 1.2
imprint-software-leaflet = Leaflet (BSD-2-Clause) مع Leaflet.markercluster (MIT) للخريطة
imprint-software-kern = KERN UX-Standard للتصميم (EUPL 1.2)
imprint-software-fira = خط Fira Sans (SIL Open Font License 1.1)
imprint-software-tabler = أيقونات Tabler Icons (MIT)

## Data protection

privacy-title = حماية البيانات
privacy-short = باختصار: للبحث عن خدمات لا حاجة إلى حساب. من يبحث فقط لا نحفظ عنه شيئًا. هذا الموقع لا يحمّل شيئًا من خوادم أخرى.
privacy-controller = من المسؤول
privacy-officer = مسؤول حماية البيانات (Datenschutzbeauftragte):
privacy-visit = عندما تزور هذا الموقع
privacy-visit-request = يرسل لنا متصفحك عنوان الصفحة المطلوبة وعنوان جهازك في الإنترنت (عنوان IP). من دونه لا يمكن أن يصلك رد. لا يكتبه البرنامج في أي مكان. في صفحات التخطيط وبياناتها لبرامج أخرى فقط يعدّ البرنامج لفترة قصيرة عدد طلبات العنوان نفسه، حتى لا يعطّل أحد الخادم. هذا العدّ موجود في ذاكرة العمل فقط ويُنسى بعد قليل.
privacy-visit-logs = يكتب البرنامج سجلًا تقنيًا. فيه الوقت والصفحة المطلوبة ونتيجة الطلب ومدته ورمز لا يدل عليك. لا توجد فيه عناوين IP ولا كلمات البحث.
privacy-visit-proxy = إذا كان مشغّل الموقع يستخدم خوادم أخرى تسجّل شيئًا، فعليه أن يضيف ذلك هنا.
privacy-cookies = ملفات تعريف الارتباط (Cookies)
privacy-cookies-text = عندما تبحث وتقرأ فقط، لا يضع هذا الموقع أي ملفات تعريف ارتباط. عندما تفتح صفحة تسجيل الدخول أو كلمة المرور الجديدة، يضع ملفًا واحدًا يحمي النماذج وينتهي عند إغلاق المتصفح. عندما تسجّل الدخول يضاف ملفان: واحد لتسجيل الدخول وواحد نتعرّف به على جهازك (180 يومًا). لا يحفظ الموقع غير ذلك في متصفحك، إلا أن المتصفح نفسه يحتفظ بصور الموقع وخطوطه وبرامجه لبعض الوقت.
privacy-search = ما تبحث عنه
privacy-search-text = بحثك موجود في عنوان الصفحة. هكذا يمكنك مشاركة الرابط أو حفظه في المفضلة. من لديه الرابط أو يرى سجل متصفحك يستطيع قراءة البحث.
privacy-location = موقعك
privacy-location-text = فقط عندما تضغط على «بالقرب مني» يسألك متصفحك هل يجوز له أن يعطي موقعك. عندها يوجد الموقع، مقرّبًا إلى حوالي عشرة أمتار، في عنوان الصفحة، ويُستخدم لترتيب النتائج. لا يُحفظ الموقع.
privacy-map = الخريطة
privacy-map-text = نرسم الخريطة بأنفسنا من بيانات مفتوحة. تأتي من هذا الخادم. لا تعرف أي خدمة خرائط أنك هنا.
privacy-links = روابط إلى مواقع أخرى
privacy-links-text = في الصفحات روابط إلى الجهات والمصادر. لا يعرف الموقع الآخر بزيارتك إلا عندما تفتح الرابط. تسري هناك قواعد ذلك الموقع.
privacy-entries = المعلومات في صفحات الخدمات
privacy-entries-text = تحتوي الصفحات على بيانات تواصل لمؤسسات من مصادر عامة. إذا كان فيها شيء عنك يجب ألا يكون هناك، يرجى التواصل معنا. سنحذفه.
privacy-rights = حقوقك
privacy-rights-text = يحق لك طلب معلومات عن بياناتك وتصحيحها وحذفها، والاعتراض على معالجتها، وتقديم شكوى إلى سلطة الرقابة (المواد 15 إلى 22 والمادة 77 من اللائحة العامة لحماية البيانات، Datenschutz-Grundverordnung).
privacy-authority = سلطة الرقابة المختصة:

## Accessibility

accessibility-title = بيان الوصول بلا عوائق
accessibility-intro = يسري هذا البيان على { $site }. يجب أن يستطيع كل الناس استخدام الموقع. المعيار هو اللائحة الألمانية لتقنية المعلومات بلا عوائق (BITV 2.0) مع قواعد WCAG 2.2، المستوى AA.
accessibility-state = الوضع الحالي
accessibility-state-text = لم تفحص الموقع جهة مستقلة بعد.
accessibility-own-tests = يُختبر أثناء التطوير بفحوص آلية وبتجارب بلوحة المفاتيح وحدها. هذه الفحوص لا تكتشف كل العوائق.
accessibility-built = كيف بُني الموقع
accessibility-built-list = كل ما تظهره الخريطة موجود في القائمة أيضًا.
accessibility-built-keyboard = يمكن استخدام كل شيء بلوحة المفاتيح.
accessibility-built-script = يمكن البحث والقراءة من دون JavaScript أيضًا.
accessibility-built-signs = تتميّز المواضيع باللون والشكل والرمز.
accessibility-gaps = ما الذي ما زال ناقصًا
accessibility-gap-plain = نصوص الخدمات ليست باللغة الألمانية السهلة (Leichte Sprache)، وصفحات اللغة السهلة لم تراجعها بعد مجموعة من الناس الذين كُتبت لهم.
accessibility-gap-sign = لا توجد بعد مقاطع فيديو بلغة الإشارة الألمانية.
accessibility-gap-languages = نصوص الخدمات متوفرة بالألمانية فقط.
accessibility-gap-sources = نصوص الخدمات مأخوذة من المصادر. في بعضها اختصارات أو مصطلحات. كثيرًا ما لا نعرف هل الخدمة نفسها بلا عوائق.
accessibility-feedback = هل وجدت عائقًا؟
accessibility-feedback-text = يرجى إخبارنا بما لا يعمل. سنرد ونبحث عن حل.
accessibility-arbitration = إذا لم نساعدك
accessibility-arbitration-text = إذا لم تحصل على رد جيد، يمكنك التوجه إلى الجهة المختصة بتقنية المعلومات بلا عوائق:
accessibility-date = تاريخ إعداد هذا البيان:
