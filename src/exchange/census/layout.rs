//! Which layout a file has, by its header.

use super::bands::{Years, tile, years};
use super::lines::split;

/// A census whose grids are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CensusSource {
    /// The German census of 9 May 2011.
    Zensus2011,
    /// The German census of 15 May 2022.
    Zensus2022,
    /// The census of the European Union of 2021.
    Eu2021,
}

impl CensusSource {
    /// Its code, as in `region.toml`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zensus2011 => "zensus_2011",
            Self::Zensus2022 => "zensus_2022",
            Self::Eu2021 => "eu_2021",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zensus2011 => "Zensus 2011",
            Self::Zensus2022 => "Zensus 2022",
            Self::Eu2021 => "EU Census 2021",
        }
    }

    /// The day people were counted on (ISO); the countries of the Union counted on days of their own.
    #[must_use]
    pub const fn reference_date(self) -> &'static str {
        match self {
            Self::Zensus2011 => "2011-05-09",
            Self::Zensus2022 => "2022-05-15",
            Self::Eu2021 => "2021",
        }
    }
}

/// How a file gives what we need; columns by their place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// For reports.
    pub(super) name: &'static str,
    /// `None` = told by the form of the first id.
    pub(super) source: Option<CensusSource>,
    /// Side of the cells, where the header tells it.
    pub(super) size_m: Option<u32>,
    pub(super) delimiter: u8,
    /// Column names as they stand.
    pub(super) columns: Vec<String>,
    pub(super) position: Position,
    pub(super) content: Content,
}

/// Where a row says which cell it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Position {
    pub(super) id: Option<usize>,
    /// Columns of x and y.
    pub(super) xy: Option<(usize, usize)>,
    /// Whether x and y are those of the lower-left corner instead of the centre.
    pub(super) is_corner: bool,
}

/// What a row tells of its cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// All of it in columns of one row.
    Wide {
        people: Option<People>,
        /// For each of our bands the columns whose sum it is.
        bands: [Option<Vec<usize>>; 5],
        /// Shares in per cent of people under 18 and from 65.
        shares: [Option<usize>; 2],
    },
    /// One figure in each row: the feature's name, its code, the number.
    Long { feature: usize, code: usize, number: usize },
}

/// The column of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct People {
    pub(super) column: usize,
    /// The count itself, not the sum that an age table repeats beside its ages.
    pub(super) is_count: bool,
}

/// What the layouts are, for those whose file has none of them.
pub(super) const KNOWN: &str = "\
known are: Zensus 2022 and 2011 (GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner, also 1km and 10km), their age tables \
(GITTER_ID_100m;…;Unter18;a18bis29;a30bis49;a50bis64;a65undaelter and the like), the shares AnteilUnter18 and \
AnteilUeber65, the long table of 2011 (Gitter_ID_100m;…;Merkmal;Auspraegung_Code;…;Anzahl), 1 km cells of 2011 by \
their centre (Einwohner,x,y,unter18_A,ab65_A), and the EU census 2021 (GRD_ID,…,T,…,Y_LT15,Y_1564,Y_GE65)";

impl Layout {
    /// The name of a column, for messages.
    pub(super) fn column(&self, at: usize) -> &str {
        self.columns.get(at).map_or("", String::as_str)
    }

    /// Recognises the header (without byte order mark); the reason in words if it is none that is known.
    pub(super) fn recognise(header: &[u8]) -> Result<Self, String> {
        let delimiter = delimiter(header).ok_or_else(|| unknown(&decode(header)))?;
        let mut ranges = Vec::new();
        split(header, delimiter, &mut ranges).ok_or("a quoted column name does not end")?;
        let field = |(from, to): &(usize, usize)| header.get(*from..*to).unwrap_or_default();
        let columns: Vec<String> =
            ranges.iter().map(|range| decode(field(range)).trim().to_owned()).collect();
        let names = Names(columns.iter().map(|name| name.to_lowercase()).collect());
        if let Some(doubled) = names.doubled() {
            return Err(format!("the column {doubled} stands twice in the header"));
        }
        let layout = names.read().ok_or_else(|| unknown(&decode(header)))?;
        Ok(Self { delimiter, columns, ..layout })
    }
}

