//! Signing in by a provider: who comes in, and what people do with the link.

use chrono::TimeDelta;
use serde_json::json;
use sozialatlas::app::{Author, Invitation, OwnProof, SecondFactorRule};
use sozialatlas::domain::policy::Role;
use totp_rs::{Builder, Secret};

use crate::house::{House, PASSWORD, Plan};
use crate::issuer::{Issuer, back};

/// A house with this provider.
async fn house(issuer: &Issuer) -> House {
    House::built(Plan { provider: Some(issuer.options()), ..Plan::default() }).await
}

async fn with(issuer: &Issuer, second_factor: SecondFactorRule) -> House {
    let provider = Some(issuer.options());
    House::built(Plan { second_factor, provider, ..Plan::default() }).await
}

#[tokio::test]
async fn the_button_stands_only_where_a_provider_is_set_up() {
    let page = House::open().await.browser().get("/anmelden").await;
    assert!(!page.text().contains("/anmelden/extern"));
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let page = house.browser().get("/anmelden").await;
    assert!(page.text().contains("Anmelden mit Kreis-Login"), "{}", page.text());
    assert!(page.text().contains("type=\"password\""));
    let without = House::open().await;
    assert_eq!(without.browser().get(&back(&[("code", "x")])).await.status, 404);
}

#[tokio::test]
async fn a_sign_in_asks_for_a_code_bound_to_this_browser_and_opens_a_new_session() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    house.add("a@amt.example", Role::Provider).await;
    issuer.person("subject-1", "A@amt.example");
    let mut browser = house.browser();
    browser.cookies.insert("session".into(), "x".repeat(43));
    let begun = issuer.begin(&mut browser, "/liste?q=x").await;
    assert_eq!(begun["response_type"], "code");
    assert_eq!(begun["code_challenge_method"], "S256");
    assert_eq!(begun["redirect_uri"], "http://localhost/anmelden/extern/zurueck");
    assert_eq!(begun["scope"], "openid email");
    assert_eq!(begun["acr_values"], "gold");
    for word in ["state", "nonce", "code_challenge"] {
        assert_eq!(begun[word].len(), 43, "256 bits: {word}");
    }
    let reply = issuer.lead_back(&mut browser, &begun).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/liste?q=x"));
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_ne!(browser.cookies["session"], "x".repeat(43));
    assert!(!browser.cookies.contains_key("attempt"), "it is over");
    assert!(browser.get("/liste").await.text().contains("action=\"/abmelden\""));
    let again = house.browser();
    let mut other = again.clone();
    let second = issuer.begin(&mut other, "").await;
    assert_ne!((&second["state"], &second["nonce"]), (&begun["state"], &begun["nonce"]));
}

#[tokio::test]
async fn the_cookie_of_an_attempt_is_short_lived_and_for_us_alone() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let mut browser = house.browser();
    browser.get("/anmelden").await;
    let reply = browser.post("/anmelden/extern", &[]).await;
    let cookies = reply.headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap());
    let cookie = cookies.filter(|c| c.starts_with("attempt=")).collect::<String>();
    for word in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    let forged =
        browser.send_form("/anmelden/extern", &[], &[("origin", "http://localhost")]).await;
    assert_eq!(forged.status, 403, "nobody else begins it");
}

#[tokio::test]
async fn an_account_is_found_by_its_address_once_and_then_by_the_subject_alone() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let one = house.add("eins@amt.example", Role::Provider).await;
    let two = house.add("zwei@amt.example", Role::Provider).await;
    issuer.person("subject-1", "eins@amt.example");
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    // The address changes at the provider, to that of somebody else here.
    issuer.person("subject-1", "zwei@amt.example");
    let mut browser = house.browser();
    assert_eq!(issuer.sign_in(&mut browser).await.status, 303);
    let page = browser.get("/konto").await;
    assert!(page.text().contains("eins@amt.example") && !page.text().contains("zwei@amt.example"));
    assert!(house.desk.list_identities(two.id).await.unwrap().is_empty());
    // Somebody else gets the first address at the provider: no way in.
    issuer.person("subject-2", "eins@amt.example");
    let mut stranger = house.browser();
    let reply = issuer.sign_in(&mut stranger).await;
    assert_eq!(reply.status, 403);
    assert!(!stranger.cookies.contains_key("session"));
    let linked = house.desk.list_identities(one.id).await.unwrap();
    assert_eq!(linked.len(), 1);
    assert_eq!(linked[0].subject, "subject-1");
}

