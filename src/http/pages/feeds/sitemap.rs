//! `/sitemap.xml` (<https://www.sitemaps.org/protocol.html>) and `/robots.txt` (RFC 9309).

use std::fmt::Write as _;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::escaped;
use crate::app::App;
use crate::domain::Language;
use crate::http::extract::{IfNoneMatch, Path};
use crate::http::language::{is_german_only, path_in};
use crate::http::links::Base;
use crate::http::pages::context::Context;
use crate::http::problem::Problem;

/// Most pages in a file: the protocol allows 50,000 and 50 MB, and with its translations a page takes up to two kilobytes.
const MOST: usize = 20_000;
/// Pages that are there in every county.
const PAGES: [&str; 9] = [
    "/",
    "/liste",
    "/gemeinden",
    "/wichtige-nummern",
    "/plakate",
    "/leichte-sprache",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
];
/// What programs that collect pages have no business with: desks, and answers to questions nobody has asked.
const CLOSED: [&str; 10] = [
    "/_/",
    "/anmelden",
    "/bestaetigen/",
    "/konto",
    "/mein",
    "/merkliste",
    "/plakate/",
    "/redaktion",
    "/verwaltung",
    "/vorschlag",
];
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
/// Of the links to translations (<https://developers.google.com/search/docs/specialty/international/localized-versions>).
const LINKS: &str = "http://www.w3.org/1999/xhtml";

/// A page and when it was changed, where that is known.
type Entry = (String, Option<String>);

/// `GET /robots.txt`
pub(super) async fn robots(base: Base, have: IfNoneMatch) -> Result<Response, Problem> {
    let mut text = String::from("User-agent: *\n");
    for path in CLOSED {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = write!(text, "\nSitemap: {}\n", base.url("/sitemap.xml"));
    crate::http::pages::entry::files::answer(&have, "text/plain; charset=utf-8", None, text)
}

/// `GET /sitemap.xml`: all pages, or, where they are too many for a file, an index of files.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    tagged(&context, &base, &have, || {
        let entries = entries(&context);
        if entries.len() <= MOST { url_set(&base, &entries) } else { index(&base, &entries) }
    })
}

/// `GET /sitemap/{part}`: a file of the index, `1.xml` and so on.
pub(super) async fn part(
    State(app): State<Arc<App>>,
    Path(part): Path<String>,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("sitemap");
    let number: usize =
        part.strip_suffix(".xml").and_then(|n| n.parse().ok()).ok_or_else(missing)?;
    let context = Context::new(&app);
    let entries = entries(&context);
    let chunk = number.checked_sub(1).and_then(|at| entries.chunks(MOST).nth(at));
    let chunk = chunk.ok_or_else(missing)?;
    tagged(&context, &base, &have, || url_set(&base, chunk))
}

/// The answer for a state of the data; what is public changes with the day too.
fn tagged(
    context: &Context,
    base: &Base,
    have: &IfNoneMatch,
    make: impl FnOnce() -> String,
) -> Result<Response, Problem> {
    // An address of the site may hold what an entity tag may not: it is only hashed.
    let mut hasher = std::hash::DefaultHasher::new();
    std::hash::Hash::hash(&(base.0.as_str(), context.moment.today()), &mut hasher);
    let site = std::hash::Hasher::finish(&hasher);
    let etag = format!("\"{}-{site:016x}\"", context.snapshot.tag());
    let etag = HeaderValue::from_str(&etag).map_err(Problem::internal)?;
    Ok(have.answer(&etag, "no-cache", || {
        let xml = HeaderValue::from_static("application/xml; charset=utf-8");
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, xml);
        (headers, make()).into_response()
    }))
}