fn unknown(header: &str) -> String {
    let start: String = header.chars().take(120).collect();
    format!("the header “{start}” is that of no census grid; {KNOWN}")
}

/// The text as UTF-8, or else as Latin-1.
fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The delimiter that stands most often.
fn delimiter(header: &[u8]) -> Option<u8> {
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, header).count();
    b";,\t".iter().copied().filter(|d| count(*d) > 0).max_by_key(|d| count(*d))
}

/// Column names in lower case.
struct Names(Vec<String>);

impl Names {
    fn at(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column == name)
    }

    fn doubled(&self) -> Option<&str> {
        let mut sorted: Vec<&str> = self.0.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        sorted.windows(2).find_map(|pair| match pair {
            [a, b] if a == b && !a.is_empty() => Some(*a),
            _ => None,
        })
    }

    /// Everything but delimiter and names.
    fn read(&self) -> Option<Layout> {
        self.german().or_else(|| self.european()).or_else(|| self.by_centre())
    }

    /// Zensus 2011 and 2022: `gitter_id_<size>`.
    fn german(&self) -> Option<Layout> {
        let (id, size_m, suffix) =
            [(100, "100m"), (1_000, "1km"), (10_000, "10km")].into_iter().find_map(
                |(size_m, suffix)| Some((self.at(&format!("gitter_id_{suffix}"))?, size_m, suffix)),
            )?;
        let xy = self.at(&format!("x_mp_{suffix}")).zip(self.at(&format!("y_mp_{suffix}")));
        let position = Position { id: Some(id), xy, is_corner: false };
        let long = (self.at("merkmal"), self.at("auspraegung_code"), self.at("anzahl"));
        if let (Some(feature), Some(code), Some(number)) = long {
            let content = Content::Long { feature, code, number };
            let source = Some(CensusSource::Zensus2011);
            return Some(layout(
                "Zensus 2011, long table",
                source,
                Some(size_m),
                position,
                content,
            ));
        }
        let shares_2011 = [self.at("unter18_a"), self.at("ab65_a")];
        let shares_2022 = [self.at("anteilunter18"), self.at("anteilueber65")];
        let is_2011 = shares_2011.iter().any(Option::is_some);
        let people = self.at("einwohner").map(|column| People { column, is_count: true });
        let sum = || {
            let column = self.0.iter().position(|name| name.starts_with("insgesamt_bev"))?;
            Some(People { column, is_count: false })
        };
        let content = Content::Wide {
            people: people.or_else(sum),
            bands: tile(&self.ages()),
            shares: if is_2011 { shares_2011 } else { shares_2022 },
        };
        let source = is_2011.then_some(CensusSource::Zensus2011);
        Some(layout(self.german_name(&content)?, source, Some(size_m), position, content))
    }

    fn german_name(&self, content: &Content) -> Option<&'static str> {
        let Content::Wide { people, shares, .. } = content else { return None };
        let has_shares = shares.iter().any(Option::is_some);
        match (people, !self.ages().is_empty(), has_shares) {
            (Some(People { is_count: true, .. }), false, false) => Some("Zensus, people"),
            (Some(_), _, true) => Some("Zensus, people and shares"),
            (_, true, _) => Some("Zensus, ages"),
            (None, false, true) => Some("Zensus, shares"),
            _ => None,
        }
    }

    /// EU census 2021: `GRD_ID`, with the lower-left corner where it is given.
    fn european(&self) -> Option<Layout> {
        let id = self.at("grd_id")?;
        let people = Some(People { column: self.at("t")?, is_count: true });
        let position =
            Position { id: Some(id), xy: self.at("e").zip(self.at("n")), is_corner: true };
        let content = Content::Wide { people, bands: tile(&self.ages()), shares: [None, None] };
        Some(layout("EU census 2021", Some(CensusSource::Eu2021), None, position, content))
    }

    /// Zensus 2011 by the centres of 1 km cells.
    fn by_centre(&self) -> Option<Layout> {
        let shares = [self.at("unter18_a"), self.at("ab65_a")];
        if shares.iter().all(Option::is_none) {
            return None;
        }
        let people = Some(People { column: self.at("einwohner")?, is_count: true });
        let xy = Some((self.at("x")?, self.at("y")?));
        let position = Position { id: None, xy, is_corner: false };
        let content = Content::Wide { people, bands: [const { None }; 5], shares };
        let source = Some(CensusSource::Zensus2011);
        Some(layout("Zensus 2011, 1 km by centre", source, Some(1_000), position, content))
    }

    fn ages(&self) -> Vec<(usize, Years)> {
        self.0.iter().enumerate().filter_map(|(at, name)| Some((at, years(name)?))).collect()
    }
}