#[tokio::test]
async fn an_invited_person_comes_in_without_a_password_and_the_invitation_is_used_up() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let admin = house.add("admin@amt.example", Role::Admin).await;
    let invitation = Invitation {
        email: "neu@amt.example".into(),
        name: "Neu".into(),
        role: Role::Editor,
        organizations: Vec::new(),
    };
    let invited = house.desk.invite_account(&Author::of(&admin), invitation).await.unwrap();
    issuer.person("subject-1", "neu@amt.example");
    let mut browser = house.browser();
    let reply = issuer.sign_in(&mut browser).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/redaktion"));
    let link = format!("/einladung/{}", invited.link.expose());
    assert_eq!(house.browser().get(&link).await.status, 410);
    // Whoever has no password confirms by having just signed in.
    let page = browser.get("/konto").await;
    assert!(page.text().contains("Sie haben hier kein Passwort"), "{}", page.text());
    let fields = [("name", "Neuer Name"), ("email", "neu@amt.example"), ("person_password", "")];
    assert_eq!(browser.post("/konto/person", &fields).await.status, 303);
    house.clock.forward(TimeDelta::minutes(11));
    browser.get("/konto").await;
    assert_eq!(browser.post("/konto/person", &fields).await.status, 422, "too long ago");
}

#[tokio::test]
async fn a_stolen_session_confirms_nothing_because_its_owner_has_just_signed_in_elsewhere() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let admin = house.add("admin@amt.example", Role::Admin).await;
    let email = "neu@amt.example".to_owned();
    let (role, organizations) = (Role::Editor, Vec::new());
    let invitation = Invitation { email, name: "Neu".into(), role, organizations };
    house.desk.invite_account(&Author::of(&admin), invitation).await.unwrap();
    issuer.person("subject-1", "neu@amt.example");
    let mut stolen = house.browser();
    assert_eq!(issuer.sign_in(&mut stolen).await.status, 303);
    house.clock.forward(TimeDelta::minutes(11));
    issuer.tell(|told| told.now += TimeDelta::minutes(11));
    let mut owner = house.browser();
    assert_eq!(issuer.sign_in(&mut owner).await.status, 303);
    let person = [("name", "Anders"), ("email", "neu@amt.example"), ("person_password", "")];
    let token = [("token_name", "Skript"), ("days", "366"), ("scopes", "listings:read")];
    let factor: [(&str, &str); 0] = [];
    let forms = [
        ("/konto/person", &person[..], 303_u16),
        ("/konto/schluessel", &token[..], 200),
        ("/konto/zweiter-faktor", &factor[..], 200),
    ];
    for (path, fields, done) in forms {
        stolen.get("/konto").await;
        assert_eq!(stolen.post(path, fields).await.status, 422, "{path}");
        owner.get("/konto").await;
        assert_eq!(owner.post(path, fields).await.status, done, "{path}");
    }
}

