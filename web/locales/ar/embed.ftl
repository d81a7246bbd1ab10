# القائمة في مواقع أخرى

embed-open = افتح { $site }
embed-new-window = يُفتح العرض في نافذة جديدة.
embed-none = لا نعرف أي عرض لهذا الموضوع.
embed-faults = يوجد هنا إعداد غير صحيح
embed-faults-rest = تعرض القائمة ما نجده بدون هذه البيانات. يرجى إبلاغ الجهة المسؤولة عن هذا الموقع.
embed-fault-view = القيمة «{ $value }» غير ممكنة في «{ $word }». القيم الممكنة: liste، karte، beides.
embed-fault-theme = القيمة «{ $value }» غير ممكنة في «{ $word }». القيم الممكنة: hell، dunkel، auto.
embed-fault-accent = «{ $value }» ليس لونًا. تحتاج «{ $word }» إلى ستة رموز من 0–9 و a–f، مثل 1f42a8.
embed-fault-word = لا نعرف الإعداد «{ $word }».
embed-map-needs-script = تحتاج الخريطة إلى JavaScript. تجد العروض أيضًا بدون خريطة: عبر الرابط في الأسفل.
embed-link-title = تضمين القائمة
embed-link-text = يمكنك عرض قائمتنا مجانًا في موقعك الخاص.
embed-link = كيف تفعل ذلك
