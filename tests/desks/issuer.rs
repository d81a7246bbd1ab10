//! A sign-in provider of our own making: it says whatever a test wants, signed with its own key, on loopback.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sozialatlas::app::{FactorProof, ProviderOptions, ProviderSecret};
use sozialatlas::http::extract::Json;

use crate::house::Browser;
use crate::support::{Reply, listening, noon};

/// What the provider calls us.
pub(crate) const CLIENT: &str = "atlas";
/// The code of every sign-in.
pub(crate) const CODE: &str = "ein code";

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Signed {
    /// With the key that is published.
    #[default]
    Well,
    /// With another key under the same name.
    ByAnotherKey,
    /// Not at all.
    Not,
    /// With the secret that both know.
    BySecret,
}

/// What the provider says.
pub(crate) struct Told {
    /// Claims that differ from what is right; `null` leaves one out.
    pub(crate) claims: Map<String, Value>,
    pub(crate) signed: Signed,
    /// Byte that the key is made of: another one is another key, of another name.
    pub(crate) key: u8,
    /// What `userinfo` answers.
    pub(crate) userinfo: Option<Value>,
    /// Whether anything but `userinfo` answers.
    pub(crate) is_down: bool,
    /// An address that is published in place of the own one.
    pub(crate) token_endpoint: Option<String>,
    /// The moment that tokens are made at.
    pub(crate) now: DateTime<Utc>,
    /// What the last sign-in began with.
    begun: BTreeMap<String, String>,
    /// Whether the code was redeemed.
    is_used: bool,
    /// What the token endpoint was sent.
    pub(crate) redeemed: Vec<BTreeMap<String, String>>,
    /// How often the keys were read.
    pub(crate) keys_read: usize,
}

/// The provider.
#[derive(Clone)]
pub(crate) struct Issuer {
    pub(crate) url: String,
    told: Arc<Mutex<Told>>,
}

fn signing_key(byte: u8, name: u8) -> CoreEdDsaPrivateSigningKey {
    // PKCS #8 (RFC 8410, section 7) around 32 bytes that are no secret.
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    der.extend_from_slice(&[byte; 32]);
    let kind = "PRIVATE KEY";
    let pem = format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", STANDARD.encode(der));
    let name = JsonWebKeyId::new(format!("key-{name}"));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(name)).unwrap()
}

impl Issuer {
    /// Opens on a free port; ends with the test.
    pub(crate) async fn open() -> Self {
        let told = Told {
            claims: Map::new(),
            signed: Signed::Well,
            key: 1,
            userinfo: None,
            is_down: false,
            token_endpoint: None,
            now: noon(),
            begun: BTreeMap::new(),
            is_used: false,
            redeemed: Vec::new(),
            keys_read: 0,
        };
        let mut issuer = Self { url: String::new(), told: Arc::new(Mutex::new(told)) };
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        issuer.url = format!("http://{address}");
        let shared = Arc::new(Mutex::new(String::new()));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(jwks))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(Shared { url: Arc::clone(&shared), told: Arc::clone(&issuer.told) });
        let address = listening(router).await;
        issuer.url = format!("http://{address}");
        shared.lock().unwrap().clone_from(&issuer.url);
        issuer
    }

    /// The usual way to set it up; `acr=gold` and `amr=otp` count as a second factor.
    pub(crate) fn options(&self) -> ProviderOptions {
        ProviderOptions {
            issuer: self.url.clone(),
            client_id: CLIENT.to_owned(),
            client_secret: Some(ProviderSecret::new("streng geheim")),
            scopes: vec!["email".to_owned()],
            label: Some("Kreis-Login".to_owned()),
            email_claim: "email".to_owned(),
            second_factor: vec![FactorProof::Acr("gold".into()), FactorProof::Amr("otp".into())],
            base_url: "http://localhost".to_owned(),
            only: false,
        }
    }

    /// Changes what it says.
    pub(crate) fn tell<T>(&self, change: impl FnOnce(&mut Told) -> T) -> T {
        change(&mut self.told.lock().unwrap())
    }

    /// Changes one claim.
    pub(crate) fn claim(&self, name: &str, value: Value) {
        self.tell(|told| told.claims.insert(name.to_owned(), value));
    }

    /// Says of the next person: this subject, this verified address.
    pub(crate) fn person(&self, subject: &str, email: &str) {
        let claims = json!({"sub": subject, "email": email, "email_verified": true});
        let Value::Object(claims) = claims else { panic!("an object") };
        self.tell(|told| told.claims = claims);
    }

    /// Sends the browser to the provider; what the address says.
    pub(crate) async fn begin(
        &self,
        browser: &mut Browser<'_>,
        next: &str,
    ) -> BTreeMap<String, String> {
        browser.get("/anmelden").await;
        let reply = browser.post("/anmelden/extern", &[("weiter", next)]).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let refresh = reply.header("refresh");
        let url = refresh.strip_prefix("0; url=").expect(refresh);
        let url = url::Url::parse(url).unwrap();
        assert_eq!(format!("{}", url.origin().ascii_serialization()), self.url);
        let begun: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        self.tell(|told| {
            told.begun.clone_from(&begun);
            told.is_used = false;
        });
        begun
    }

    /// Leads the browser back with the code.
    pub(crate) async fn lead_back(
        &self,
        browser: &mut Browser<'_>,
        begun: &BTreeMap<String, String>,
    ) -> Reply {
        browser.get(&back(&[("code", CODE), ("state", &begun["state"]), ("iss", &self.url)])).await
    }

    /// The whole way.
    pub(crate) async fn sign_in(&self, browser: &mut Browser<'_>) -> Reply {
        let begun = self.begin(browser, "").await;
        self.lead_back(browser, &begun).await
    }
}

