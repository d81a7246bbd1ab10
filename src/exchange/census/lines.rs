//! Lines of a file that is too large for memory: one buffer, whatever the size.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::domain::hex;

/// So much is read at once.
const BUFFER: usize = 1 << 20;
/// A row of a census table is far shorter; what is longer is no table.
pub(super) const MAX_LINE: usize = 1 << 16;

/// A line without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) row: u64,
    pub(super) bytes: &'a [u8],
    /// Whether a line break follows it.
    pub(super) is_whole: bool,
}

/// Why reading stopped, and in which line.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The file could not be read on.
    Io(u64, io::Error),
    /// No line break within [`MAX_LINE`] bytes.
    TooLong(u64),
}

/// Reads lines, counts bytes and hashes them.
pub(super) struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    row: u64,
    bytes: u64,
    hash: Sha256,
    is_over: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            buffer: vec![0; BUFFER],
            start: 0,
            end: 0,
            row: 0,
            bytes: 0,
            hash: Sha256::new(),
            is_over: false,
        }
    }

    /// Bytes read so far.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, Stopped> {
        let row = self.row + 1;
        let mut looked_at = self.start;
        loop {
            let fresh = self.buffer.get(looked_at..self.end).unwrap_or_default();
            if let Some(at) = memchr::memchr(b'\n', fresh) {
                return Ok(Some(self.take(row, looked_at + at, 1)));
            }
            if self.is_over {
                let is_empty = self.start == self.end;
                return Ok(if is_empty { None } else { Some(self.take(row, self.end, 0)) });
            }
            if self.end - self.start > MAX_LINE {
                return Err(Stopped::TooLong(row));
            }
            let kept = self.end - self.start;
            self.fill().map_err(|error| Stopped::Io(row, error))?;
            looked_at = self.start + kept;
        }
    }

    /// The line up to `end`, after which `line_break` bytes are left out.
    fn take(&mut self, row: u64, end: usize, line_break: usize) -> Line<'_> {
        let start = self.start;
        self.row = row;
        self.start = end + line_break;
        let bytes = self.buffer.get(start..end).unwrap_or_default();
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        Line { row, bytes, is_whole: line_break > 0 }
    }

    /// Moves the rest to the front and reads on behind it.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        loop {
            let free = self.buffer.get_mut(self.end..).unwrap_or_default();
            match self.input.read(free) {
                Ok(0) => {
                    self.is_over = true;
                    return Ok(());
                }
                Ok(count) => {
                    self.hash.update(free.get(..count).unwrap_or_default());
                    self.end += count;
                    self.bytes += count as u64;
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The hash of all that was read, in hexadecimal digits, and the number of bytes.
    pub(super) fn finish(self) -> (String, u64) {
        (hex(&self.hash.finalize()), self.bytes)
    }
}

/// Cuts a line into fields, given as their ranges; `None` if a quoted field does not end.
pub(super) fn split(line: &[u8], delimiter: u8, fields: &mut Vec<(usize, usize)>) -> Option<()> {
    fields.clear();
    let mut start = 0;
    if memchr::memchr(b'"', line).is_none() {
        for at in memchr::memchr_iter(delimiter, line) {
            fields.push((start, at));
            start = at + 1;
        }
        fields.push((start, line.len()));
        return Some(());
    }
    loop {
        let rest = line.get(start..).unwrap_or_default();
        if rest.first() == Some(&b'"') {
            let inner = rest.get(1..).unwrap_or_default();
            let close = start + 1 + memchr::memchr(b'"', inner)?;
            fields.push((start + 1, close));
            match line.get(close + 1) {
                None => return Some(()),
                Some(byte) if *byte == delimiter => start = close + 2,
                Some(_) => return None,
            }
        } else if let Some(at) = memchr::memchr(delimiter, rest) {
            fields.push((start, start + at));
            start += at + 1;
        } else {
            fields.push((start, line.len()));
            return Some(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives few bytes at a time, and is interrupted now and then.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.1 += 1;
            if self.1.is_multiple_of(5) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let count = self.0.len().min(out.len()).min(self.1 % 3 + 1);
            out[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn read(text: &[u8]) -> Vec<(u64, Vec<u8>, bool)> {
        let mut lines = Lines::new(Drip(text, 0));
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push((line.row, line.bytes.to_vec(), line.is_whole));
        }
        found
    }

    #[test]
    fn lines_come_whole_however_the_bytes_come() {
        let got = read(b"a;b\r\n\nlast\n");
        let expected =
            [(1, b"a;b".to_vec(), true), (2, Vec::new(), true), (3, b"last".to_vec(), true)];
        assert_eq!(got, expected);
        assert_eq!(read(b"x\ncut of").last().unwrap(), &(2, b"cut of".to_vec(), false));
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_line_without_end_is_not_kept_in_memory() {
        let mut lines = Lines::new(io::repeat(b'1'));
        assert!(matches!(lines.next(), Err(Stopped::TooLong(1))));
        assert!(lines.bytes() <= 2 * BUFFER as u64);
    }

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        let mut lines = Lines::new(&b"abc\n"[..]);
        while lines.next().unwrap().is_some() {}
        let (hash, bytes) = lines.finish();
        // sha256sum of the same four bytes.
        assert_eq!(hash, "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb");
        assert_eq!(bytes, 4);
    }

    #[test]
    fn fields_are_cut_at_the_delimiter_but_not_within_quotes() {
        let cut = |line: &str| -> Option<Vec<String>> {
            let mut fields = Vec::new();
            split(line.as_bytes(), b',', &mut fields)?;
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            Some(fields.iter().map(|(from, to)| text(&line.as_bytes()[*from..*to])).collect())
        };
        assert_eq!(cut("a,,b").unwrap(), ["a", "", "b"]);
        assert_eq!(cut("\"16,45\",b,\"\"").unwrap(), ["16,45", "b", ""]);
        assert!(cut("a,\"b").is_none());
        assert!(cut("a,\"b\"c").is_none());
        assert_eq!(cut("").unwrap(), [""]);
    }
}
