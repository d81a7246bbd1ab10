//! Figures as the censuses write them: whole numbers, decimal commas, and signs for what is not told.

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    /// A number.
    Number(f64),
    /// A number below zero: a code of the census, or a mistake.
    Negative(f64),
    /// The census does not tell: the field is empty or holds one of its signs.
    Untold,
}

/// Why a field is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadFigure {
    /// More than one decimal separator.
    TwoSeparators,
    /// Anything else.
    NotANumber,
}

/// Signs for "not told", also the dash of UTF-8 and of Windows-1252.
const SIGNS: [&[u8]; 7] = [b"", b"-", b".", b"/", b"x", "–".as_bytes(), &[0x96]];

/// Reads a field.
///
/// Digits with at most one decimal comma or point; no exponents, no thousands separators: `1.234,5` could be either.
pub(super) fn read_figure(field: &[u8]) -> Result<Figure, BadFigure> {
    let field = field.trim_ascii();
    if SIGNS.contains(&field) {
        return Ok(Figure::Untold);
    }
    let (digits, is_negative) = match field.strip_prefix(b"-") {
        Some(rest) => (rest, true),
        None => (field, false),
    };
    let number = read_decimal(digits)?;
    Ok(if is_negative && number > 0.0 { Figure::Negative(-number) } else { Figure::Number(number) })
}

/// Reads digits with at most one separator.
fn read_decimal(text: &[u8]) -> Result<f64, BadFigure> {
    let (mut number, mut digits, mut separators, mut scale) = (0_f64, 0_u32, 0_u32, 1_f64);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                number = number * 10.0 + f64::from(byte - b'0');
                if separators > 0 {
                    scale *= 10.0;
                }
            }
            b',' | b'.' => separators += 1,
            _ => return Err(BadFigure::NotANumber),
        }
    }
    match (digits, separators) {
        (_, 2..) => Err(BadFigure::TwoSeparators),
        // More digits than a double holds exactly are no figure of a census.
        (0 | 16.., _) => Err(BadFigure::NotANumber),
        _ => Ok(number / scale),
    }
}

/// A whole number of people, if it is one.
pub(super) fn whole(number: f64) -> Option<u32> {
    /// No cell of any size has more; a larger number is a mistake.
    const MOST: f64 = 20_000_000.0;
    let is_whole = (0.0..=MOST).contains(&number) && number.fract().to_bits() == 0;
    is_whole.then_some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_comma_or_point() {
        for (text, number) in [
            ("0", 0.0),
            ("310", 310.0),
            (" 16,45 ", 16.45),
            ("4237500.0", 4_237_500.0),
            (",5", 0.5),
        ] {
            assert_eq!(read_figure(text.as_bytes()), Ok(Figure::Number(number)), "{text}");
        }
        assert_eq!(read_figure(b"-9.0"), Ok(Figure::Negative(-9.0)));
        assert_eq!(read_figure(b"-0"), Ok(Figure::Number(0.0)));
    }

    #[test]
    fn signs_and_nothing_are_untold_and_not_zero() {
        for text in ["", " ", "-", "–", ".", "/", "x"] {
            assert_eq!(read_figure(text.as_bytes()), Ok(Figure::Untold), "{text:?}");
        }
        assert_eq!(read_figure(&[0x96]), Ok(Figure::Untold), "a dash in Windows-1252");
    }

    #[test]
    fn what_could_be_read_in_two_ways_or_not_at_all_is_refused() {
        for text in ["1.234,5", "1,234,567", "1.2.3"] {
            assert_eq!(read_figure(text.as_bytes()), Err(BadFigure::TwoSeparators), "{text}");
        }
        for text in ["1e5", "NaN", "inf", "+3", "--3", "12a", "99999999999999999999", "—"] {
            assert_eq!(read_figure(text.as_bytes()), Err(BadFigure::NotANumber), "{text}");
        }
    }

    #[test]
    fn people_are_whole_numbers() {
        assert_eq!(whole(3.0), Some(3));
        for number in [3.5, -1.0, 20_000_001.0, f64::NAN] {
            assert_eq!(whole(number), None, "{number}");
        }
    }
}
