//! What was counted when the program ends: by a signal nothing is lost, by a kill at most what was not written yet.

use rustix::process::Signal;
use sozialatlas::domain::{Month, ServiceId};
use sozialatlas::store::{OpenOptions, Store};

use crate::support::Server;
use crate::writers::{County, with_database};

/// A browser as they call themselves; what calls itself a program is not counted.
const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/// Some public entry.
fn some_entry(server: &Server) -> ServiceId {
    let found = server.get_json("/api/collections/services/items?limit=1");
    found["features"][0]["properties"]["service_id"].as_str().unwrap().parse().unwrap()
}

fn look(server: &Server, id: ServiceId, times: u64) {
    for _ in 0..times {
        let page = ureq::get(format!("{}/angebote/{id}", server.url));
        let answer = page.header("user-agent", BROWSER).call().unwrap();
        assert_eq!(answer.status().as_u16(), 200);
    }
}

/// How often the database says that an entry was opened.
fn views(url: &str, id: ServiceId) -> u64 {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(url, &OpenOptions::default()).await.unwrap();
        let from = Month::parse("2020-01").unwrap();
        let views = store.list_views(id, from).await.unwrap();
        store.close().await;
        views.iter().map(|month| month.views).sum()
    })
}

fn ends(county: &County) {
    let server = county.serve();
    let id = some_entry(&server);
    look(&server, id, 7);
    server.stop();
    assert_eq!(views(&county.url, id), 7, "a signal to stop writes down what was counted");
    let mut server = county.serve();
    look(&server, id, 5);
    server.signal(Signal::KILL);
    server.wait();
    // The worker may have written just before: what was written stays, what was not is gone, nothing is made up.
    let left = views(&county.url, id);
    assert!((7..=12).contains(&left), "{left}");
    let server = county.serve();
    look(&server, id, 2);
    server.stop();
    assert_eq!(views(&county.url, id), left + 2, "it goes on from what was written");
}

#[test]
fn a_signal_writes_down_what_was_counted_and_a_kill_loses_at_most_the_rest_on_sqlite() {
    ends(&County::new(|place| {
        std::fs::create_dir_all(place.path("var")).unwrap();
        format!("sqlite://{}", place.database().display())
    }));
}

#[test]
fn a_signal_writes_down_what_was_counted_and_a_kill_loses_at_most_the_rest_on_postgresql() {
    with_database(|_, url| ends(&County::new(|_| url.to_owned())));
}
