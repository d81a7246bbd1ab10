use serde_json::{Value, json};

use super::*;

const QR: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0z" fill="#000"/></svg>"##;
const PICTURES: &[(&str, &[u8])] = &[("qr.svg", QR)];

/// Names that would be orders, were they source.
const HOSTILE: &str =
    "Tafel #panic(\"x\") $x$ *fett* \\ ] #image(\"/etc/passwd\") <b> \u{202e}umgekehrt 🙂";

fn german(text: &str) -> Value {
    json!({"text": text, "german": true})
}

fn preview(name: &str) -> Value {
    json!({"title": name, "lang": "de", "color": "#123456", "category": "Tafel", "name": name,
        "organization": "Verein", "place": "Markt 2, Stadt", "site": "Sozialatlas"})
}

fn sheet(name: &str) -> Value {
    json!({"title": name, "lang": "de", "direction": "ltr", "site": "Sozialatlas", "category": "Tafel",
        "name": german(name), "organization": null, "summary": german(name),
        "facts": [{"label": "Wo", "lines": [german(name), german("Stadt")]}],
        "qr-alt": "QR-Code", "scan": "Scannen", "standing": "Stand: 2026", "from": "Aus: Sozialatlas",
        "url": "https://atlas.example/angebote/1"})
}

fn entry(name: &str) -> Value {
    json!({"name": german(name), "category": "Tafel", "organization": null,
        "lines": [german("Markt 2"), german(name)], "phone": "07531 1", "stale": null})
}

fn list(entries: usize) -> Value {
    json!({"title": "Angebote in Stadt", "lang": "de", "direction": "ltr", "site": "Sozialatlas",
        "from": "Sozialatlas", "printed": "heute", "page-word": "Seite", "count": "3 Angebote", "more": null,
        "notice": "Auswahl", "qr-alt": "QR-Code", "entries": vec![entry("Tafel"); entries]})
}

fn poster(paper: &str, entries: usize, name: &str) -> Value {
    let shown: Vec<Value> = (0..=entries).map(|n| json!(format!("{n} von 29"))).collect();
    json!({"title": "Plakat", "lang": "de", "direction": "ltr", "site": "Sozialatlas", "paper": paper,
        "color": "#1f42a8", "heading": name, "place": german("Stadt"), "count": "29 Angebote", "others": name,
        "shown": shown, "entries": vec![entry(name); entries], "numbers-title": "Nummern",
        "numbers": vec![json!({"name": german("Kinder- und Jugendtelefon (Nummer gegen Kummer)"),
            "number": "0800 111 0 111", "available": german("Mo–Sa 14–20 Uhr")}); 9],
        "scan": "Scannen", "qr-alt": "QR-Code", "how": "Zuerst …", "notice": "Auswahl", "from": "Aus …",
        "url": "https://atlas.example/liste?category=geld"})
}

/// The same with other words that documents have of their own.
fn with(mut data: Value, more: Value) -> Value {
    let (Some(data_of), Value::Object(more)) = (data.as_object_mut(), more) else { panic!() };
    data_of.extend(more);
    data
}

fn printed(document: &'static str, data: &Value) -> Vec<u8> {
    pdf(&Job { document, data, pictures: PICTURES }).unwrap()
}

/// Whether a file says that it keeps to PDF/UA-1 (ISO 14289-1, clause 5).
fn says_accessible(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("<pdfuaid:part>1</pdfuaid:part>")
}

fn pages(bytes: &[u8]) -> usize {
    String::from_utf8_lossy(bytes).split("/Type/Page").filter(|rest| !rest.starts_with('s')).count()
        - 1
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
fn paper_says_title_and_language_keeps_to_pdf_ua_and_is_the_same_each_time() {
    for (document, data) in [
        (SHEET, sheet("Tafel")),
        (LIST, list(3)),
        (POSTER, poster("a4", 3, "Tafel")),
        // Arabic, Ukrainian and Turkish letters, and marks of direction around a German name.
        (
            SHEET,
            with(
                sheet("Tafel"),
                json!({"lang": "ar", "direction": "rtl",
            "title": "نشرة", "standing": "حتى \u{2068}Singen\u{2069}"}),
            ),
        ),
        (LIST, with(list(2), json!({"lang": "uk", "count": "Послуги: ґ є ї"}))),
        (POSTER, with(poster("a3", 2, "Tafel"), json!({"lang": "tr", "heading": "ğ ı İ ş"}))),
    ] {
        let bytes = printed(document, &data);
        assert!(bytes.starts_with(b"%PDF-"));
        let text = String::from_utf8_lossy(&bytes);
        for mark in ["/StructTreeRoot", "/MarkInfo", "/DisplayDocTitle true"] {
            assert!(text.contains(mark), "{mark} is missing");
        }
        assert!(
            text.contains(&format!("/Lang({})", data["lang"].as_str().unwrap())),
            "{}",
            data["lang"]
        );
        assert!(says_accessible(&bytes), "{}", data["title"]);
        assert_eq!(bytes, printed(document, &data));
    }
}

#[test]
fn a_letter_that_no_font_has_takes_the_mark_but_not_the_paper() {
    for data in [sheet("Klinik \u{1f3e5}"), sheet("\u{7}")] {
        let bytes = printed(SHEET, &data);
        assert!(bytes.starts_with(b"%PDF-") && !says_accessible(&bytes));
        assert!(String::from_utf8_lossy(&bytes).contains("/StructTreeRoot"));
    }
}

#[test]
fn a_poster_is_one_side_of_its_paper_however_much_there_is_to_say() {
    let long = "Sehr lange Bezeichnung einer Beratungsstelle ".repeat(4);
    for paper in ["a3", "a4", "a5"] {
        for (entries, name) in [(0, "Tafel"), (1, "Tafel"), (10, "Tafel"), (10, long.as_str())] {
            let bytes = printed(POSTER, &poster(paper, entries, name));
            assert_eq!(pages(&bytes), 1, "{paper}: {entries} of {name}");
        }
    }
    assert!(pages(&printed(LIST, &list(120))) > 5, "so that pages are counted at all");
}

#[test]
fn a_list_of_none_and_of_many_is_set() {
    for entries in [0, 1, 120] {
        printed(LIST, &list(entries));
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
