//! What counts as the picture of a tile: judged by its first bytes, whatever the source calls it.

/// Formats that a browser shows and that hold no script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// PNG (ISO/IEC 15948:2004, section 5.2).
    Png,
    /// JPEG (ITU-T T.81, annex B: start of image, then a marker).
    Jpeg,
    /// WebP (RFC 9649, section 2.4).
    Webp,
}

impl PictureKind {
    /// The format of these bytes; `None` for anything else.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
        const JPEG: &[u8] = b"\xff\xd8\xff";
        if bytes.starts_with(PNG) {
            Some(Self::Png)
        } else if bytes.starts_with(JPEG) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else {
            None
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        assert_eq!(PictureKind::of(b"\x89PNG\r\n\x1a\n..."), Some(PictureKind::Png));
        assert_eq!(PictureKind::of(b"\xff\xd8\xff\xe0"), Some(PictureKind::Jpeg));
        assert_eq!(PictureKind::of(b"RIFF\x10\0\0\0WEBPVP8 "), Some(PictureKind::Webp));
        for other in [
            b"".as_slice(),
            b"<!doctype html>",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"GIF89a",
            b"RIFF\x10\0\0\0WAVE",
            b"\x89PNG",
            b"{\"error\":1}",
        ] {
            assert_eq!(PictureKind::of(other), None, "{other:?}");
        }
    }
}