/// Every page that search engines may list.
fn entries(context: &Context) -> Vec<Entry> {
    let plain = |path: String| (path, None);
    let mut entries: Vec<Entry> = PAGES.iter().map(|path| plain((*path).to_owned())).collect();
    let reference = context.reference();
    if !reference.guide.situations.is_empty() {
        entries.push(plain("/wegweiser".to_owned()));
    }
    entries.extend(
        reference
            .municipalities
            .iter()
            .map(|m| plain(format!("/gemeinden/{}", m.municipality.ags))),
    );
    entries.extend(reference.organizations.keys().map(|id| plain(format!("/traeger/{id}"))));
    let services = context.snapshot.public_services(&context.moment);
    entries.extend(services.into_iter().map(|(id, changed)| {
        let changed = Some(changed.to_owned()).filter(|text| !text.is_empty());
        (format!("/angebote/{id}"), changed)
    }));
    entries
}

fn url_set(base: &Base, entries: &[Entry]) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"{LINKS}\">\n"
    );
    for entry in entries {
        write_entry(&mut xml, "url", base, entry, &translations(base, &entry.0));
    }
    xml.push_str("</urlset>\n");
    xml
}

fn index(base: &Base, entries: &[Entry]) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"{NAMESPACE}\">\n"
    );
    for (at, chunk) in entries.chunks(MOST).enumerate() {
        let changed = chunk.iter().filter_map(|(_, changed)| changed.clone()).max();
        write_entry(&mut xml, "sitemap", base, &(format!("/sitemap/{}.xml", at + 1), changed), "");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// `more`: elements behind the others.
fn write_entry(xml: &mut String, element: &str, base: &Base, (path, changed): &Entry, more: &str) {
    let _ = write!(xml, "<{element}><loc>{}</loc>", escaped(&base.url(path)));
    if let Some(changed) = changed {
        let _ = write!(xml, "<lastmod>{}</lastmod>", escaped(changed));
    }
    let _ = writeln!(xml, "{more}</{element}>");
}

/// The same page in all languages, as its head names them; nothing for what exists in German only.
fn translations(base: &Base, path: &str) -> String {
    if is_german_only(path) {
        return String::new();
    }
    let all = Language::ALL.map(|language| (language.tag(), language));
    let mut links = String::new();
    for (tag, language) in all.into_iter().chain([("x-default", Language::German)]) {
        let address = escaped(&base.url(&path_in(language, path)));
        let _ =
            write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_pages_for_a_file_become_an_index_of_files() {
        let base = Base("https://atlas.example".to_owned());
        let changed = |at: usize| Some(format!("2026-11-{:02}T08:00:00Z", at % 28 + 1));
        let entries: Vec<Entry> =
            (0..=MOST * 2).map(|at| (format!("/angebote/{at}"), changed(at))).collect();
        let xml = index(&base, &entries);
        assert_eq!(xml.matches("<sitemap>").count(), 3);
        assert!(xml.contains("<loc>https://atlas.example/sitemap/3.xml</loc>"), "{xml}");
        assert!(xml.contains("<lastmod>2026-11-28T08:00:00Z</lastmod>"), "{xml}");
    }

    #[test]
    fn an_address_is_written_as_xml() {
        let base = Base("https://a.example".to_owned());
        let xml = url_set(&base, &[("/x?a=1&b=<2>".to_owned(), None)]);
        assert!(xml.contains("<loc>https://a.example/x?a=1&amp;b=&lt;2&gt;</loc>"), "{xml}");
        assert!(xml.contains("href=\"https://a.example/ar/x?a=1&amp;b=&lt;2&gt;\"/>"), "{xml}");
    }

    #[test]
    fn a_page_names_its_translations_and_one_without_any_names_none() {
        let base = Base("https://a.example".to_owned());
        let xml = url_set(&base, &[("/".to_owned(), None)]);
        for line in [
            "hreflang=\"de\" href=\"https://a.example/\"/>",
            "hreflang=\"de-x-leicht\" href=\"https://a.example/leicht\"/>",
            "hreflang=\"uk\" href=\"https://a.example/uk\"/>",
            "hreflang=\"x-default\" href=\"https://a.example/\"/></url>",
        ] {
            assert!(xml.contains(line), "{line} is missing in {xml}");
        }
        assert_eq!(xml.matches("<xhtml:link ").count(), 8);
        let xml = url_set(&base, &[("/planung".to_owned(), None)]);
        assert!(xml.contains("<loc>https://a.example/planung</loc></url>"), "{xml}");
    }
}
