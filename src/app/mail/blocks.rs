//! The parts of a letter, written as plain text and as HTML.
//!
//! Locale files hold words only; what becomes HTML is escaped here, so that no name of an entry can bring markup.

use std::fmt::Write as _;

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph.
    Paragraph(String),
    /// What somebody has written, set apart.
    Quote(String),
    /// A link on a line of its own: what it does, and where it leads.
    Link { label: String, url: String },
    /// The name of an entry with a note below.
    Heading { title: String, note: String },
    /// Who writes, and why one gets this.
    Footer(Vec<String>),
}

/// The text for programs that show no HTML. Lines are as long as paragraphs: programs break them themselves.
pub(super) fn plain(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        match block {
            Block::Paragraph(words) => text.push_str(words),
            Block::Quote(words) => {
                let lines: Vec<String> = words.lines().map(|line| format!("> {line}")).collect();
                text.push_str(lines.join("\n").trim_end());
            }
            Block::Link { label, url } => {
                // Writing to a String cannot fail.
                let _ = write!(text, "{label}:\n{url}");
            }
            Block::Heading { title, note } => {
                let _ = write!(text, "* {title}\n  {note}");
            }
            // The line with two hyphens and a blank begins a signature (RFC 3676, 2004, section 4.3).
            Block::Footer(lines) => {
                let _ = write!(text, "-- \n{}", lines.join("\n"));
            }
        }
        text.push('\n');
    }
    text
}

const PARAGRAPH: &str = "margin:0 0 16px";
const QUOTE: &str =
    "margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #767676;white-space:pre-line";
const BUTTON: &str = "display:inline-block;padding:10px 18px;background:#171a2b;color:#ffffff;text-decoration:none;border-radius:4px";
const SMALL: &str = "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #767676;font-size:14px";
const BODY: &str =
    "margin:0;padding:24px 16px;background:#ffffff;color:#171a2b;font:16px/1.5 sans-serif";

/// The same as HTML: no picture, nothing fetched from anywhere, readable without its styles.
pub(super) fn html(subject: &str, language: &str, blocks: &[Block]) -> String {
    let mut body = String::new();
    for block in blocks {
        // Writing to a String cannot fail.
        let _ = match block {
            Block::Paragraph(words) => {
                writeln!(body, "<p style=\"{PARAGRAPH}\">{}</p>", escaped(words))
            }
            Block::Quote(words) => {
                writeln!(body, "<blockquote style=\"{QUOTE}\">{}</blockquote>", escaped(words))
            }
            Block::Link { label, url } => writeln!(
                body,
                "<p style=\"{PARAGRAPH}\"><a style=\"{BUTTON}\" href=\"{0}\">{1}</a></p>\n\
                 <p style=\"{PARAGRAPH};font-size:14px;word-break:break-all\">{0}</p>",
                escaped(url),
                escaped(label),
            ),
            Block::Heading { title, note } => writeln!(
                body,
                "<p style=\"margin:24px 0 8px\"><strong>{}</strong><br>{}</p>",
                escaped(title),
                escaped(note),
            ),
            Block::Footer(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                writeln!(body, "<p style=\"{SMALL}\">{}</p>", lines.join("<br>"))
            }
        };
    }
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title></head>\n\
         <body style=\"{BODY}\">\n<div style=\"max-width:600px;margin:0 auto\">\n{body}</div>\n\
         </body>\n</html>\n",
        escaped(subject),
    )
}

/// Text that means itself in HTML, within elements and within quoted attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Whether a character changes how others are read without being seen: a name must not turn a sentence round.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Text of others on one line: no control and no hidden characters, and no new header line in a subject.
pub(super) fn one_line(text: &str) -> String {
    let visible = text.chars().filter(|c| !is_hidden(*c));
    let spaced: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of others with its lines.
pub(super) fn lines(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_hidden(*c) && (!c.is_control() || *c == '\n'));
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_others_stays_text_and_a_link_stays_in_its_attribute() {
        let blocks = [
            Block::Paragraph("<script>alert(1)</script>".into()),
            Block::Link { label: "a<b".into(), url: "https://a.example/?x=\"y\"&z".into() },
        ];
        let html = html("S & <b>", "de", &blocks);
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        assert!(html.contains("href=\"https://a.example/?x=&quot;y&quot;&amp;z\""), "{html}");
    }

    #[test]
    fn plain_text_quotes_each_line_and_ends_with_a_signature() {
        let blocks = [
            Block::Quote("eins\nzwei".into()),
            Block::Link { label: "Öffnen".into(), url: "https://a.example/x".into() },
            Block::Footer(vec!["Amt".into()]),
        ];
        assert_eq!(plain(&blocks), "> eins\n> zwei\n\nÖffnen:\nhttps://a.example/x\n\n-- \nAmt\n");
    }

    #[test]
    fn text_of_others_keeps_no_control_or_direction_characters() {
        assert_eq!(one_line("a\r\nBcc: b\u{202e}c\t d"), "a Bcc: bc d");
        assert_eq!(lines("eins\r\nzwei\u{0}\u{200f}\n"), "eins\nzwei");
    }
}