fn layout(
    name: &'static str,
    source: Option<CensusSource>,
    size_m: Option<u32>,
    position: Position,
    content: Content,
) -> Layout {
    Layout { name, source, size_m, delimiter: 0, columns: Vec::new(), position, content }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognise(header: &str) -> Layout {
        Layout::recognise(header.as_bytes()).unwrap()
    }

    #[test]
    fn people_on_grids_of_all_sizes_are_recognised_whatever_the_case() {
        for (suffix, size) in [("100m", 100), ("1km", 1_000), ("10km", 10_000)] {
            for id in ["GITTER_ID", "Gitter_ID"] {
                let got =
                    recognise(&format!("{id}_{suffix};x_mp_{suffix};y_mp_{suffix};Einwohner"));
                assert_eq!((got.size_m, got.delimiter, got.source), (Some(size), b';', None));
                assert_eq!((got.position.id, got.position.xy), (Some(0), Some((1, 2))));
                let Content::Wide { people, bands, .. } = got.content else { panic!() };
                assert_eq!(people, Some(People { column: 3, is_count: true }));
                assert!(bands.iter().all(Option::is_none));
            }
        }
    }

    #[test]
    fn age_tables_are_recognised_with_their_sum_and_bands() {
        let got = recognise(
            "GITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Bevoelkerung;Unter18;a18bis29;a30bis49;\
             a50bis64;a65undaelter;werterlaeuternde_Zeichen",
        );
        let Content::Wide { people, bands, .. } = &got.content else { panic!() };
        assert_eq!(*people, Some(People { column: 3, is_count: false }));
        assert_eq!(*bands, [4, 5, 6, 7, 8].map(|at| Some(vec![at])));
        assert_eq!((got.name, got.column(9)), ("Zensus, ages", "werterlaeuternde_Zeichen"));
        let shares = recognise("GITTER_ID_1km;x_mp_1km;y_mp_1km;AnteilUnter18");
        assert_eq!((shares.name, shares.source), ("Zensus, shares", None));
    }

    #[test]
    fn the_layouts_of_2011_and_of_the_union_are_recognised() {
        let long = recognise(
            "Gitter_ID_100m;Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;\
             Anzahl_q",
        );
        assert_eq!(long.content, Content::Long { feature: 2, code: 3, number: 5 });
        let centre = recognise("Einwohner,x,y,unter18_A,ab65_A,Frauen_A,AGS");
        assert_eq!((centre.position.id, centre.size_m), (None, Some(1_000)));
        assert_eq!((centre.source, centre.delimiter), (Some(CensusSource::Zensus2011), b','));
        let exact = recognise("Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner;unter18_A;ab65_A");
        assert_eq!(exact.source, Some(CensusSource::Zensus2011));
        let union = recognise("GRD_ID,E,N,T,M,F,Y_LT15,Y_1564,Y_GE65,EMP");
        assert!(union.position.is_corner);
        assert_eq!((union.source, union.size_m), (Some(CensusSource::Eu2021), None));
        let Content::Wide { bands, .. } = union.content else { panic!() };
        assert_eq!(bands, [None, None, None, None, Some(vec![8])]);
    }

    #[test]
    fn other_tables_are_refused_with_what_would_be_known() {
        for header in ["", "a;b;c", "Einwohner", "x,y,Einwohner", "GITTER_ID_100m;Miete", "{}"] {
            let reason = Layout::recognise(header.as_bytes()).unwrap_err();
            assert!(reason.contains("GITTER_ID_100m;x_mp_100m"), "{header}: {reason}");
        }
        let twice = "GITTER_ID_100m;Einwohner;einwohner";
        assert!(Layout::recognise(twice.as_bytes()).unwrap_err().contains("twice"));
        let latin = b"GITTER_ID_100m;Einwohner;\xc4lter";
        assert_eq!(Layout::recognise(latin).unwrap().column(2), "Älter");
    }
}
