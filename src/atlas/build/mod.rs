//! From entries to what the atlas keeps of them.

pub(super) mod facts;
pub(super) mod fragment;
pub(super) mod lookup;
pub(super) mod public;
pub(super) mod supply;

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use facts::Days;
use lookup::Lookup;

use self::supply::SupplyRecord;
use super::Entry;
use super::base::{ChunkWriter, Chunks, Fragment};
use super::index::Value;
use super::index::fold::tokens;
use super::index::kinds::Kinds;
use super::index::name::{NameKey, name_key};
use super::index::open::Hours;
use super::index::text::{Field, Word};
use crate::domain::{Ags, FeatureId, Listing, LonLat, OrganizationId, ServiceId};

/// What services are counted by in the layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CountKey {
    /// Services an organization runs, also jointly.
    Organization(OrganizationId),
    /// Services with a public site in a municipality.
    Municipality(Ags),
}

/// Numbers of services.
pub(super) type Counts = HashMap<CountKey, i64>;

/// What an entry counts for; each only once, however many sites there are.
pub(super) fn count_keys(listing: &Listing) -> BTreeSet<CountKey> {
    let public = |site: &&crate::domain::Site| {
        public::is_public(public::effective_status(listing.status, site.status))
    };
    let mut keys: BTreeSet<CountKey> = listing
        .sites
        .iter()
        .filter(public)
        .filter_map(|site| site.municipality.map(CountKey::Municipality))
        .collect();
    if listing.sites.iter().any(|site| public(&site)) {
        let all = listing.organization_id.iter().chain(&listing.co_organization_ids);
        keys.extend(all.copied().map(CountKey::Organization));
    }
    keys
}

/// A number that differs when an entry does.
pub(super) fn entry_hash(document: &str, last_modified: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (document, last_modified).hash(&mut hasher);
    hasher.finish()
}

/// An entry prepared for the delta.
#[derive(Debug)]
pub(super) struct Piece {
    /// The service.
    pub(super) id: ServiceId,
    /// Its JSON document.
    pub(super) document: Arc<str>,
    /// When it was published.
    pub(super) last_modified: Box<str>,
    /// Its public sites, in the entry's order.
    pub(super) sites: Vec<PieceSite>,
    /// The prepared features of its sites.
    pub(super) chunks: Chunks,
    /// See [`entry_hash`].
    pub(super) hash: u64,
    /// See [`count_keys`].
    pub(super) counts: BTreeSet<CountKey>,
}

/// A site of an entry in the delta.
#[derive(Debug)]
pub(super) struct PieceSite {
    /// Its feature id.
    pub(super) id: FeatureId,
    /// Its public point.
    pub(super) point: Option<LonLat>,
    /// When it changes by itself.
    pub(super) days: Days,
    /// Its opening hours by number.
    pub(super) hours: u32,
    /// What it is sorted by where names count; see `index::name`.
    pub(super) name: NameKey,
    /// What an analysis needs of it.
    pub(super) supply: SupplyRecord,
    /// Its values, sorted.
    pub(super) values: Vec<Value>,
    /// Its distinct words.
    pub(super) words: Vec<(Arc<Word>, Field)>,
    /// How sure the source was; see [`facts::doubt`].
    pub(super) doubt: u8,
    /// Its prepared feature.
    pub(super) fragment: Fragment,
}

/// Words whose roots are found already; the sites of an entry have most in common.
#[derive(Default)]
struct ReadWords(HashMap<String, Arc<Word>>);

impl ReadWords {
    fn words(
        &mut self,
        words: BTreeSet<(String, Field)>,
        lookup: &Lookup,
    ) -> Vec<(Arc<Word>, Field)> {
        let compounds = &lookup.vocabulary.compounds;
        words
            .into_iter()
            .map(|(text, field)| {
                let known = self.0.entry(text);
                let word = known.or_insert_with_key(|text| Arc::new(Word::new(text, compounds)));
                (Arc::clone(word), field)
            })
            .collect()
    }
}

impl Piece {
    /// Reads an entry.
    ///
    /// # Errors
    /// When the document is not that of a listing.
    pub(super) fn new(
        entry: Entry,
        lookup: &Lookup,
        hours: &mut Arc<Hours>,
        kinds: &mut Arc<Kinds>,
    ) -> Result<Self, serde_json::Error> {
        let listing: Listing = serde_json::from_str(&entry.document)?;
        let translations = public::translations(&entry.document);
        let mut writer = ChunkWriter::default();
        let counts = count_keys(&listing);
        let mut read = ReadWords::default();
        let mut sites = Vec::with_capacity(listing.sites.len());
        for site in &listing.sites {
            if !public::is_public(public::effective_status(listing.status, site.status)) {
                continue;
            }
            let days = Days::of(&listing, site, lookup);
            let number = Hours::number_shared(hours, &site.schedule);
            let mut words = BTreeSet::new();
            let mut take = |field, text: &str| {
                words.extend(tokens(text).into_iter().map(|token| (token.word, field)));
            };
            facts::for_each_text(&listing, site, &mut take);
            facts::for_each_translation(&translations, site, &mut take);
            sites.push(PieceSite {
                id: site.id,
                point: site.public_position().map(|p| p.point),
                days,
                hours: number,
                name: name_key(listing.name_at(site)),
                supply: SupplyRecord::new(&listing, site, lookup, |kind| {
                    Kinds::number_shared(kinds, kind)
                }),
                values: facts::values(&listing, site, days, number, lookup),
                words: read.words(words, lookup),
                doubt: facts::doubt(site),
                fragment: writer.add(|out| {
                    let shown = (&listing, &translations);
                    fragment::write_fragment(shown, site, &entry.last_modified, lookup, out)
                })?,
            });
        }
        let mut chunks = Chunks::default();
        chunks.extend(writer.finish());
        Ok(Self {
            id: listing.id,
            sites,
            chunks,
            hash: entry_hash(&entry.document, &entry.last_modified),
            counts,
            document: entry.document,
            last_modified: entry.last_modified.into(),
        })
    }
}
