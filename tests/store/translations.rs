//! Translations: versions, the one that is public, what the read model is told.

use sozialatlas::domain::{Language, Listing, PublicTranslations, ReviewStatus, Translation};
use sozialatlas::store::{DatabaseError, Entity, PublicChange, Store};

use crate::support::{TestDb, begin, listing, moment, service_id};

fn translation(name: &str) -> Translation {
    let texts = [("name".to_owned(), name.to_owned())].into();
    Translation::bind(&listing(1), 1, &texts).unwrap()
}

/// What the document of entry 1 says about translations; `None` = it says nothing.
async fn shown(store: &Store) -> Option<PublicTranslations> {
    let document = store.find_published(service_id(1)).await.unwrap().unwrap().document;
    let streamed = store.published_documents().await.unwrap().collect().await.unwrap();
    let same = streamed.iter().filter(|other| other.document == document).count();
    assert_eq!(same, 1, "the stream and the single entry say the same");
    let value: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert!(serde_json::from_str::<Listing>(&document).is_ok());
    Some(serde_json::from_value(value.get("translations")?.clone()).unwrap())
}

async fn name_in(store: &Store, language: Language) -> Option<String> {
    let shown = shown(store).await?;
    Some(shown.find(language)?.texts.values().next()?.clone())
}

