//! Age columns of the censuses, and which of our bands they make up exactly.

/// Our bands, youngest first: first and last year, `None` = open.
const BANDS: [(u32, Option<u32>); 5] =
    [(0, Some(17)), (18, Some(29)), (30, Some(49)), (50, Some(64)), (65, None)];

/// First and last year of age of a column; `None` = open.
pub(super) type Years = (u32, Option<u32>);

/// The years a column counts, by its name: `Unter18`, `a18bis29`, `a65undaelter`, `Y_LT15`, `Y_1564`, `Y_GE65` …
/// `None` for a column that is no age.
pub(super) fn years(column: &str) -> Option<Years> {
    let name: String =
        column.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let (lead, rest) = split_lead(&name);
    match lead {
        "unter" | "aunter" | "alterunter" | "ylt" | "lt" => {
            Some((0, Some(number(rest)?.checked_sub(1)?)))
        }
        "ab" | "aab" | "yge" | "ge" => Some((number(rest)?, None)),
        "a" | "alter" | "y" => {
            let (first, rest) = leading_number(rest)?;
            match rest {
                "undaelter" | "undmehr" => Some((first, None)),
                // `Y_1564`: four digits are two ages.
                "" if lead == "y" && (1_000..10_000).contains(&first) => {
                    span(first / 100, first % 100)
                }
                _ => span(first, number(rest.strip_prefix("bis")?)?),
            }
        }
        _ => None,
    }
}

fn span(first: u32, last: u32) -> Option<Years> {
    (first <= last).then_some((first, Some(last)))
}

/// The letters before the first digit, and what follows.
fn split_lead(name: &str) -> (&str, &str) {
    name.split_at(name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len()))
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((number(digits)?, rest))
}

/// An age, or two of them in four digits.
fn number(text: &str) -> Option<u32> {
    let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// For each of our bands the columns (by their place in `columns`) whose sum it is; `None` where the given ages do
/// not meet its borders exactly. One column is preferred to a sum, as each figure is disturbed on its own.
pub(super) fn tile(columns: &[(usize, Years)]) -> [Option<Vec<usize>>; 5] {
    BANDS.map(|band| {
        if let Some((column, _)) = columns.iter().find(|(_, years)| *years == band) {
            return Some(vec![*column]);
        }
        let (mut next, last) = band;
        let mut parts = Vec::new();
        loop {
            let fits = |end: Option<u32>| match (end, last) {
                (_, None) => true,
                (Some(end), Some(last)) => end <= last,
                (None, Some(_)) => false,
            };
            let (column, (_, end)) =
                columns.iter().find(|(_, (first, end))| *first == next && fits(*end))?;
            parts.push(*column);
            if *end == last {
                return Some(parts);
            }
            next = end.as_ref()? + 1;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiled(names: &[&str]) -> [Option<Vec<usize>>; 5] {
        let columns: Vec<(usize, Years)> =
            names.iter().enumerate().filter_map(|(at, name)| Some((at, years(name)?))).collect();
        tile(&columns)
    }

    #[test]
    fn the_names_of_the_official_tables_are_ages() {
        for (name, expected) in [
            ("Unter18", (0, Some(17))),
            ("a18bis29", (18, Some(29))),
            ("a65undaelter", (65, None)),
            ("a80undaelter", (80, None)),
            ("a_30bis49", (30, Some(49))),
            ("Y_LT15", (0, Some(14))),
            ("Y_1564", (15, Some(64))),
            ("Y_GE65", (65, None)),
        ] {
            assert_eq!(years(name), Some(expected), "{name}");
        }
        for name in [
            "Einwohner",
            "Alter_D",
            "a",
            "unter18_A",
            "ab65_A",
            "a29bis18",
            "Unter0",
            "AGS",
            "x_mp_100m",
            "Unter99999",
        ] {
            assert_eq!(years(name), None, "{name}");
        }
    }

    #[test]
    fn the_five_classes_are_our_bands() {
        let got = tiled(&["Unter18", "a18bis29", "a30bis49", "a50bis64", "a65undaelter"]);
        assert_eq!(got, [0, 1, 2, 3, 4].map(|at| Some(vec![at])));
    }

    #[test]
    fn classes_of_ten_years_make_up_only_the_band_whose_borders_they_meet() {
        let got = tiled(&[
            "Unter10",
            "a10bis19",
            "a20bis29",
            "a30bis39",
            "a40bis49",
            "a50bis59",
            "a60bis69",
            "a70bis79",
            "a80undaelter",
        ]);
        assert_eq!(got, [None, None, Some(vec![3, 4]), None, None]);
    }

    #[test]
    fn finer_classes_are_added_up_and_gaps_are_not_bridged() {
        let got = tiled(&["Unter3", "a3bis5", "a6bis14", "a15bis17", "a65bis74", "a75undaelter"]);
        assert_eq!(got, [Some(vec![0, 1, 2, 3]), None, None, None, Some(vec![4, 5])]);
        assert_eq!(tiled(&["Unter3", "a6bis14", "a15bis17"]), [None, None, None, None, None]);
        assert_eq!(tiled(&["Y_LT15", "Y_1564", "Y_GE65"])[4], Some(vec![2]));
    }
}
