//! All that a document may see: itself, its data, its pictures, our fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::{Job, PrintError};

/// `DejaVu` Sans: it has the letters of every language of the pages.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = [dejavu::sans::regular(), dejavu::sans::bold()];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

/// The world of one document.
pub(super) struct PrintWorld {
    main: Source,
    files: Vec<(FileId, Bytes)>,
}

impl PrintWorld {
    pub(super) fn new(job: &Job<'_>) -> Result<Self, PrintError> {
        let main = Source::new(file("main.typ")?, job.document.to_owned());
        let mut files = vec![(file("data.json")?, Bytes::from_string(job.data.to_string()))];
        for (name, bytes) in job.pictures {
            files.push((file(name)?, Bytes::new(bytes.to_vec())));
        }
        Ok(Self { main, files })
    }
}

/// The name of a file beside the document. There are only a few names: each is remembered for ever.
fn file(name: &str) -> Result<FileId, PrintError> {
    let path = VirtualPath::new(name).map_err(|error| PrintError::Document(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for PrintWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(known, _)| *known == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
