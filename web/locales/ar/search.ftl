## Die Suche: wie ein Text verstanden wurde, warum etwas ein Treffer ist, Vorschläge beim Tippen.

search-note-place = تعرّفنا على مكان. ترى هنا خدمات من أجل { $place }.
search-note-place-none = لم نجد شيئًا عن ذلك في { $place }. ترى هنا خدمات في أماكن أخرى.
search-note-unknown = لا نعرف هذه الكلمات: { $words }. لقد بحثنا من دونها.
search-note-loose = لا تناسب كل خدمة كل كلماتك. الأنسب في الأعلى.
search-note-fillers = في بحثك كلمات شائعة جدًا فقط. من الأفضل كتابة شيء محدد، مثل «Miete» (إيجار) أو «Pflege» (رعاية).
search-note-cut = النص طويل جدًا. لقد قرأنا بدايته فقط.
search-note-no-word = لا توجد كلمة في بحثك. ترى هنا كل الخدمات.
search-why-synonym = «{ "\u2068" }{ $typed }{ "\u2069" }» ضمن: { $term }
search-why-spelling = كتابة مشابهة لـ «{ "\u2068" }{ $typed }{ "\u2069" }»: { $found }
search-did-you-mean = هل تقصد «{ "\u2068" }{ $text }{ "\u2069" }»؟
search-themes = عرض كل المواضيع
js-suggest-label = اقتراحات
js-suggest-zero = لا توجد اقتراحات
js-suggest-one = اقتراح واحد ({ $count }). الاختيار بمفاتيح الأسهم.
js-suggest-two = اقتراحان ({ $count }). الاختيار بمفاتيح الأسهم.
js-suggest-few = { $count } اقتراحات. الاختيار بمفاتيح الأسهم.
js-suggest-many = { $count } اقتراحًا. الاختيار بمفاتيح الأسهم.
js-suggest-other = { $count } اقتراح. الاختيار بمفاتيح الأسهم.
js-suggest-category = موضوع
js-suggest-place = مكان
js-suggest-entry = خدمة
js-suggest-organization = جهة مقدِّمة
