//! Versions of entries, their life cycle, and what is refused.

use sozialatlas::domain::{Listing, ReviewStatus, ServiceId};
use sozialatlas::store::{DatabaseError, Saved, Store};

use crate::support::{TestDb, begin, listing, moment, named, organization, service_id};

async fn save(
    store: &Store,
    listing: &Listing,
    status: ReviewStatus,
    expected: i64,
) -> Result<Saved, DatabaseError> {
    let mut tx = begin(store).await;
    let saved = tx.save_revision(listing, status, None, expected).await?;
    tx.commit().await?;
    Ok(saved)
}

async fn public_name(store: &Store, id: ServiceId) -> Option<String> {
    let published = store.find_published(id).await.unwrap()?;
    let listing: Listing = serde_json::from_str(&published.document).unwrap();
    Some(listing.name)
}

async fn an_entry_comes_back_as_it_was_written(db: &TestDb) {
    let store = db.furnished().await;
    let mut tx = store.begin_write("import:test", moment(7)).await.unwrap();
    let status = ReviewStatus::Published;
    let saved = tx.save_revision(&listing(1), status, Some("Grüße 😀"), 0).await.unwrap();
    assert_eq!(tx.find_listing(service_id(1)).await.unwrap().unwrap().listing, listing(1));
    assert_eq!(tx.commit().await.unwrap(), saved.seq);
    assert_eq!((saved.revision, saved.version), (1, 1));

    let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.listing, listing(1));
    assert_eq!(record.review_status, ReviewStatus::Published);
    assert_eq!(
        (record.version, record.latest_revision, record.published_revision),
        (1, 1, Some(1))
    );
    assert_eq!(record.owner, Some(organization(1).id));
    assert_eq!(record.author, "import:test");
    assert_eq!(record.created_at, "2026-11-23T10:00:07.000Z");
    let published = store.find_published(service_id(1)).await.unwrap().unwrap();
    assert_eq!(serde_json::from_str::<Listing>(&published.document).unwrap(), listing(1));
    assert_eq!(published.last_modified, "2026-11-23T10:00:07.000Z");
    let history = store.list_revisions(service_id(1), None, 10).await.unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].reason.as_deref(), Some("Grüße 😀"));
    assert_eq!(history[0].listing, listing(1));
    assert_eq!(store.find_listing(service_id(2)).await.unwrap(), None);
}

async fn a_pending_version_leaves_the_last_published_one_public(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &named(1, "alt"), ReviewStatus::Published, 0).await.unwrap();
    let mut proposal = named(1, "neu");
    proposal.organization_id = Some(organization(2).id);
    let saved = save(&store, &proposal, ReviewStatus::Pending, 1).await.unwrap();
    assert_eq!((saved.revision, saved.version), (2, 2));
    assert_eq!(public_name(&store, service_id(1)).await.as_deref(), Some("alt"));
    let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.listing.name, "neu");
    assert_eq!(record.review_status, ReviewStatus::Pending);
    assert_eq!((record.latest_revision, record.published_revision), (2, Some(1)));
    assert_eq!(record.owner, Some(organization(1).id), "a proposal must not change the owner");

    let mut tx = begin(&store).await;
    let published = tx.publish(service_id(1), 2).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((published.revision, published.version), (2, 3));
    assert_eq!(public_name(&store, service_id(1)).await.as_deref(), Some("neu"));
    let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Published);
    assert_eq!(record.published_revision, Some(2));
    assert_eq!(record.owner, Some(organization(2).id));
}

async fn an_entry_that_was_never_published_is_not_public(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &listing(1), ReviewStatus::Draft, 0).await.unwrap();
    save(&store, &named(1, "zwei"), ReviewStatus::Pending, 1).await.unwrap();
    assert_eq!(public_name(&store, service_id(1)).await, None);
    let stream = store.published_documents().await.unwrap();
    assert_eq!((stream.count, stream.collect().await.unwrap().len()), (0, 0));
    let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.published_revision, None);
    let all = store.list_services(None, 10).await.unwrap();
    assert_eq!(all, [(service_id(1), ReviewStatus::Pending, 2)]);
    assert_eq!(store.list_services(Some(service_id(1)), 10).await.unwrap(), []);
}

