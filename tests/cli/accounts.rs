//! account add and token create: the first administrator, without a browser.

use std::io::Write;
use std::process::Stdio;

use crate::support::{Finished, Place};

const PASSWORD: &str = "sieben nasse kraniche am tor\n";

/// Runs `account add` with these words and this on its standard input.
fn add(place: &Place, words: &[&str], input: &str) -> Finished {
    let mut all = vec!["account", "add"];
    all.extend_from_slice(words);
    let mut child = place.command(&all).stdin(Stdio::piped()).spawn().unwrap();
    // A command that refuses its words may have ended before it reads.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Finished::of(child.wait_with_output().unwrap())
}

#[test]
fn the_first_administrator_is_added_without_a_browser_and_gets_a_token() {
    let place = Place::new();
    let words = ["--email", "admin@amt.example", "--role", "admin", "--password-stdin"];
    let added = add(&place, &words, PASSWORD).expect(0);
    assert!(added.out.trim_end().ends_with(" admin admin@amt.example"), "{}", added.out);
    let said = format!("{}{}", added.out, added.err);
    assert!(!said.contains("kraniche") && !said.contains("argon2"), "{said}");
    let token = ["token", "create", "--email", "ADMIN@amt.example", "--scopes", "accounts:admin"];
    let made = place.run(&token).expect(0);
    assert!(
        made.out.starts_with("sozialatlas_") && made.out.trim_end().len() == 55,
        "{}",
        made.out
    );
    let other = ["token", "create", "--email", "admin@amt.example", "--scopes", "listings:write"];
    assert!(place.run(&other).expect(2).err.contains("/scopes"), "not of this role");
    let nobody = ["token", "create", "--email", "x@amt.example", "--scopes", "accounts:admin"];
    place.run(&nobody).expect(1);
    assert!(add(&place, &words, PASSWORD).expect(2).err.contains("/email"), "once");
}

#[test]
fn no_account_is_made_with_a_bad_password_role_or_without_saying_where_the_password_comes_from() {
    let place = Place::new();
    let words = ["--email", "keine", "--role", "provider", "--password-stdin"];
    let refused = add(&place, &words, "passwort1234").expect(2);
    for pointer in ["/email", "/organizations", "/password"] {
        assert!(refused.err.contains(pointer), "{pointer} in {}", refused.err);
    }
    assert!(!refused.err.contains("passwort1234"));
    for words in [
        &["--email", "a@b.example", "--role", "admin"][..],
        &["--email", "a@b.example", "--role", "resident", "--password-stdin"],
        &[
            "--email",
            "a@b.example",
            "--role",
            "provider",
            "--organization",
            "x",
            "--password-stdin",
        ],
    ] {
        add(&place, words, PASSWORD).expect(2);
    }
}
