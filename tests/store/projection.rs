//! The relational rows are those of the published version, no more and no less.

use sozialatlas::domain::{
    Listing, LocationDisclosure, Reach, ReviewStatus, ServiceArea, SiteType,
};
use sozialatlas::store::{DatabaseError, Store};

use crate::support::{TestDb, begin, listing, moment, service_id, site};

async fn publish(store: &Store, listing: &Listing, expected: i64) {
    let mut tx = begin(store).await;
    tx.save_revision(listing, ReviewStatus::Published, None, expected).await.unwrap();
    tx.commit().await.unwrap();
}

/// Rows of sites, locations, hours, contacts of entries, terms, areas.
async fn rows(db: &TestDb) -> [i64; 6] {
    let mut counts = [0; 6];
    for (count, table) in counts.iter_mut().zip([
        "service_at_location",
        "location",
        "schedule",
        "contact WHERE organization_id IS NULL",
        "service_term",
        "service_area",
    ]) {
        *count = db.number(&format!("SELECT COUNT(*) FROM {table}")).await;
    }
    counts
}

async fn rows_follow_the_published_version(db: &TestDb) {
    let store = db.furnished().await;
    let mut two_sites = listing(1);
    two_sites.sites.push(site(1, "b"));
    publish(&store, &two_sites, 0).await;
    assert_eq!(rows(db).await, [2, 2, 2, 3, 2, 4]);

    let mut smaller = listing(1);
    smaller.sites = vec![site(1, "b")];
    smaller.sites[0].schedule = sozialatlas::domain::Schedule::default();
    smaller.sites[0].service_area = ServiceArea { reach: Reach::Everywhere, text: None };
    smaller.contact = sozialatlas::domain::Contact::default();
    smaller.target_groups.clear();
    let mut tx = begin(&store).await;
    tx.save_revision(&smaller, ReviewStatus::Pending, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(rows(db).await, [2, 2, 2, 3, 2, 4], "a pending version changes no row");

    let mut tx = begin(&store).await;
    tx.publish(service_id(1), 2).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(rows(db).await, [1, 1, 0, 1, 1, 0]);
    let alias = store.find_alias("f1").await.unwrap().unwrap();
    assert_eq!(alias.0, service_id(1), "the alias of a site that is gone still leads to the entry");

    let mut tx = begin(&store).await;
    tx.withdraw(service_id(1), 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(rows(db).await, [0; 6]);
    assert_eq!(db.number("SELECT COUNT(*) FROM revision").await, 2);
}

async fn an_area_of_many_municipalities_is_kept_whole(db: &TestDb) {
    let store = db.furnished().await;
    let mut wide = listing(1);
    // Twenty, and one of them named twice.
    let keys = (1..=20).chain([3]).map(|n| format!("99999{n:03}").parse().unwrap()).collect();
    wide.sites[0].service_area = ServiceArea { reach: Reach::Municipalities(keys), text: None };
    publish(&store, &wide, 0).await;
    assert_eq!(db.number("SELECT COUNT(*) FROM service_area").await, 20);
    let sum = "SELECT SUM(CAST(ags AS BIGINT)) FROM service_area";
    let sum = format!("SELECT CAST(({sum}) AS BIGINT)");
    assert_eq!(db.number(&sum).await, 20 * 99_999_000 + 210);
}

async fn a_location_shared_by_two_entries_stays_while_one_uses_it(db: &TestDb) {
    let store = db.furnished().await;
    let mut other = listing(2);
    other.sites[0].location_id = listing(1).sites[0].location_id;
    publish(&store, &listing(1), 0).await;
    publish(&store, &other, 0).await;
    assert_eq!(db.number("SELECT COUNT(*) FROM location").await, 1);
    for (n, left) in [(1, 1), (2, 0)] {
        let mut tx = begin(&store).await;
        tx.withdraw(service_id(n), 1).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.number("SELECT COUNT(*) FROM location").await, left);
    }
}

async fn two_entries_cannot_claim_the_same_site(db: &TestDb) {
    let store = db.furnished().await;
    publish(&store, &listing(1), 0).await;
    let mut thief = listing(2);
    thief.sites[0].id = listing(1).sites[0].id;
    let mut tx = begin(&store).await;
    let saved = tx.save_revision(&thief, ReviewStatus::Published, None, 0).await;
    assert!(matches!(saved, Err(DatabaseError::Duplicate { .. })), "{saved:?}");
    drop(tx);
    assert_eq!(store.find_listing(service_id(2)).await.unwrap(), None);
}

async fn a_protected_place_never_reaches_the_tables_with_point_or_street(db: &TestDb) {
    const TOLD: &str = "SELECT COUNT(*) FROM location WHERE lon IS NOT NULL OR street IS NOT NULL \
         OR postcode IS NOT NULL OR locality IS NOT NULL OR detail IS NOT NULL";

    let store = db.furnished().await;
    let mut leak = listing(1);
    leak.sites[0].disclosure = LocationDisclosure::Protected;
    leak.sites[0].site_type = SiteType::Protected;
    // The record keeps the place for its provider; the tables and the public document do not.
    publish(&store, &leak, 0).await;
    let kept = store.find_listing(leak.id).await.unwrap().unwrap().listing;
    assert_eq!(kept, leak);
    let public = store.find_published(leak.id).await.unwrap().unwrap().document;
    assert!(!public.contains("position") && !public.contains("street"), "{public}");
    let past = store.published_documents_at(moment(60)).await.unwrap();
    assert!(past.iter().all(|p| !p.document.contains("position")), "{past:?}");
    assert_eq!(db.number(TOLD).await, 0);
    // Whoever writes behind the store's back is stopped by the database itself.
    assert!(db.try_run("UPDATE location SET lon = 9.0, lat = 47.0").await.is_err());
    assert_eq!(db.number("SELECT COUNT(*) FROM location WHERE lon IS NULL").await, 1);
}

async fn removing_a_site_takes_what_hangs_on_it_and_an_owner_in_use_stays(db: &TestDb) {
    let store = db.furnished().await;
    publish(&store, &listing(1), 0).await;
    if db.is_sqlite() {
        // A connection of its own does not enforce references unless told to; the store's do.
        assert!(db.try_run("PRAGMA foreign_keys = ON; DELETE FROM organization").await.is_err());
        db.run("PRAGMA foreign_keys = ON; DELETE FROM service_at_location").await;
    } else {
        assert!(db.try_run("DELETE FROM organization").await.is_err());
        db.run("DELETE FROM service_at_location").await;
    }
    assert_eq!(rows(db).await, [0, 1, 0, 1, 2, 0]);
}

async fn adding_many_at_once_is_the_same_as_one_by_one(db: &TestDb) {
    let store = db.furnished().await;
    // More than one statement holds of everything; two share a place, two came from the same row.
    let mut many: Vec<Listing> = (0..600).map(listing).collect();
    many[300].sites[0].location_id = many[0].sites[0].location_id;
    many[1].sites[0].source_id = Some("f0".into());
    many[2].sites.push(site(2, "b"));
    many[3].categories = vec!["beratung".parse().unwrap(), "beratung".parse().unwrap()];
    let mut tx = begin(&store).await;
    tx.add_published(&many).await.unwrap();
    tx.save_revision(&listing(1_000), ReviewStatus::Published, None, 0).await.unwrap();
    let seq = tx.commit().await.unwrap();
    assert_eq!(seq, 3 + 601);
    assert_eq!(store.check_projection().await.unwrap(), []);
    let feed = store.changes_after(3, 1_000).await.unwrap();
    assert!(feed.iter().map(|c| c.seq).eq(4..=604));
    assert_eq!((feed[0].after_revision, feed[0].actor.as_str()), (Some(1), "test"));
    for n in [0, 2, 255, 256, 599] {
        let record = store.find_listing(service_id(n)).await.unwrap().unwrap();
        assert_eq!(record.listing, many[n as usize]);
        assert_eq!((record.version, record.published_revision), (1, Some(1)));
        assert_eq!(record.owner, many[n as usize].organization_id);
    }
    assert_eq!(store.published_documents().await.unwrap().collect().await.unwrap().len(), 601);
    assert_eq!(store.find_alias("f0").await.unwrap().unwrap().0, service_id(1));

    let mut tx = begin(&store).await;
    let error = tx.add_published(&[listing(2_000), listing(5)]).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Duplicate { .. }), "{error:?}");
    drop(tx);
    assert_eq!(store.latest_seq().await.unwrap(), seq);
}