async fn a_stale_version_is_refused_and_nothing_is_lost(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &named(1, "eins"), ReviewStatus::Published, 0).await.unwrap();
    save(&store, &named(1, "zwei"), ReviewStatus::Published, 1).await.unwrap();
    let seq = store.latest_seq().await.unwrap();
    for (id, expected, there) in [(1, 1, Some(2)), (1, 0, Some(2)), (1, 3, Some(2)), (9, 1, None)] {
        let error =
            save(&store, &named(id, "drei"), ReviewStatus::Published, expected).await.unwrap_err();
        let DatabaseError::Conflict { id: key, expected: e, found, .. } = error else {
            panic!("{error:?}")
        };
        assert_eq!((key, e, found), (service_id(id).to_string(), expected, there));
    }
    let mut tx = begin(&store).await;
    assert!(matches!(
        tx.publish(service_id(1), 1).await.unwrap_err(),
        DatabaseError::Conflict { found: Some(2), .. }
    ));
    assert!(matches!(
        tx.withdraw(service_id(9), 1).await.unwrap_err(),
        DatabaseError::Conflict { found: None, .. }
    ));
    drop(tx);
    assert_eq!(public_name(&store, service_id(1)).await.as_deref(), Some("zwei"));
    assert_eq!(store.latest_seq().await.unwrap(), seq);
}

async fn a_dropped_write_leaves_nothing_behind(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &listing(1), ReviewStatus::Published, 0).await.unwrap();
    let seq = store.latest_seq().await.unwrap();
    for undo in ["drop", "rollback"] {
        let mut tx = begin(&store).await;
        tx.save_revision(&listing(2), ReviewStatus::Published, None, 0).await.unwrap();
        tx.withdraw(service_id(1), 1).await.unwrap();
        tx.upsert_organization(&organization(3), None).await.unwrap();
        match undo {
            "drop" => drop(tx),
            _ => tx.rollback().await.unwrap(),
        }
        assert_eq!(store.latest_seq().await.unwrap(), seq, "{undo}");
        assert_eq!(store.find_listing(service_id(2)).await.unwrap(), None);
        assert_eq!(store.list_organizations().await.unwrap().len(), 2);
        assert_eq!(public_name(&store, service_id(1)).await.as_deref(), Some("Angebot 1"));
    }
    // The number that was given up is used again: no gap.
    let saved = save(&store, &listing(2), ReviewStatus::Published, 0).await.unwrap();
    assert_eq!(saved.seq, seq + 1);
}

async fn nul_is_refused_in_every_text_before_the_database_sees_it(db: &TestDb) {
    let store = db.furnished().await;
    let mut faulty: Vec<Listing> = (0..4).map(|_| listing(1)).collect();
    faulty[0].name = "a\0b".into();
    faulty[1].sites[0].address.street = Some("\0".into());
    faulty[2].target_group_texts = vec!["\\\0".into()];
    faulty[3].contact.website = Some("https://example.org/\0".into());
    let mut tx = begin(&store).await;
    for bad in &faulty {
        let error = tx.save_revision(bad, ReviewStatus::Draft, None, 0).await.unwrap_err();
        assert!(matches!(error, DatabaseError::Nul { .. }), "{error:?}");
    }
    let good = listing(1);
    let error = tx.save_revision(&good, ReviewStatus::Draft, Some("\0"), 0).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Nul { .. }), "{error:?}");
    let mut bad = organization(3);
    bad.description = Some("\0".into());
    let error = tx.upsert_organization(&bad, None).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Nul { .. }), "{error:?}");
    // Nothing reached the database, so the transaction is still good.
    tx.save_revision(&good, ReviewStatus::Draft, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    let error = store.begin_write("\0", moment(0)).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Nul { .. }), "{error:?}");
    assert_eq!(store.find_alias("\0").await.unwrap(), None);
}

async fn a_coordinate_that_is_no_number_is_refused(db: &TestDb) {
    let store = db.furnished().await;
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut bad = listing(1);
        bad.sites[0].position.as_mut().unwrap().point.lat = wrong;
        let error = save(&store, &bad, ReviewStatus::Draft, 0).await.unwrap_err();
        assert!(matches!(error, DatabaseError::Unstorable { .. }), "{error:?}");
    }
}

async fn withdrawing_ends_publicity_and_keeps_the_record(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &listing(1), ReviewStatus::Published, 0).await.unwrap();
    let mut tx = begin(&store).await;
    let done = tx.withdraw(service_id(1), 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((done.revision, done.version), (1, 2));
    assert_eq!(public_name(&store, service_id(1)).await, None);
    let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Archived);
    assert_eq!(record.listing, listing(1));
    let alias = store.find_alias("f1").await.unwrap();
    assert_eq!(alias, Some((service_id(1), listing(1).sites[0].id)));

    let saved = save(&store, &named(1, "wieder da"), ReviewStatus::Published, 2).await.unwrap();
    assert_eq!((saved.revision, saved.version), (2, 3));
    assert_eq!(public_name(&store, service_id(1)).await.as_deref(), Some("wieder da"));
}

