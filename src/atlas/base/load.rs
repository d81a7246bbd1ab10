//! The first base, from all published entries.
//!
//! Two readings: the first takes only ids and points, so that the documents can be numbered in the order of the
//! spatial index; the second reads everything, neighbours together, and writes straight to the final places.

use rayon::prelude::*;
use roaring::RoaringBitmap;

use super::{Base, ChunkWriter, DocRecord, Fragment, ServiceRecord};
use crate::atlas::Entry;
use crate::atlas::build::facts::{self, Days};
use crate::atlas::build::fragment::write_fragment;
use crate::atlas::build::lookup::Lookup;
use crate::atlas::build::public::{Outline, effective_status, is_public, translations};
use crate::atlas::build::supply::SupplyRecord;
use crate::atlas::build::{Counts, count_keys, entry_hash};
use crate::atlas::index::kinds::Kinds;
use crate::atlas::index::name::name_key;
use crate::atlas::index::open::Hours;
use crate::atlas::index::text::{TextBuilder, TextIndex};
use crate::atlas::index::{Value, Values};
use crate::domain::{FeatureId, Listing, LonLat, PublicTranslations, ServiceId, Site};
use crate::spatial::CountingIndex;
use crate::spatial::index::Doc;

/// A base and what else follows from the entries.
#[derive(Debug, Default)]
pub(in crate::atlas) struct Loaded {
    /// The base.
    pub(in crate::atlas) base: Base,
    /// Distinct opening hours.
    pub(in crate::atlas) hours: Hours,
    /// Distinct kinds of supply.
    pub(in crate::atlas) kinds: Kinds,
    /// Numbers of services.
    pub(in crate::atlas) counts: Counts,
    /// Sum of the hashes of all entries.
    pub(in crate::atlas) content: u64,
    /// What could not be read, and why.
    pub(in crate::atlas) unreadable: Vec<String>,
}

/// An entry after the first reading.
struct Outlined {
    id: ServiceId,
    entry: Entry,
    sites: Vec<(FeatureId, Option<LonLat>)>,
}

/// What one block of services yields at the second reading.
#[derive(Default)]
struct Block {
    chunks: ChunkWriter,
    records: Vec<(Doc, DocRecord)>,
    broken: Vec<Doc>,
    values: Values,
    text: TextBuilder,
    hours: Hours,
    kinds: Kinds,
    counts: Counts,
    content: u64,
    unreadable: Vec<String>,
}

/// Reads all entries; of two with the same service id the later one counts.
pub(in crate::atlas) fn load(entries: Vec<Entry>, lookup: &Lookup) -> Loaded {
    let (outlined, unreadable) = outline(entries);
    let mut base = Base::default();
    let sites: Vec<(FeatureId, Option<LonLat>)> =
        outlined.iter().flat_map(|o| o.sites.iter().copied()).collect();
    let points: Vec<Option<LonLat>> = sites.iter().map(|(_, point)| *point).collect();
    let (index, order) = number(&points);
    base.index = index;
    base.ids = order.iter().filter_map(|&at| sites.get(at as usize)).map(|(id, _)| *id).collect();
    base.rank_ids();
    base.service_docs = vec![0; order.len()];
    for (doc, &at) in (0..).zip(&order) {
        if let Some(place) = base.service_docs.get_mut(at as usize) {
            *place = doc;
        }
    }
    let mut first = 0;
    for outlined in outlined {
        let end = first + u32::try_from(outlined.sites.len()).unwrap_or(u32::MAX);
        base.services.push(ServiceRecord {
            id: outlined.id,
            document: outlined.entry.document,
            last_modified: outlined.entry.last_modified.into(),
            sites: first..end,
        });
        first = end;
    }
    let mut loaded = Loaded { base, unreadable, ..Loaded::default() };
    read_blocks(&mut loaded, lookup);
    loaded
}

/// The first reading: services with public sites by id, each once.
fn outline(entries: Vec<Entry>) -> (Vec<Outlined>, Vec<String>) {
    let read: Vec<Result<Outlined, String>> = entries
        .into_par_iter()
        .map(|entry| match serde_json::from_str::<Outline>(&entry.document) {
            Ok(o) => Ok(Outlined { id: o.id, sites: o.public_sites().collect(), entry }),
            Err(error) => Err(format!("an entry could not be read: {error}")),
        })
        .collect();
    let (mut outlined, mut unreadable) = (Vec::with_capacity(read.len()), Vec::new());
    for result in read {
        match result {
            Ok(o) => outlined.push(o),
            Err(message) => unreadable.push(message),
        }
    }
    // Stable, so that of equal ids the later stays behind the earlier; from behind, the first is kept.
    outlined.par_sort_by_key(|o| o.id);
    outlined.reverse();
    outlined.dedup_by_key(|o| o.id);
    outlined.reverse();
    outlined.retain(|o| !o.sites.is_empty());
    (outlined, unreadable)
}

