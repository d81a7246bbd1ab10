//! Style sheets, scripts, fonts and icons of the front end, embedded in the binary.
//!
//! The build script fills the folder: with the built front end, or with placeholders in a debug build without
//! one. Names come from Vite's `manifest.json` and contain a hash of the content, so that an answer may be kept
//! for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::extract::{IfNoneMatch, Path, entity_tag};
use super::problem::Problem;

/// Where assets are served.
pub const PREFIX: &str = "/_/assets/";

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/assets"]
struct Dist;

/// Addresses of what every page loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetNames {
    /// Style sheet.
    pub css: String,
    /// Module script of every page.
    pub js: String,
    /// SVG sprite of the icons.
    pub sprite: String,
}

/// One file, ready to be sent.
#[derive(Debug)]
struct Asset {
    body: Bytes,
    content_type: HeaderValue,
    etag: HeaderValue,
}

/// All files of the front end.
#[derive(Debug)]
pub struct Assets {
    files: HashMap<String, Asset>,
    chunks: HashMap<String, Chunk>,
    names: AssetNames,
}

/// An entry of Vite's manifest.
#[derive(Debug, Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
    /// Keys of chunks that it needs at once.
    #[serde(default)]
    imports: Vec<String>,
    /// Fonts and pictures.
    #[serde(default)]
    assets: Vec<String>,
    #[serde(default, rename = "isEntry")]
    is_entry: bool,
}

/// The front end this program was built with.
pub static CURRENT: LazyLock<Assets> = LazyLock::new(Assets::embedded);

impl Assets {
    fn embedded() -> Self {
        let files = Dist::iter().filter_map(|name| {
            let file = Dist::get(&name)?;
            Some((name.into_owned(), Bytes::from(file.data.into_owned())))
        });
        Self::from_files(files)
    }

    /// Reads the manifest among the files and prepares each file.
    fn from_files(files: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let files: HashMap<String, Asset> = files
            .into_iter()
            .map(|(name, body)| {
                let etag = entity_tag(&[&body]);
                let content_type = HeaderValue::from_static(content_type(&name));
                (name, Asset { body, content_type, etag })
            })
            .collect();
        let manifest = files.get("manifest.json").or_else(|| files.get(".vite/manifest.json"));
        let chunks: HashMap<String, Chunk> =
            manifest.and_then(|f| serde_json::from_slice(&f.body).ok()).unwrap_or_default();
        let names = names(&chunks, &files);
        Self { files, chunks, names }
    }

    /// Addresses of what every page loads.
    #[must_use]
    pub const fn names(&self) -> &AssetNames {
        &self.names
    }

    /// The address of a source file by its key in the manifest (`assets/icons.svg`), if it was built.
    #[must_use]
    pub fn url(&self, key: &str) -> Option<String> {
        self.chunks.get(key).map(|chunk| format!("{PREFIX}{}", chunk.file))
    }

    /// Addresses of everything that these source files need at once, with the sprite: each once, in order of name.
    #[must_use]
    pub fn closure(&self, keys: &[&str]) -> Vec<String> {
        let mut files = std::collections::BTreeSet::from([self.names.sprite.clone()]);
        let mut open: Vec<&str> = keys.to_vec();
        while let Some(chunk) = open.pop().and_then(|key| self.chunks.get(key)) {
            let others = chunk.css.iter().chain(&chunk.assets);
            let is_new = files.insert(format!("{PREFIX}{}", chunk.file));
            files.extend(others.map(|file| format!("{PREFIX}{file}")));
            if is_new {
                open.extend(chunk.imports.iter().map(String::as_str));
            }
        }
        files.into_iter().collect()
    }

    /// The entity tag of a built file.
    #[must_use]
    pub fn etag(&self, file: &str) -> Option<&HeaderValue> {
        self.files.get(file).map(|asset| &asset.etag)
    }

