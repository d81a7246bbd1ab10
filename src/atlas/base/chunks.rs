//! Prepared features, many in one piece of memory, in the order in which they lie on the map.

use std::sync::Arc;

/// Where a prepared feature stands.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::atlas) struct Fragment {
    /// Which chunk.
    pub(in crate::atlas) chunk: u32,
    /// From where in it.
    pub(in crate::atlas) start: u32,
    /// How long.
    pub(in crate::atlas) len: u32,
    /// Length of the geometry's text.
    pub(in crate::atlas) geometry_len: u8,
}

/// A chunk is closed when it has grown beyond this.
const CHUNK_LEN: usize = 1 << 20;

/// Pieces of memory with features; shared between a base and the next one.
#[derive(Debug, Clone, Default)]
pub(in crate::atlas) struct Chunks(Vec<Arc<Vec<u8>>>);

impl Chunks {
    /// The text of a feature.
    pub(in crate::atlas) fn text(&self, fragment: Fragment) -> &[u8] {
        let start = fragment.start as usize;
        self.0
            .get(fragment.chunk as usize)
            .and_then(|chunk| chunk.get(start..start + fragment.len as usize))
            .unwrap_or_default()
    }

    /// Adds chunks; tells by how much their numbers grow.
    pub(in crate::atlas) fn extend(&mut self, chunks: Vec<Vec<u8>>) -> u32 {
        let first = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.extend(chunks.into_iter().map(Arc::new));
        first
    }

    /// The same features without the chunks of which more than half has fallen out of use: what is left in
    /// those moves into new ones.
    pub(in crate::atlas) fn compacted<'a>(
        &self,
        fragments: impl Iterator<Item = &'a mut Fragment>,
    ) -> Self {
        let mut fragments: Vec<&mut Fragment> = fragments.collect();
        let mut used = vec![0_usize; self.0.len()];
        for fragment in &fragments {
            if let Some(used) = used.get_mut(fragment.chunk as usize) {
                *used += fragment.len as usize;
            }
        }
        let mut kept = Self::default();
        let mut numbers: Vec<Option<u32>> = Vec::with_capacity(self.0.len());
        for (chunk, used) in self.0.iter().zip(used) {
            let keep = used * 2 >= chunk.len();
            numbers.push(keep.then(|| u32::try_from(kept.0.len()).unwrap_or(u32::MAX)));
            kept.0.extend(keep.then(|| Arc::clone(chunk)));
        }
        let mut moved = ChunkWriter::default();
        let mut homeless = Vec::new();
        for (at, fragment) in fragments.iter_mut().enumerate() {
            if let Some(number) = numbers.get(fragment.chunk as usize).copied().flatten() {
                fragment.chunk = number;
            } else {
                let (text, geometry_len) = (self.text(**fragment), fragment.geometry_len);
                **fragment = moved.copy(text, geometry_len);
                homeless.push(at);
            }
        }
        let first = kept.extend(moved.finish());
        for at in homeless {
            if let Some(fragment) = fragments.get_mut(at) {
                fragment.chunk += first;
            }
        }
        kept
    }
}

/// Writes features into chunks.
#[derive(Debug, Default)]
pub(in crate::atlas) struct ChunkWriter {
    closed: Vec<Vec<u8>>,
    open: Vec<u8>,
}

impl ChunkWriter {
    /// Lets `write` append one feature; it returns the length of the geometry's text.
    ///
    /// # Errors
    /// Those of `write`; then nothing was added.
    pub(in crate::atlas) fn add<E>(
        &mut self,
        write: impl FnOnce(&mut Vec<u8>) -> Result<u8, E>,
    ) -> Result<Fragment, E> {
        if self.open.capacity() == 0 {
            // Room for the feature that oversteps the limit.
            self.open.reserve(CHUNK_LEN + CHUNK_LEN / 16);
        }
        let start = self.open.len();
        let geometry_len = match write(&mut self.open) {
            Ok(len) => len,
            Err(error) => {
                self.open.truncate(start);
                return Err(error);
            }
        };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let fragment = Fragment {
            chunk: number(self.closed.len()),
            start: number(start),
            len: number(self.open.len() - start),
            geometry_len,
        };
        if self.open.len() >= CHUNK_LEN {
            self.close();
        }
        Ok(fragment)
    }

    /// Adds a feature that is written already.
    pub(in crate::atlas) fn copy(&mut self, text: &[u8], geometry_len: u8) -> Fragment {
        let copied = self.add(|out| {
            out.extend_from_slice(text);
            Ok::<u8, std::convert::Infallible>(geometry_len)
        });
        match copied {
            Ok(fragment) => fragment,
            Err(never) => match never {},
        }
    }

    fn close(&mut self) {
        let mut chunk = std::mem::take(&mut self.open);
        chunk.shrink_to_fit();
        self.closed.push(chunk);
    }

    /// The chunks.
    pub(in crate::atlas) fn finish(mut self) -> Vec<Vec<u8>> {
        if !self.open.is_empty() {
            self.close();
        }
        self.closed
    }
}