/// Numbers sites: those with a point in the order of the spatial index, then the others. Says for each document
/// which site it is.
pub(super) fn number(points: &[Option<LonLat>]) -> (CountingIndex, Vec<u32>) {
    let placed: Vec<(u32, LonLat)> =
        (0..).zip(points).filter_map(|(at, point)| point.map(|point| (at, point))).collect();
    let lonlat: Vec<LonLat> = placed.iter().map(|(_, point)| *point).collect();
    let (index, order) = CountingIndex::build(&lonlat);
    let mut has_number = vec![false; points.len()];
    let mut sites = Vec::with_capacity(points.len());
    for at in order.iter().filter_map(|&i| placed.get(i as usize)).map(|(at, _)| *at) {
        sites.push(at);
        if let Some(has_number) = has_number.get_mut(at as usize) {
            *has_number = true;
        }
    }
    sites.extend((0..).zip(has_number).filter(|(_, has)| !has).map(|(at, _)| at));
    (index, sites)
}

/// The second reading, in blocks side by side.
fn read_blocks(loaded: &mut Loaded, lookup: &Lookup) {
    let base = &loaded.base;
    let mut services: Vec<(Doc, u32)> = (0..)
        .zip(&base.services)
        .map(|(at, service)| (base.docs_of(service).first().copied().unwrap_or(Doc::MAX), at))
        .collect();
    services.par_sort_unstable();
    let share = services.len() / (rayon::current_num_threads() * 4);
    let blocks: Vec<Block> = services
        .par_chunks(share.clamp(1_024, 65_536))
        .map(|part| {
            let mut block = Block::default();
            for &(_, at) in part {
                if let Some(service) = base.services.get(at as usize) {
                    block.read(at, service, base.docs_of(service), lookup);
                }
            }
            block
        })
        .collect();
    let mut docs = vec![DocRecord::default(); base.ids.len()];
    let mut texts = Vec::with_capacity(blocks.len());
    for block in blocks {
        texts.push(loaded.absorb(block, &mut docs));
    }
    loaded.base.docs = docs;
    loaded.base.text = TextIndex::new(texts, &lookup.vocabulary.compounds);
}

impl Loaded {
    /// Takes in a block; hands back its words, which are put together at last.
    fn absorb(&mut self, block: Block, docs: &mut [DocRecord]) -> TextBuilder {
        let hours = self.hours.absorb(&block.hours);
        let kinds = self.kinds.absorb(&block.kinds);
        let first = self.base.chunks.extend(block.chunks.finish());
        for (doc, mut record) in block.records {
            record.hours = hours.get(record.hours as usize).copied().unwrap_or_default();
            let kind = record.supply.kind as usize;
            record.supply.kind = kinds.get(kind).copied().unwrap_or_default();
            record.fragment.chunk += first;
            if let Some(place) = docs.get_mut(doc as usize) {
                *place = record;
            }
        }
        self.base.values.absorb(block.values, |value| match value {
            Value::Hours(number) => {
                Value::Hours(hours.get(number as usize).copied().unwrap_or_default())
            }
            other => other,
        });
        self.base.broken |= block.broken.into_iter().collect::<RoaringBitmap>();
        for (key, count) in block.counts {
            *self.counts.entry(key).or_default() += count;
        }
        self.content = self.content.wrapping_add(block.content);
        self.unreadable.extend(block.unreadable);
        block.text
    }
}

impl Block {
    fn read(&mut self, number: u32, service: &ServiceRecord, docs: &[Doc], lookup: &Lookup) {
        self.content =
            self.content.wrapping_add(entry_hash(&service.document, &service.last_modified));
        let listing: Listing = match serde_json::from_str(&service.document) {
            Ok(listing) => listing,
            Err(error) => {
                self.unreadable.push(format!("{}: {error}", service.id));
                self.broken.extend(docs);
                return;
            }
        };
        for key in count_keys(&listing) {
            *self.counts.entry(key).or_default() += 1;
        }
        let words = translations(&service.document);
        let public = |site: &&Site| is_public(effective_status(listing.status, site.status));
        for (site, &doc) in listing.sites.iter().filter(public).zip(docs) {
            self.read_site(number, service, (&listing, &words), site, doc, lookup);
        }
    }

    fn read_site(
        &mut self,
        number: u32,
        service: &ServiceRecord,
        (listing, words): (&Listing, &PublicTranslations),
        site: &Site,
        doc: Doc,
        lookup: &Lookup,
    ) {
        let written = self
            .chunks
            .add(|out| write_fragment((listing, words), site, &service.last_modified, lookup, out));
        let fragment: Fragment = match written {
            Ok(fragment) => fragment,
            Err(error) => {
                self.unreadable.push(format!("{}: {error}", service.id));
                self.broken.push(doc);
                return;
            }
        };
        let days = Days::of(listing, site, lookup);
        let hours = self.hours.number(&site.schedule);
        // These are the numbers within the block; they are translated when the blocks are put together.
        let supply = SupplyRecord::new(listing, site, lookup, |kind| self.kinds.number(kind));
        self.values.insert(doc, &facts::values(listing, site, days, hours, lookup));
        let mut take = |field, text: &str| self.text.add(doc, field, text);
        facts::for_each_text(listing, site, &mut take);
        facts::for_each_translation(words, site, &mut take);
        self.records.push((
            doc,
            DocRecord {
                service: number,
                hours,
                doubt: facts::doubt(site),
                days,
                name: name_key(listing.name_at(site)),
                supply,
                fragment,
            },
        ));
    }
}
