js-streets-missing = Haritada sokaklar şu anda görünmüyor. Diğer her şey doğru.
privacy-map-streets = Sokak görüntülerini sunucumuz bir harita hizmetinden alır ve size iletir. Harita hizmeti bunlara kimin baktığını öğrenmez.
