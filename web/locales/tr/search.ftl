## The search: how a text was understood, why something is a result, suggestions while typing.

search-note-place = Bir yer adı tanıdık. Şu yer için hizmetleri görüyorsunuz: { $place }.
search-note-place-none = Şu yer için bu konuda bir şey bulamadık: { $place }. Başka yerlerdeki hizmetleri görüyorsunuz.
search-note-unknown = Bu kelimeleri bilmiyoruz: { $words }. Onlarsız aradık.
search-note-loose = Her hizmet yazdığınız tüm kelimelere uymuyor. En uygun olanlar yukarıda.
search-note-fillers = Aramanızda yalnızca çok sık kullanılan kelimeler var. Belirli bir konu yazmanız iyi olur, örneğin “kira” (Miete) veya “bakım” (Pflege).
search-note-cut = Metniniz çok uzun. Yalnızca başını okuduk.
search-note-no-word = Aramanızda kelime yok. Tüm hizmetleri görüyorsunuz.
search-why-synonym = “{ $typed }” şunun içinde: { $term }
search-why-spelling = “{ $typed }” ile benzer yazılıyor: { $found }
search-did-you-mean = “{ $text }” mi demek istediniz?
search-themes = Tüm konuları gör
js-suggest-label = Öneriler
js-suggest-one = { $count } öneri. Ok tuşlarıyla seçin.
js-suggest-other = { $count } öneri. Ok tuşlarıyla seçin.
js-suggest-category = Konu
js-suggest-place = Yer
js-suggest-entry = Hizmet
js-suggest-organization = Kuruluş
