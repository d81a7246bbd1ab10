# Without internet, and installing the site on a device.

offline-title = بدون إنترنت
offline-intro = أنت غير متصل بالإنترنت الآن. يمكنك مع ذلك البحث عن الخدمات وقراءتها: هذا الجهاز حفظها.
offline-needs-script = للقراءة بدون إنترنت تحتاج هذه الصفحة إلى JavaScript.
offline-made = تاريخ البيانات المحفوظة: { $date }
offline-old = البيانات المحفوظة أقدم من أسبوع. اتصل أولاً للتأكد من أن كل شيء ما زال صحيحًا.
offline-missing = لا توجد خدمات محفوظة على هذا الجهاز بعد. افتح Sozialatlas مرة واحدة مع الإنترنت.
offline-nothing = هذه الصفحة غير متوفرة بدون إنترنت.
offline-asks-more = بعض عوامل التصفية تعمل مع الإنترنت فقط، مثل المسافة أو الوقت.
offline-left-out = بعض الخدمات لا تُحفظ على الجهاز مراعاةً لخصوصيتك. يمكنك رؤيتها مع الإنترنت فقط.
offline-more = عرض المزيد من الخدمات
offline-last = بحثك الأخير
offline-hours = أوقات الأسبوع ابتداءً من يوم البيانات
offline-app-description = خدمات اجتماعية بالقرب منك: استشارة وأماكن لقاء ومساعدة
js-offline-banner = أنت بدون إنترنت. ما تراه قد يكون قديمًا.
js-offline-link = الخدمات المحفوظة