async fn versions_are_paged_from_the_newest(db: &TestDb) {
    let store = db.furnished().await;
    for n in 0..5 {
        save(&store, &named(1, &format!("n{n}")), ReviewStatus::Pending, n).await.unwrap();
    }
    let numbers = |before| {
        let store = store.clone();
        async move {
            let page = store.list_revisions(service_id(1), before, 2).await.unwrap();
            page.into_iter().map(|r| (r.number, r.listing.name)).collect::<Vec<_>>()
        }
    };
    assert_eq!(numbers(None).await, [(5, "n4".into()), (4, "n3".into())]);
    assert_eq!(numbers(Some(4)).await, [(3, "n2".into()), (2, "n1".into())]);
    assert_eq!(numbers(Some(1)).await, []);
}

async fn an_unknown_organization_or_term_is_refused(db: &TestDb) {
    let store = db.furnished().await;
    let mut stranger = listing(1);
    stranger.organization_id = Some(organization(9).id);
    let error = save(&store, &stranger, ReviewStatus::Draft, 0).await.unwrap_err();
    assert!(matches!(error, DatabaseError::UnknownReference { .. }), "{error:?}");
    let mut uncoded = listing(1);
    uncoded.categories = vec!["gibt-es-nicht".parse().unwrap()];
    let error = save(&store, &uncoded, ReviewStatus::Published, 0).await.unwrap_err();
    assert!(matches!(error, DatabaseError::UnknownReference { .. }), "{error:?}");
    assert!(!error.to_string().contains("INSERT"), "{error}");
    assert_eq!(store.find_listing(service_id(1)).await.unwrap(), None);
    // The writer is usable after a commit that failed.
    save(&store, &listing(1), ReviewStatus::Published, 0).await.unwrap();
}

async fn a_document_that_cannot_be_read_is_named_by_table_column_and_row(db: &TestDb) {
    let store = db.furnished().await;
    save(&store, &listing(1), ReviewStatus::Published, 0).await.unwrap();
    db.run("UPDATE revision SET document = '{\"id\": 7}'").await;
    let error = store.find_listing(service_id(1)).await.unwrap_err();
    let DatabaseError::Inconsistency { table, column, row, .. } = error else {
        panic!("{error:?}")
    };
    let expected = format!("{}/1", service_id(1));
    assert_eq!((table, column, row), ("revision", "document", expected));
}

async fn organizations_are_versioned_and_an_equal_one_writes_nothing(db: &TestDb) {
    let store = db.furnished().await;
    let seq = store.latest_seq().await.unwrap();
    let mut tx = begin(&store).await;
    assert_eq!(tx.upsert_organization(&organization(1), None).await.unwrap(), (1, false));
    tx.commit().await.unwrap();
    assert_eq!(store.latest_seq().await.unwrap(), seq);

    let mut renamed = organization(1);
    renamed.name = "Anders".into();
    let mut tx = begin(&store).await;
    let error = tx.upsert_organization(&renamed, Some(0)).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Conflict { found: Some(1), .. }), "{error:?}");
    assert_eq!(tx.upsert_organization(&renamed, Some(1)).await.unwrap(), (2, true));
    tx.commit().await.unwrap();
    let found = store.find_organization(renamed.id).await.unwrap().unwrap();
    assert_eq!((found.organization, found.version), (renamed, 2));
    assert_eq!(store.find_organization(organization(9).id).await.unwrap(), None);
    assert_eq!(
        db.number("SELECT COUNT(*) FROM contact WHERE organization_id IS NOT NULL").await,
        2
    );
}

on_both!(
    an_entry_comes_back_as_it_was_written,
    a_pending_version_leaves_the_last_published_one_public,
    an_entry_that_was_never_published_is_not_public,
    a_stale_version_is_refused_and_nothing_is_lost,
    a_dropped_write_leaves_nothing_behind,
    nul_is_refused_in_every_text_before_the_database_sees_it,
    a_coordinate_that_is_no_number_is_refused,
    withdrawing_ends_publicity_and_keeps_the_record,
    versions_are_paged_from_the_newest,
    an_unknown_organization_or_term_is_refused,
    a_document_that_cannot_be_read_is_named_by_table_column_and_row,
    organizations_are_versioned_and_an_equal_one_writes_nothing,
);