#[tokio::test]
async fn unknown_blocked_and_erased_people_and_unverified_addresses_stay_out() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let admin = Author::of(&house.add("admin@amt.example", Role::Admin).await);
    let known = house.add("a@amt.example", Role::Provider).await;
    let closed = async |why: &str| {
        // Nobody is slowed here.
        house.clock.forward(TimeDelta::seconds(15));
        let mut browser = house.browser();
        let reply = issuer.sign_in(&mut browser).await;
        assert_eq!(reply.status, 403, "{why}: {}", reply.text());
        assert!(!browser.cookies.contains_key("session"), "{why}");
        assert!(reply.text().contains("href=\"/anmelden\""), "{why}: there is a way on");
        reply.text().to_owned()
    };
    issuer.person("subject-1", "nobody@amt.example");
    let unknown = closed("no account").await;
    issuer.person("subject-1", "a@amt.example");
    for unverified in [json!(false), json!(null)] {
        issuer.claim("email_verified", unverified);
        assert!(closed("not verified").await.contains("nicht bestätigt"));
    }
    // A word in place of a truth value is no token of the standard: it is not read at all.
    issuer.claim("email_verified", json!("true"));
    house.clock.forward(TimeDelta::seconds(15));
    let mut browser = house.browser();
    assert_eq!(issuer.sign_in(&mut browser).await.status, 503);
    assert!(!browser.cookies.contains_key("session"));
    issuer.claim("email_verified", json!(true));
    issuer.claim("email", json!(null));
    closed("no address").await;
    assert!(house.desk.list_identities(known.id).await.unwrap().is_empty());
    issuer.person("subject-1", "a@amt.example");
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    house.desk.block_account(&admin, known.id).await.unwrap();
    assert_eq!(closed("blocked").await, unknown, "nobody is told why");
    house.desk.unblock_account(&admin, known.id).await.unwrap();
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    house.desk.erase_account(&admin, known.id).await.unwrap();
    assert_eq!(closed("erased").await, unknown);
    assert!(house.desk.list_identities(known.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_that_the_token_lacks_is_asked_for_and_has_to_be_of_the_same_person() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    house.add("a@amt.example", Role::Provider).await;
    issuer.tell(|told| told.claims.insert("sub".into(), json!("subject-1")));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 403, "it tells none");
    let told = json!({"sub": "subject-2", "email": "a@amt.example", "email_verified": true});
    issuer.tell(|state| state.userinfo = Some(told));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 403, "of somebody else");
    let told = json!({"sub": "subject-1", "email": "a@amt.example", "email_verified": true});
    issuer.tell(|state| state.userinfo = Some(told));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    issuer.tell(|state| state.userinfo = None);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303, "linked by now");
}

#[tokio::test]
async fn a_second_factor_is_ours_or_one_that_the_provider_vouches_for() {
    let issuer = Issuer::open().await;
    let house = with(&issuer, SecondFactorRule::County).await;
    let editor = house.add("a@amt.example", Role::Editor).await;
    house.add("t@traeger.example", Role::Provider).await;
    issuer.person("subject-1", "a@amt.example");
    let mut browser = house.browser();
    assert_eq!(issuer.sign_in(&mut browser).await.status, 303);
    let desk = browser.get("/redaktion").await;
    let to_factor = "/konto/zweiter-faktor?weiter=/redaktion";
    assert_eq!(desk.header("location"), to_factor, "the provider has asked for none");
    for (claim, value) in [("acr", json!("gold")), ("amr", json!(["pwd", "otp"]))] {
        issuer.person("subject-1", "a@amt.example");
        issuer.claim(claim, value);
        let mut browser = house.browser();
        assert_eq!(issuer.sign_in(&mut browser).await.header("location"), "/redaktion");
        assert_eq!(browser.get("/redaktion").await.status, 200, "{claim}");
    }
    for (claim, value) in [("acr", json!("silver")), ("amr", json!(["pwd"]))] {
        issuer.person("subject-1", "a@amt.example");
        issuer.claim(claim, value);
        let mut browser = house.browser();
        issuer.sign_in(&mut browser).await;
        assert_eq!(browser.get("/redaktion").await.status, 303, "{claim}");
    }
    // With our own one its code is asked for, unless the provider vouches.
    let author = Author::of(&editor);
    let by = OwnProof { password: PASSWORD, session: None };
    let key = house.desk.begin_second_factor(&author, by).await.unwrap().key.replace(' ', "");
    let code = |house: &House| {
        let secret = Secret::try_from_base32(&key).unwrap();
        let totp = Builder::new().with_secret(secret).with_account_name("x").build().unwrap();
        totp.generate(
            u64::try_from(sozialatlas::app::Clock::now(&*house.clock).timestamp()).unwrap(),
        )
        .to_string()
    };
    house.desk.confirm_second_factor(&author, "", &code(&house)).await.unwrap();
    house.clock.forward(TimeDelta::minutes(2));
    issuer.tell(|told| told.now += TimeDelta::minutes(2));
    issuer.person("subject-1", "a@amt.example");
    let mut browser = house.browser();
    assert_eq!(issuer.sign_in(&mut browser).await.header("location"), "/anmelden/code");
    assert_eq!(browser.get("/redaktion").await.status, 303, "not yet");
    browser.get("/anmelden/code").await;
    let now = code(&house);
    assert_eq!(browser.post("/anmelden/code", &[("code", &now)]).await.status, 303);
    assert_eq!(browser.get("/redaktion").await.status, 200);
    issuer.claim("acr", json!("gold"));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.header("location"), "/redaktion");
    // Providers of offers need none.
    issuer.person("subject-2", "t@traeger.example");
    assert_eq!(issuer.sign_in(&mut house.browser()).await.header("location"), "/mein");
}

