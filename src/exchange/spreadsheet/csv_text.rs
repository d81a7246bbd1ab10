//! Cells that a spreadsheet program would take for a formula, and bytes that are no UTF-8.

/// What a program may take for the beginning of a formula (OWASP, "CSV Injection").
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%'])
}

/// The text so that no program computes it: an apostrophe before it, as people type it themselves.
pub(super) fn neutral(text: &str) -> String {
    // What begins with an apostrophe of its own gets a second one, so that reading takes away exactly one.
    let marked = text.starts_with('\'') && is_formula(text.trim_start_matches('\''));
    if is_formula(text) || marked { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before [`neutral`].
pub(super) fn plain(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// The bytes as text: UTF-8, else Windows-1252, which is what a German spreadsheet program writes.
pub(super) fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// A byte of Windows-1252 (WHATWG Encoding Standard, index windows-1252).
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}
