//! Every page is well-formed: tags nested, ids unique, headings in order, references resolved, and nothing the
//! content security policy would refuse.
#![allow(clippy::string_slice, reason = "the checker cuts at ASCII signs it has just found")]

use std::collections::{BTreeSet, HashSet};

use super::support::*;

const VOID: [&str; 10] =
    ["meta", "link", "input", "br", "hr", "img", "use", "path", "circle", "rect"];

/// A start tag: name and attributes.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// All start tags; panics where tags do not nest.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!doctype html>") {
            rest = after;
            continue;
        }
        let end = rest.find('>').expect("a tag that never ends");
        let inner = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed out of order near {inner}");
            continue;
        }
        let closed = inner.ends_with('/');
        let tag = parse(inner.trim_end_matches('/'));
        if tag.name == "script" {
            let end = rest.find("</script>").expect("a script that never ends");
            rest = &rest[end + "</script>".len()..];
        } else if !closed && !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        tags.push(tag);
    }
    assert_eq!(open, Vec::<String>::new(), "never closed");
    tags
}

fn parse(inner: &str) -> Tag {
    let (name, mut rest) = inner.split_once([' ', '\n']).unwrap_or((inner, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').expect("an attribute that never ends");
            quoted[..close].clone_into(&mut value);
            rest = &quoted[close + 1..];
        }
        assert!(!attributes.iter().any(|(k, _)| *k == key), "{key} twice in {inner}");
        attributes.push((key, value));
    }
    Tag { name: name.to_owned(), attributes }
}

/// What is wrong with a page beside its nesting.
pub(super) fn faults(html: &str) -> Vec<String> {
    let tags = tags(html);
    let mut faults = Vec::new();
    let mut ids = HashSet::new();
    for tag in &tags {
        if let Some(id) = tag.get("id")
            && (!ids.insert(id) || id.is_empty() || id.contains(' '))
        {
            faults.push(format!("id {id} is doubled or malformed"));
        }
        for (name, _) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                faults.push(format!("{name} on {} is against the policy", tag.name));
            }
        }
        if tag.name == "script"
            && tag.get("src").is_none()
            && !matches!(tag.get("type"), Some("application/json" | "application/ld+json"))
        {
            faults.push("an inline script".into());
        }
    }
    for tag in &tags {
        for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list"] {
            let targets = tag.get(name).unwrap_or_default().split_whitespace();
            for target in targets.filter(|target| !ids.contains(target)) {
                faults.push(format!("{name}={target} leads nowhere"));
            }
        }
    }
    faults.extend(heading_faults(&tags));
    faults.extend(field_faults(&tags));
    faults
}

fn heading_faults(tags: &[Tag]) -> Vec<String> {
    let levels: Vec<u32> =
        tags.iter().filter_map(|t| t.name.strip_prefix('h').and_then(|l| l.parse().ok())).collect();
    let mut faults = Vec::new();
    if levels.first() != Some(&1) || levels.iter().filter(|l| **l == 1).count() != 1 {
        faults.push(format!("the headings {levels:?} do not begin with the only h1"));
    }
    if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
        faults.push(format!("the headings {levels:?} skip a level"));
    }
    let mains = tags.iter().filter(|t| t.name == "main").count();
    if mains != 1 {
        faults.push(format!("{mains} main landmarks"));
    }
    faults
}

/// Every field has a label.
fn field_faults(tags: &[Tag]) -> Vec<String> {
    let labelled: BTreeSet<&str> =
        tags.iter().filter(|t| t.name == "label").filter_map(|t| t.get("for")).collect();
    tags.iter()
        .filter(|t| {
            matches!(t.name.as_str(), "input" | "select") && t.get("type") != Some("hidden")
        })
        .filter(|t| t.get("id").is_none_or(|id| !labelled.contains(id)))
        .map(|t| format!("a field {:?} without a label", t.get("name")))
        .collect()
}

#[tokio::test]
async fn every_page_is_well_formed() {
    let app = app();
    let mut paths: Vec<String> = (1..=5).map(|n| format!("/angebote/{}", service(n))).collect();
    paths.extend([1, 2].map(|n| format!("/traeger/{}", organization_id(n))));
    paths.extend([TOWN, VILLAGE].map(|ags| format!("/gemeinden/{ags}")));
    for path in [
        "/",
        "/liste",
        "/gemeinden",
        "/wichtige-nummern",
        "/impressum",
        "/datenschutz",
        "/barrierefreiheit",
        "/nirgends",
        "/planung",
        "/planung?category=schulden&max_distance_m=9000",
        "/planung?category=pflege&max_distance_m=9000",
        "/planung?category=schulden&max_distance_m=viel&population=alle&merge_m=-1",
        "/planung?category=schulden&max_distance_m=9000&add=8.6,47.55",
        "/planung?category=schulden&max_distance_m=9000&metric=overland",
        "/planung/matrix",
        "/planung/matrix?max_distance_m=9000&sort=topic&show=people",
        "/?near=Atlantis",
        "/?category=unfug",
        "/?category=geld&near=Stadt",
        "/?category=tafel&near=Weiler&within_m=1000",
        "/liste?near=Berg",
        "/liste?free=yes&anonymous=yes,unknown&accessible=yes&open=now&municipality=99001001&served=true",
    ] {
        paths.push(path.to_owned());
    }
    for path in paths {
        let answer = get(&app, &path).await;
        assert!(answer.body.starts_with("<!doctype html>"), "{path}: {}", answer.status);
        assert_eq!(faults(&answer.body), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn the_checker_finds_what_it_looks_for() {
    let page = "<main><h1>a</h1><h3>b</h3><p id=\"x\" style=\"\"></p><p id=\"x\"></p>\
        <input name=\"q\"><label for=\"z\">l</label></main>";
    assert_eq!(faults(page).len(), 5, "{:?}", faults(page));
}
