# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = Bu metinleri insanlar Almancadan çevirdi. Geçerli olan Almanca metindir.
translation-partly = Bazı metinler yalnızca Almancadır.
translation-outdated = Almanca metin o zamandan beri değişti. Bu çeviri güncel olmayabilir.
translation-original = Almanca metni oku
