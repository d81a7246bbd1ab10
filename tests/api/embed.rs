//! The list in pages of others: who may frame it, what it says of wrong words, and that it knows nobody.

use crate::support::county::{COUNTY, PACKAGE};
use crate::support::reply::Reply;

const FRAMED: [&str; 4] = ["/embed", "/en/embed", "/ar/embed?ansicht=beides", "/leicht/embed"];

async fn page(path: &str) -> Reply {
    let cookies = ("cookie", "session=abcdefgh; visitor=abcdefgh; language=tr");
    COUNTY.get_with(path, &[("accept", "text/html"), cookies]).await
}

fn cards(reply: &Reply) -> usize {
    reply.text().matches("class=\"offer-card\"").count()
}

#[tokio::test]
async fn only_the_list_itself_may_be_framed_in_every_language() {
    for path in FRAMED {
        let reply = page(path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("x-frame-options"), "", "{path}");
        let policy = reply.header("content-security-policy");
        assert!(policy.ends_with("frame-ancestors *"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    }
    for path in ["/", "/liste", "/en/liste", "/embed/anleitung", "/en/embed/anleitung"] {
        let reply = COUNTY.get_with(path, &[("accept", "text/html")]).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        let policy = reply.header("content-security-policy");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{path}: {policy}");
        let own = if path.ends_with("anleitung") { "'self'" } else { "'none'" };
        assert!(policy.contains(&format!("frame-src {own};")), "{path}: {policy}");
    }
}

#[tokio::test]
async fn the_framed_list_sets_no_cookie_and_answers_everybody_alike() {
    for path in FRAMED {
        let known = page(path).await;
        assert_eq!(known.header("set-cookie"), "", "{path}");
        let unknown = COUNTY.get_with(path, &[("accept", "text/html")]).await;
        assert_eq!(known.text(), unknown.text(), "{path}");
        assert!(!known.text().contains("manifest"), "{path}: nothing to install");
        assert!(!known.text().contains("data-js=\"save\""), "{path}: nothing to keep");
    }
}

#[tokio::test]
async fn it_has_the_language_of_its_address_and_its_links_leave_the_frame() {
    let reply = page("/ar/embed").await;
    assert!(reply.text().contains("<html lang=\"ar\" dir=\"rtl\""));
    let lines: Vec<&str> =
        reply.text().lines().filter(|line| line.contains("offer-card__link")).collect();
    assert_eq!(lines.len(), cards(&reply));
    assert!(!lines.is_empty());
    for line in lines {
        assert!(line.contains("href=\"/ar/angebote/"), "{line}");
        assert!(line.contains("target=\"_blank\" rel=\"noopener\""), "{line}");
    }
}

#[tokio::test]
async fn filters_hold_and_the_next_page_stays_in_the_frame() {
    let all = COUNTY.get("/api/collections/services/items?limit=1").await.json();
    let reply = page("/embed?farbe=dunkel&akzent=1F42A8").await;
    let total = format!("data-total=\"{}\"", all["numberMatched"]);
    assert!(reply.text().contains(&total), "{total}");
    assert!(reply.text().contains("data-accent=\"1f42a8\""));
    let next = reply.text().split("class=\"pagination__link\" href=\"").nth(1).unwrap();
    let next = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    assert!(next.starts_with("/embed?nach="), "{next}");
    assert!(next.ends_with("&farbe=dunkel&akzent=1f42a8"), "{next}");
    let second = page(&next).await;
    assert_eq!(second.status, 200, "{next}");
    assert!(cards(&second) > 0);

    let topic = PACKAGE.listings.iter().find(|l| l.withheld.is_none()).unwrap();
    let topic = topic.listing.categories[0].to_string();
    let items = format!("/api/collections/services/items?limit=1&category={topic}");
    let found = COUNTY.get(&items).await.json()["numberMatched"].clone();
    assert_ne!(found, all["numberMatched"]);
    let some = page(&format!("/embed?category={topic}")).await;
    assert!(some.text().contains(&format!("data-total=\"{found}\"")), "{found}");
}

#[tokio::test]
async fn all_faults_are_told_and_the_rest_is_still_shown() {
    let path =
        "/embed?ansicht=tabelle&farbe=rot&akzent=red&foo=1&category=nicht-da&near=Nirgendwo123";
    let reply = page(path).await;
    assert_eq!(reply.status, 400);
    for told in ["tabelle", "rot", "red", "foo", "nicht-da", "Nirgendwo123"] {
        assert!(reply.text().contains(told), "{told} is not told");
    }
    assert!(cards(&reply) > 0, "residents still see offers");
    assert_eq!(reply.header("x-frame-options"), "", "a fault may be read in the frame too");
    let forged = page("/embed?akzent=%22%3E%3Cscript%3E&%3Cscript%3E=1").await;
    assert!(!forged.text().contains("<script>"));
}

#[tokio::test]
async fn the_view_is_list_map_or_both() {
    for (query, list, map) in
        [("", true, false), ("?ansicht=karte", false, true), ("?ansicht=beides", true, true)]
    {
        let reply = page(&format!("/embed{query}")).await;
        assert_eq!(cards(&reply) > 0, list, "{query}");
        assert_eq!(reply.text().contains("data-map=\"start\""), map, "{query}");
    }
}

#[tokio::test]
async fn the_script_is_where_the_guide_says_and_its_absence_is_told() {
    let guide = page("/embed/anleitung").await;
    let address = "/embed/sozial-atlas.js";
    assert!(guide.text().contains(&format!("{address}\" async")), "the guide tells the address");
    let reply = COUNTY.get(address).await;
    // A program built without the front end has no script, and its guide loads none.
    let built = !guide.text().contains("placeholder.css");
    assert_eq!(reply.status, if built { 200 } else { 404 });
    assert_eq!(guide.text().contains(&format!("<script src=\"{address}\" async>")), built);
    if built {
        assert_eq!(reply.header("access-control-allow-origin"), "*");
        assert!(reply.text().contains("sozial-atlas"));
    }
}

#[tokio::test]
async fn the_guide_shows_at_work_what_it_tells_to_copy() {
    let guide = page("/embed/anleitung").await;
    let text = guide.text();
    let live = "<sozial-atlas category=\"";
    let start = text.find(live).unwrap_or_else(|| panic!("{live} is not on the page"));
    let end = text[start..].find("title=\"").unwrap() + start;
    let escaped =
        text[start..end].replace('&', "&#38;").replace('<', "&#60;").replace('"', "&#34;");
    assert!(text.contains(&escaped), "{escaped} is not among what can be copied");
    // The frame is shown as text, and what stands in it by a link.
    let copied = text.split("iframe src=&#34;").nth(1).unwrap().split("&#34;").next().unwrap();
    let address = copied.replace("&#38;#38;", "&");
    let link = format!("href=\"{}\"", address.replace('&', "&#38;"));
    assert!(text.contains(&link), "no link to {address}");
    let reply = page(&address[address.find("/embed").unwrap()..]).await;
    assert_eq!(reply.status, 200, "{address}");
    assert!(reply.text().contains("data-map=\"start\""), "the example is a map");
}
