use uuid::Uuid;

use super::read::read;
use super::*;

fn id(number: u128) -> ServiceId {
    ServiceId(Uuid::from_u128(number))
}

fn list(numbers: &[u128]) -> String {
    address(&numbers.iter().map(|number| id(*number)).collect::<Vec<_>>())
}

#[test]
fn a_list_is_read_however_it_is_joined_and_each_offer_stands_once() {
    let raw = format!("ids={},{}&ids={}&x=1&ids=nonsense", id(2), id(1), id(2));
    let sent = read(&raw);
    assert_eq!(sent.ids, [id(2), id(1)]);
    assert_eq!(sent.tidied(&raw), Some(list(&[2, 1])));
    let tidy = format!("ids={},{}", id(2), id(1));
    assert_eq!(read(&tidy).tidied(&tidy), None);
}

#[test]
fn an_address_typed_or_pasted_names_its_entry() {
    let typed = |q: &str| read(&crate::http::params::encode([("q", q)])).named();
    assert_eq!(typed(&format!("https://atlas.example/angebote/{}?x=y", id(7))), Some(id(7)));
    assert_eq!(typed(&id(7).to_string().to_uppercase()), Some(id(7)));
    assert_eq!(typed("Tafel"), None);
    assert_eq!(typed("üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü"), None);
}
