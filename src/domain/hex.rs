//! Bytes as text: how hashes and keys are written.

use std::fmt::Write as _;

/// The bytes in hexadecimal digits, lower case, two for each (RFC 4648, section 8, in the case that hashes are written in).
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn every_byte_is_two_digits() {
        assert_eq!(hex(&[0, 1, 0x0f, 0xa0, 0xff]), "00010fa0ff");
        assert_eq!(hex(&[]), "");
    }
}