#[tokio::test]
async fn a_link_is_shown_ended_and_not_made_again_by_itself() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let account = house.add("a@amt.example", Role::Provider).await;
    issuer.person("subject-1", "a@amt.example");
    let mut browser = house.browser();
    issuer.sign_in(&mut browser).await;
    let page = browser.get("/konto").await;
    assert!(page.text().contains("Verbunden seit") && page.text().contains("Verbindung trennen"));
    let wrong = [("was", "trennen"), ("identity_password", "falsch")];
    assert_eq!(browser.post("/konto/extern", &wrong).await.status, 422);
    browser.get("/konto").await;
    let right = [("was", "trennen"), ("identity_password", PASSWORD)];
    assert_eq!(browser.post("/konto/extern", &right).await.status, 303);
    let mut other = house.browser();
    let reply = issuer.sign_in(&mut other).await;
    assert_eq!(reply.status, 403);
    assert!(reply.text().contains("getrennt"), "{}", reply.text());
    assert!(browser.get("/konto").await.text().contains("Verbindung wieder erlauben"));
    let again = [("was", "verbinden"), ("identity_password", PASSWORD)];
    assert_eq!(browser.post("/konto/extern", &again).await.status, 303);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    let data = house.desk.own_data(&Author::of(&account)).await.unwrap();
    assert_eq!(data.identities.len(), 1);
    let kinds: Vec<_> = data.events.iter().map(|event| event.kind.as_str()).collect();
    for kind in ["identity_linked", "identity_unlinked", "sign_in", "sign_in_failed"] {
        assert!(kinds.contains(&kind), "{kind} is missing in {kinds:?}");
    }
}

#[tokio::test]
async fn passwords_can_be_forbidden() {
    let issuer = Issuer::open().await;
    let mut provider = issuer.options();
    provider.only = true;
    let house = House::built(Plan { provider: Some(provider), ..Plan::default() }).await;
    house.add("a@amt.example", Role::Provider).await;
    let mut browser = house.browser();
    let page = browser.get("/anmelden").await;
    assert!(!page.text().contains("type=\"password\"") && page.text().contains("Kreis-Login"));
    let fields = [("email", "a@amt.example"), ("password", PASSWORD)];
    assert_eq!(browser.post("/anmelden", &fields).await.status, 403);
    assert_eq!(house.desk.passwords_hashed(), 1, "only when the account was made");
    assert!(house.desk.request_reset("a@amt.example").await.unwrap().is_none());
    assert_eq!(browser.get("/passwort/vergessen").await.header("location"), "/anmelden");
    browser.get("/anmelden").await;
    issuer.person("subject-1", "a@amt.example");
    assert_eq!(issuer.sign_in(&mut browser).await.status, 303);
    let page = browser.get("/konto").await;
    assert!(!page.text().contains("Verbindung trennen"), "it is the only way in");
    let unlink = [("was", "trennen"), ("identity_password", PASSWORD)];
    assert_eq!(browser.post("/konto/extern", &unlink).await.status, 403);
}

#[tokio::test]
async fn whoever_came_by_the_provider_is_offered_to_sign_out_there_too() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    house.add("a@amt.example", Role::Provider).await;
    issuer.person("subject-1", "a@amt.example");
    let mut browser = house.browser();
    issuer.sign_in(&mut browser).await;
    browser.get("/").await;
    let out = browser.post("/abmelden", &[]).await;
    assert_eq!(out.status, 200);
    let there = format!("{}/end?client_id=atlas", issuer.url);
    assert!(out.text().contains(&there), "{}", out.text());
    assert!(out.text().contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F"));
    assert!(!browser.cookies.contains_key("session"));
    let mut other = house.browser();
    other.sign_in("a@amt.example").await;
    assert_eq!(other.post("/abmelden", &[]).await.header("location"), "/", "not by the provider");
}
