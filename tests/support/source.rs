//! Sources read as text: comments and the contents of strings are blanked out, byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file in three views: whole, code alone, strings alone.
pub(crate) struct Source {
    /// Path below the repository, with `/`.
    pub(crate) path: String,
    /// As it stands in the file.
    pub(crate) text: String,
    /// Code alone: comments and the contents of strings are blanks.
    pub(crate) code: String,
    /// String literals with the byte they begin at.
    pub(crate) strings: Vec<(usize, String)>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (code, strings) = split(text, path.ends_with(".rs"));
        Self { path: path.to_owned(), text: text.to_owned(), code, strings }
    }

    /// The folder or file directly below `root` (`src`, `web/src`) that it belongs to.
    pub(crate) fn room(&self, root: &str) -> &str {
        let rest = self.path.strip_prefix(root).unwrap_or_default().trim_start_matches('/');
        let first = rest.split('/').next().unwrap_or_default();
        first.split('.').next().unwrap_or_default()
    }

    pub(crate) fn line_of(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|&&b| b == b'\n').count() + 1
    }

    pub(crate) fn spot(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.line_of(at))
    }

    /// Where the unit tests begin: they may hold what the program may not.
    pub(crate) fn tests_from(&self) -> usize {
        let own_file = ["tests.rs", ".test.ts", "/tests/"].iter().any(|t| self.path.contains(t));
        if own_file { 0 } else { self.code.find("#[cfg(test)]").unwrap_or(self.code.len()) }
    }
}

/// Blanks out comments and strings, byte for byte, and hands back the strings.
fn split(text: &str, rust: bool) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = text.as_bytes().to_vec();
    let mut strings = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = match rest {
            [b'/', b'/', ..] => at + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => at + find(rest, b"*/").map_or(rest.len(), |end| end + 2),
            [b'r', b'"' | b'#', ..] if rust && !is_word(bytes, at) => raw_string_end(bytes, at),
            [b'"', ..] => quoted_end(bytes, at, b'"'),
            [b'\'', ..] if rust => char_end(bytes, at),
            [quote @ (b'\'' | b'`'), ..] => quoted_end(bytes, at, *quote),
            _ => at + 1,
        };
        if end > at + 1 {
            if rest[0] != b'/' {
                strings.push((at, String::from_utf8_lossy(&bytes[at..end]).into_owned()));
            }
            code[at..end].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
        }
        at = end;
    }
    (String::from_utf8_lossy(&code).into_owned(), strings)
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|w| w == word)
}

/// Whether the byte before `at` belongs to a name (`for"` is no raw string).
pub(crate) fn is_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

fn quoted_end(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

fn raw_string_end(bytes: &[u8], from: usize) -> usize {
    let hashes = bytes[from + 1..].iter().take_while(|&&b| b == b'#').count();
    if bytes.get(from + 1 + hashes) != Some(&b'"') {
        return from + 1;
    }
    let close = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let body = from + 2 + hashes;
    find(&bytes[body..], &close).map_or(bytes.len(), |end| body + end + close.len())
}

/// The end of a character literal; a lifetime is one byte of code.
fn char_end(bytes: &[u8], from: usize) -> usize {
    let rest = String::from_utf8_lossy(&bytes[from + 1..(from + 14).min(bytes.len())]).into_owned();
    let length = match rest.strip_prefix('\\') {
        Some(escaped) => escaped.get(1..).and_then(|r| r.find('\'')).map(|end| end + 2),
        None => {
            rest.chars().next().map(char::len_utf8).filter(|&n| rest.get(n..n + 1) == Some("'"))
        }
    };
    length.map_or(from + 1, |n| from + n + 2)
}

pub(crate) fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), ending, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            Source::new(&below, &text)
        })
        .collect()
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            collect(&path, ending, paths);
        } else if path.to_string_lossy().ends_with(ending) {
            paths.push(path);
        }
    }
}
