use serde_json::{Value, json};

use super::*;

const QR: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0z" fill="#000"/></svg>"##;
const PICTURES: &[(&str, &[u8])] = &[("qr.svg", QR)];

/// Names that would be orders, were they source.
const HOSTILE: &str =
    "Tafel #panic(\"x\") $x$ *fett* \\ ] #image(\"/etc/passwd\") <b> \u{202e}umgekehrt 🙂";

fn preview(name: &str) -> Value {
    json!({"title": name, "lang": "de", "color": "#123456", "category": "Tafel", "name": name,
        "organization": "Verein", "place": "Markt 2, Stadt", "site": "Sozialatlas"})
}

fn sheet(name: &str) -> Value {
    json!({"title": name, "lang": "de", "site": "Sozialatlas", "category": "Tafel", "name": name,
        "organization": null, "summary": name, "facts": [{"label": "Wo", "lines": [name, "Stadt"]}],
        "qr-alt": "QR-Code", "scan": "Scannen", "standing": "Stand: 2026", "from": "Aus: Sozialatlas",
        "url": "https://atlas.example/angebote/1"})
}

fn list(entries: usize) -> Value {
    let entry =
        json!({"name": HOSTILE, "what": "Tafel", "lines": ["Markt 2", "07531 1"], "stale": null});
    json!({"title": "Angebote in Stadt", "lang": "de", "site": "Sozialatlas", "from": "Sozialatlas",
        "printed": "heute", "page-word": "Seite", "count": "3 Angebote", "more": null, "notice": "Auswahl",
        "qr-alt": "QR-Code", "entries": vec![entry; entries]})
}

#[test]
fn a_preview_is_a_picture_of_the_size_that_is_told() {
    let data =
        preview("Schuldnerberatung der Stadt mit einem langen Namen, der über zwei Zeilen geht");
    let bytes = png(&Job { document: PREVIEW, data: &data, pictures: &[] }).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    // Width and height of the header (PNG, 11.2.2).
    assert_eq!(&bytes[16..24], [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat());
}

#[test]
fn what_people_wrote_is_shown_and_never_obeyed() {
    for data in [preview(HOSTILE), preview(""), preview(&"sehr lang ".repeat(200))] {
        png(&Job { document: PREVIEW, data: &data, pictures: &[] }).unwrap();
    }
    let data = sheet(HOSTILE);
    pdf(&Job { document: SHEET, data: &data, pictures: PICTURES }).unwrap();
}

#[test]
fn paper_is_tagged_has_title_and_language_and_is_the_same_each_time() {
    let data = sheet("Tafel");
    let job = Job { document: SHEET, data: &data, pictures: PICTURES };
    let bytes = pdf(&job).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    for mark in ["/Lang", "/StructTreeRoot", "/MarkInfo"] {
        assert!(text.contains(mark), "{mark} is missing");
    }
    assert_eq!(bytes, pdf(&job).unwrap());
}

#[test]
fn a_list_of_none_and_of_many_is_set() {
    for entries in [0, 1, 120] {
        let data = list(entries);
        pdf(&Job { document: LIST, data: &data, pictures: PICTURES }).unwrap();
    }
}

#[test]
fn a_document_sees_no_file_but_its_own() {
    let data = json!({});
    for document in
        ["#read(\"/etc/hostname\")", "#import \"@preview/x:1.0.0\"", "#image(\"x.png\")"]
    {
        assert!(pdf(&Job { document, data: &data, pictures: &[] }).is_err(), "{document}");
    }
}