/// Where a provider leads back to, with these words.
pub(crate) fn back(words: &[(&str, &str)]) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(words).finish();
    format!("/anmelden/extern/zurueck?{query}")
}

#[derive(Clone)]
struct Shared {
    url: Arc<Mutex<String>>,
    told: Arc<Mutex<Told>>,
}

impl Shared {
    fn url(&self) -> String {
        self.url.lock().unwrap().clone()
    }
}

async fn discovery(State(shared): State<Shared>) -> Response {
    let (url, told) = (shared.url(), shared.told.lock().unwrap());
    if told.is_down {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let token = told.token_endpoint.clone().unwrap_or_else(|| format!("{url}/token"));
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/auth"),
        "token_endpoint": token,
        "userinfo_endpoint": format!("{url}/userinfo"),
        "end_session_endpoint": format!("{url}/end"),
        "jwks_uri": format!("{url}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "scopes_supported": ["openid", "email"],
    }))
    .into_response()
}

async fn jwks(State(shared): State<Shared>) -> Response {
    let mut told = shared.told.lock().unwrap();
    if told.is_down {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    told.keys_read += 1;
    let key = signing_key(told.key, told.key).as_verification_key();
    Json(json!({ "keys": [key] })).into_response()
}

async fn userinfo(State(shared): State<Shared>) -> Response {
    match shared.told.lock().unwrap().userinfo.clone() {
        Some(answer) => Json(answer).into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

/// Redeems the code once, for whoever holds what its challenge was made of.
async fn token(
    State(shared): State<Shared>,
    headers: axum::http::HeaderMap,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Response {
    let mut told = shared.told.lock().unwrap();
    if told.is_down {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    told.redeemed.push(sent.clone());
    let verifier = sent.get("code_verifier").cloned().unwrap_or_default();
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let proven = told.begun.get("code_challenge") == Some(&challenge);
    let known = sent.get("code").map(String::as_str) == Some(CODE) && !told.is_used;
    let same = sent.get("redirect_uri") == told.begun.get("redirect_uri");
    let ours = headers.get("authorization").is_some_and(|value| {
        let login = STANDARD.encode("atlas:streng+geheim");
        value.to_str().unwrap() == format!("Basic {login}")
    });
    if !(proven && known && same && ours) {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    }
    told.is_used = true;
    let token = id_token(&told, &shared.url());
    Json(json!({"access_token": "zugang", "token_type": "Bearer", "id_token": token}))
        .into_response()
}

fn id_token(told: &Told, url: &str) -> String {
    let mut claims = json!({
        "iss": url,
        "aud": CLIENT,
        "iat": told.now.timestamp(),
        "exp": (told.now + TimeDelta::minutes(5)).timestamp(),
        "nonce": told.begun["nonce"],
    });
    for (name, value) in &told.claims {
        match value {
            Value::Null => claims.as_object_mut().unwrap().remove(name),
            value => claims.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    let alg = match told.signed {
        Signed::Well | Signed::ByAnotherKey => "EdDSA",
        Signed::Not => "none",
        Signed::BySecret => "HS256",
    };
    let header = json!({"alg": alg, "kid": format!("key-{}", told.key)});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let body = format!("{}.{}", part(&header), part(&claims));
    let by = |byte| {
        let key = signing_key(byte, told.key);
        key.sign(&CoreJwsSigningAlgorithm::EdDsa, body.as_bytes()).unwrap()
    };
    let signature = match told.signed {
        Signed::Well => by(told.key),
        Signed::ByAnotherKey => by(told.key + 1),
        Signed::Not => Vec::new(),
        Signed::BySecret => {
            use hmac::{Hmac, KeyInit, Mac};
            let mut mac = Hmac::<Sha256>::new_from_slice(b"streng geheim").unwrap();
            mac.update(body.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
    };
    format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature))
}
