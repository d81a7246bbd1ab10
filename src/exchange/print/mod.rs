//! Paper and pictures: a document of ours, filled with data, as PDF or PNG.
//!
//! Documents are Typst; what they show comes as JSON (`json("data.json")`) and as pictures by name. Text of people is
//! thus never part of a document's source and cannot give it orders. There are no other files, no network, no clock and
//! no fonts but those compiled in, so that the same data give the same bytes on any machine.

#[cfg(test)]
mod tests;
mod world;

use serde_json::Value;
use thiserror::Error;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use self::world::PrintWorld;

/// The picture that is shown where somebody passes on a link: 600 by 315 points, twice as many pixels.
pub const PREVIEW: &str = include_str!("documents/preview.typ");
/// An entry on one sheet of paper.
pub const SHEET: &str = include_str!("documents/sheet.typ");
/// A list of entries.
pub const LIST: &str = include_str!("documents/list.typ");

/// A selection of offers on one side, to pin up (A4, A3) or to hand out (A5).
pub const POSTER: &str = include_str!("documents/poster.typ");
/// A square picture of `side` pixels, transparent where `icon.svg` is.
pub const ICON: &str = include_str!("documents/icon.typ");

/// Rounds of typesetting that results are remembered for.
const REMEMBERED: usize = 4;

/// What is to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The document: one of this module's.
    pub document: &'static str,
    /// What it shows.
    pub data: &'a Value,
    /// Pictures by the name that the document has for them (`qr.svg`).
    pub pictures: &'a [(&'static str, &'a [u8])],
}

/// Why nothing was printed: a fault of the document or of a picture, never of the reader.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The typesetter's words.
    #[error("the document could not be set: {0}")]
    Document(String),
    /// There is no first page to make a picture of.
    #[error("the document has no page")]
    NoPage,
    /// The picture could not be written.
    #[error("the picture could not be written: {0}")]
    Picture(String),
}

/// A document as a PDF that people who do not see it can read: tagged, with title, language and alternative texts, as
/// PDF/UA-1 (ISO 14289-1) asks for. A text with a letter that our font lacks cannot be said to be that: it is tagged all
/// the same, but without the mark.
///
/// This computes for tens of milliseconds: not on a thread that answers.
///
/// # Errors
/// [`PrintError`].
pub fn pdf(job: &Job<'_>) -> Result<Vec<u8>, PrintError> {
    let document = set(job)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PrintError::Document(error.message().to_string()))?;
    let accessible = PdfOptions { timestamp: None, standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &accessible).or_else(|_| {
        let tagged = PdfOptions { timestamp: None, ..PdfOptions::default() };
        typst_pdf::pdf(&document, &tagged).map_err(|faults| told(&faults))
    })
}

/// The first page of a document as a PNG with two pixels a point.
///
/// # Errors
/// [`PrintError`].
pub fn png(job: &Job<'_>) -> Result<Vec<u8>, PrintError> {
    let document = set(job)?;
    let page = document.pages().first().ok_or(PrintError::NoPage)?;
    let picture = typst_render::render(page, &RenderOptions::default());
    picture.encode_png().map_err(|error| PrintError::Picture(error.to_string()))
}

fn set(job: &Job<'_>) -> Result<PagedDocument, PrintError> {
    let world = PrintWorld::new(job)?;
    let set = typst::compile::<PagedDocument>(&world).output.map_err(|faults| told(&faults));
    // The typesetter remembers what it has done; without this it would never forget.
    typst::comemo::evict(REMEMBERED);
    set
}

fn told(faults: &[typst::diag::SourceDiagnostic]) -> PrintError {
    let words: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    PrintError::Document(words.join("; "))
}