async fn the_check_finds_every_table_that_was_tampered_with(db: &TestDb) {
    let store = db.furnished().await;
    for n in 1..=3 {
        publish(&store, &listing(n), 0).await;
    }
    let mut shared = listing(4);
    shared.sites[0].location_id = listing(1).sites[0].location_id;
    shared.sites[0].address.postcode = Some("00000".into());
    publish(&store, &shared, 0).await;
    let mut tx = begin(&store).await;
    tx.save_revision(&listing(5), ReviewStatus::Draft, None, 0).await.unwrap();
    tx.withdraw(service_id(3), 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.check_projection().await.unwrap(), []);

    let two = service_id(2);
    let site_two = listing(2).sites[0].id;
    let place_two = listing(2).sites[0].location_id;
    let of_two = |table| format!("table {table}: entry {two} differs from its published version");
    for (damage, repair, expected) in [
        (
            format!("UPDATE service_at_location SET status = 'defunct' WHERE id = '{site_two}'"),
            format!("UPDATE service_at_location SET status = 'active' WHERE id = '{site_two}'"),
            of_two("service_at_location"),
        ),
        (
            format!("UPDATE location SET lon = lon + 0.000001 WHERE id = '{place_two}'"),
            format!("UPDATE location SET lon = 9.1 WHERE id = '{place_two}'"),
            of_two("location"),
        ),
        (
            format!(
                "DELETE FROM service_term WHERE service_id = '{two}' AND term_code = 'familien'"
            ),
            format!("INSERT INTO service_term VALUES ('{two}', 'familien')"),
            of_two("service_term"),
        ),
        (
            format!("INSERT INTO service_area VALUES ('{site_two}', '00000000')"),
            "DELETE FROM service_area WHERE ags = '00000000'".to_owned(),
            of_two("service_area"),
        ),
        (
            format!("UPDATE contact SET email = 'x' WHERE service_at_location_id = '{site_two}'"),
            format!(
                "UPDATE contact SET email = 'a@example.org' WHERE service_at_location_id = '{site_two}'"
            ),
            of_two("contact"),
        ),
        (
            format!("UPDATE schedule SET text = NULL WHERE service_at_location_id = '{site_two}'"),
            format!(
                "UPDATE schedule SET text = 'nach Vereinbarung' WHERE service_at_location_id = '{site_two}'"
            ),
            of_two("schedule"),
        ),
        (
            "UPDATE service SET latest_revision = latest_revision + 1 WHERE version = 1 AND \
             published_revision IS NULL"
                .to_owned(),
            "UPDATE service SET latest_revision = 1".to_owned(),
            "table revision: 1 versions of entries are missing".to_owned(),
        ),
        (
            "INSERT INTO change SELECT seq + 2, at, actor, entity, entity_id, action, NULL, NULL \
             FROM change ORDER BY seq DESC LIMIT 1"
                .to_owned(),
            "DELETE FROM change WHERE seq = (SELECT MAX(seq) FROM change)".to_owned(),
            "table change: 1 numbers are missing in the feed".to_owned(),
        ),
    ] {
        db.run(&damage).await;
        let faults: Vec<String> =
            store.check_projection().await.unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(faults, [expected], "{damage}");
        db.run(&repair).await;
        assert_eq!(store.check_projection().await.unwrap(), [], "{repair}");
    }
}

on_both!(
    adding_many_at_once_is_the_same_as_one_by_one,
    the_check_finds_every_table_that_was_tampered_with,
    rows_follow_the_published_version,
    an_area_of_many_municipalities_is_kept_whole,
    a_location_shared_by_two_entries_stays_while_one_uses_it,
    two_entries_cannot_claim_the_same_site,
    a_protected_place_never_reaches_the_tables_with_point_or_street,
    removing_a_site_takes_what_hangs_on_it_and_an_owner_in_use_stays,
);