    /// The text of a built file, to be put into a page (an SVG, for example).
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        let file = self.chunks.get(key).map_or(key, |chunk| &chunk.file);
        self.files.get(file).and_then(|asset| std::str::from_utf8(&asset.body).ok())
    }
}

/// Style sheet, script and sprite by their keys; where the manifest lacks one, the first file that fits.
fn names(chunks: &HashMap<String, Chunk>, files: &HashMap<String, Asset>) -> AssetNames {
    let address = |file: &str| format!("{PREFIX}{file}");
    let first = |suffix: &str, part: &str| {
        let mut fits: Vec<&String> =
            files.keys().filter(|n| n.ends_with(suffix) && n.contains(part)).collect();
        fits.sort();
        fits.first().map_or_else(|| address(&format!("main{suffix}")), |n| address(n))
    };
    let script = chunks.get("src/main.ts").filter(|c| c.is_entry);
    let style = chunks
        .get("styles/main.css")
        .map(|c| c.file.as_str())
        .or_else(|| script.and_then(|c| c.css.first()).map(String::as_str));
    let sprite = chunks.iter().find(|(key, _)| key.ends_with("icons.svg")).map(|(_, c)| &c.file);
    AssetNames {
        css: style.map_or_else(|| first(".css", ""), address),
        js: script.map_or_else(|| first(".js", "main"), |c| address(&c.file)),
        sprite: sprite.map_or_else(|| first(".svg", "icons"), |file| address(file)),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// `GET /_/assets/{file}`: the file, to be kept for ever; as `br` or `gz` if such a twin was built and is wanted.
pub(super) async fn serve(
    Path(name): Path<String>,
    have: IfNoneMatch,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asset = CURRENT.files.get(&name).ok_or_else(|| Problem::not_found("such file"))?;
    let mut response = have.answer(&asset.etag, "public, max-age=31536000, immutable", || {
        let accepted = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok());
        let twin = [("br", "br"), ("gz", "gzip")].into_iter().find_map(|(suffix, encoding)| {
            let wanted = accepted.unwrap_or_default().split(',').any(|part| {
                let (coding, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                coding.trim() == encoding && weight.trim().parse() != Ok(0.0_f32)
            });
            let twin = CURRENT.files.get(&format!("{name}.{suffix}")).filter(|_| wanted)?;
            Some((twin.body.clone(), HeaderValue::from_static(encoding)))
        });
        let (body, encoding) =
            twin.map_or_else(|| (asset.body.clone(), None), |(body, coding)| (body, Some(coding)));
        let mut response = Response::new(Body::from(body));
        response.headers_mut().insert(CONTENT_TYPE, asset.content_type.clone());
        if let Some(encoding) = encoding {
            response.headers_mut().insert(CONTENT_ENCODING, encoding);
        }
        response
    });
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_the_manifest() {
        let manifest = r#"{
            "src/main.ts": {"file": "main-abc.js", "isEntry": true, "css": ["main-def.css"]},
            "public/icons.svg": {"file": "icons-123.svg"}
        }"#;
        let assets = Assets::from_files([(
            "manifest.json".to_owned(),
            Bytes::from_static(manifest.as_bytes()),
        )]);
        assert_eq!(assets.names().css, "/_/assets/main-def.css");
        assert_eq!(assets.names().js, "/_/assets/main-abc.js");
        assert_eq!(assets.names().sprite, "/_/assets/icons-123.svg");
        assert_eq!(assets.url("public/icons.svg").unwrap(), "/_/assets/icons-123.svg");
    }

    #[test]
    fn what_is_text_says_how_it_is_written() {
        for name in ["main.css", "main.js", "icons-123.svg", "LICENSE.txt"] {
            assert!(content_type(name).ends_with("; charset=utf-8"), "{name}");
        }
    }

    #[test]
    fn without_a_build_names_are_still_addresses() {
        let assets = Assets::from_files([]);
        assert_eq!(assets.names().css, "/_/assets/main.css");
    }
}