async fn published(db: &TestDb) -> Store {
    let store = db.furnished().await;
    let mut tx = begin(&store).await;
    for n in [1, 2] {
        tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    store
}

async fn the_last_published_version_stays_public_while_another_one_waits(db: &TestDb) {
    let store = published(db).await;
    let (id, uk) = (service_id(1), Language::Ukrainian);
    let plain = store.find_published(id).await.unwrap().unwrap().document;
    let mut tx = begin(&store).await;
    let first = tx.save_translation(id, uk, &translation("Одна"), false, 0).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((first.revision, first.version), (1, 1));
    assert_eq!(store.find_published(id).await.unwrap().unwrap().document, plain);

    let mut tx = begin(&store).await;
    tx.set_translation_state(id, uk, ReviewStatus::Published, None, 1).await.unwrap();
    tx.save_translation(id, uk, &translation("Дві"), false, 2).await.unwrap();
    let seq = tx.commit().await.unwrap();
    assert_eq!(name_in(&store, uk).await.as_deref(), Some("Одна"));
    let record = store.list_translations(id, Some(uk)).await.unwrap().remove(0);
    assert_eq!((record.number, record.version), (2, 3));
    assert_eq!(record.review_status, ReviewStatus::Pending);
    assert_eq!(record.latest, translation("Дві"));
    assert_eq!(record.published, Some(translation("Одна")));

    let mut tx = begin(&store).await;
    let no = Some("so nicht");
    tx.set_translation_state(id, uk, ReviewStatus::Rejected, no, 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(name_in(&store, uk).await.as_deref(), Some("Одна"));
    let mut tx = begin(&store).await;
    tx.set_translation_state(id, uk, ReviewStatus::Published, None, 4).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(name_in(&store, uk).await.as_deref(), Some("Дві"));
    let mut tx = begin(&store).await;
    tx.set_translation_state(id, uk, ReviewStatus::Archived, None, 5).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.find_published(id).await.unwrap().unwrap().document, plain);
    let kept = db.number("SELECT COUNT(*) FROM translation_version").await;
    assert_eq!(kept, 2, "nothing that was written is lost");

    let tail = store.tail(seq, 100).await.unwrap();
    assert!(matches!(&tail.changes[..], [PublicChange::Put(changed, _)] if *changed == id));
    let feed = store.changes_after(0, 100).await.unwrap();
    let ours = feed.iter().filter(|change| change.entity == Entity::Translation);
    assert_eq!(ours.count(), 6);
}

async fn a_change_of_the_german_is_told_with_the_translation(db: &TestDb) {
    let store = published(db).await;
    let id = service_id(1);
    let mut tx = begin(&store).await;
    for (language, word) in [(Language::French, "Un"), (Language::Arabic, "واحد")] {
        tx.save_translation(id, language, &translation(word), true, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let all = shown(&store).await.unwrap();
    let languages: Vec<Language> = all.0.iter().map(|one| one.language).collect();
    assert_eq!(languages, [Language::Arabic, Language::French]);
    assert!(all.0.iter().all(|one| one.stale.is_empty()));
    let mut changed = listing(1);
    changed.name = "Ganz anders".into();
    let mut tx = begin(&store).await;
    tx.save_revision(&changed, ReviewStatus::Pending, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    assert!(shown(&store).await.unwrap().0.iter().all(|one| one.stale.is_empty()));
    let mut tx = begin(&store).await;
    tx.publish(id, 2).await.unwrap();
    tx.commit().await.unwrap();
    let all = shown(&store).await.unwrap();
    assert!(all.0.iter().all(|one| one.stale.len() == 1 && one.texts.len() == 1));
    let work = store.list_translations_to_compare(None, 9).await.unwrap();
    assert_eq!(work.len(), 2);
    assert!(work.iter().all(|one| one.name == "Ganz anders" && one.listing.is_some()));
    let own = store.list_translations_to_compare(changed.organization_id, 9).await.unwrap();
    assert_eq!(own.len(), 2);
    let other = Some(crate::support::organization(2).id);
    assert!(store.list_translations_to_compare(other, 9).await.unwrap().is_empty());
    assert!(store.list_translation_work(None, 9).await.unwrap().is_empty(), "nobody waits");
}

async fn what_waits_is_found_however_many_are_public(db: &TestDb) {
    let store = published(db).await;
    let id = service_id(1);
    let mut tx = begin(&store).await;
    for language in [Language::French, Language::Arabic] {
        tx.save_translation(id, language, &translation("früher"), true, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = store.begin_write("test", moment(3_600)).await.unwrap();
    for language in [Language::English, Language::Turkish] {
        tx.save_translation(id, language, &translation("später"), false, 0).await.unwrap();
    }
    let no = Some("so nicht");
    let turkish = Language::Turkish;
    tx.set_translation_state(id, turkish, ReviewStatus::Rejected, no, 1).await.unwrap();
    tx.commit().await.unwrap();
    for owner in [None, listing(1).organization_id] {
        let work = store.list_translation_work(owner, 2).await.unwrap();
        let languages: Vec<Language> = work.iter().map(|one| one.record.language).collect();
        assert_eq!(languages, [Language::English, Language::Turkish]);
    }
    // What was made from the public version fits: it is not even read.
    assert!(store.list_translations_to_compare(None, 9).await.unwrap().is_empty());
}

async fn two_who_write_at_once_do_not_overwrite_each_other(db: &TestDb) {
    let store = published(db).await;
    let (id, tr) = (service_id(1), Language::Turkish);
    let mut tx = begin(&store).await;
    tx.save_translation(id, tr, &translation("Bir"), true, 0).await.unwrap();
    for stale in [0, 2] {
        let refused = tx.save_translation(id, tr, &translation("İki"), true, stale).await;
        assert!(
            matches!(refused, Err(DatabaseError::Conflict { found: Some(1), .. })),
            "{refused:?}"
        );
    }
    let none = tx.set_translation_state(id, Language::French, ReviewStatus::Published, None, 1);
    assert!(matches!(none.await, Err(DatabaseError::Conflict { found: None, .. })));
    tx.commit().await.unwrap();
    let nobody = service_id(77);
    let mut tx = begin(&store).await;
    assert!(tx.save_translation(nobody, tr, &translation("x"), true, 0).await.is_err());
    tx.rollback().await.unwrap();
    assert_eq!(name_in(&store, tr).await.as_deref(), Some("Bir"));
}

on_both!(
    the_last_published_version_stays_public_while_another_one_waits,
    a_change_of_the_german_is_told_with_the_translation,
    what_waits_is_found_however_many_are_public,
    two_who_write_at_once_do_not_overwrite_each_other,
);
