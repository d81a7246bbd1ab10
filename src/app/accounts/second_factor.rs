//! The second factor: one-time codes of an app (TOTP, RFC 6238, 2011), and recovery codes for whoever has lost it.

use std::fmt::Write as _;

use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

use super::secret::hash_secret;
use super::{AuditKind, OwnProof, throttle};
use crate::app::{AppError, Author, Desk, Letter, Random, RandomError};
use crate::domain::policy::Role;
use crate::domain::{AccountId, Denied, FieldError, FieldErrors};
use crate::store::AccountRecord;

/// Bytes of a key: 160 bits (RFC 4226, section 4, R6).
const KEY_BYTES: usize = 20;
/// Recovery codes that are made at once.
const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code: 120 bits, so that a plain hash is enough (ASVS 5.0, 6.5.2).
const RECOVERY_CHARS: usize = 24;
/// Our name where the county's is not known.
const UNNAMED: &str = "Sozialatlas";
/// Small letters and digits that nobody takes for another (Crockford's Base32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What an app for one-time codes is given. Shown once.
#[derive(Clone)]
pub struct Enrolment {
    /// The key in Base32, in groups of four, to type.
    pub key: String,
    /// The same as an address (`otpauth://totp/…`).
    pub url: String,
    /// The same as a QR code: an SVG image.
    pub qr_svg: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment(***)")
    }
}

fn totp(key: &str, email: &str, issuer: &str) -> Result<Totp, AppError> {
    let secret = Secret::try_from_base32(key)
        .map_err(|error| AppError::Hashing(format!("the key of a second factor: {error:?}")))?;
    // A colon would end the part of the address that names the account.
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_skew(1)
        .with_account_name(plain(email))
        .with_issuer(Some(plain(issuer)))
        .build()
        .map_err(|error| AppError::Hashing(format!("one-time codes: {error}")))
}

/// What an app is given, for the page.
fn enrolment(key: &str, email: &str, issuer: &str) -> Result<Enrolment, AppError> {
    let broken = |error: String| AppError::Hashing(format!("the picture of a key: {error}"));
    let url = totp(key, email, issuer)?.to_url().map_err(|error| broken(error.to_string()))?;
    let code = QrCode::new(url.as_bytes()).map_err(|error| broken(error.to_string()))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    // The XML declaration has no place inside HTML.
    let qr_svg = drawn.find("<svg").and_then(|at| drawn.get(at..)).unwrap_or_default().to_owned();
    let mut shown = String::new();
    for (i, sign) in key.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            shown.push(' ');
        }
        shown.push(sign);
    }
    Ok(Enrolment { key: shown, url, qr_svg })
}

fn new_recovery_code(random: &dyn Random) -> Result<String, RandomError> {
    let mut bytes = [0_u8; RECOVERY_CHARS];
    random.fill(&mut bytes)?;
    let mut code = String::with_capacity(RECOVERY_CHARS + 5);
    for (i, byte) in bytes.iter().enumerate() {
        if i > 0 && i % 4 == 0 {
            code.push('-');
        }
        // 256 is a multiple of 32: every sign is equally likely.
        code.push(char::from(ALPHABET[usize::from(byte % 32)]));
    }
    Ok(code)
}

/// The hash of a recovery code however it is typed; bound to its account, so that equal hashes tell nothing.
fn recovery_hash(account: AccountId, code: &str) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write!(text, "{account}\0");
    text.extend(code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    hash_secret(&text)
}

impl Desk {
    /// Makes a key and keeps it until a code confirms it; a key that counts already goes on counting until then. The
    /// password confirms it, or whoever finds the browser open would lock its owner out.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`.
    pub async fn begin_second_factor(
        &self,
        author: &Author,
        by: OwnProof<'_>,
    ) -> Result<Enrolment, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        if !self.is_led_to_second_factor(author, by.session).await? {
            self.confirm_password(author, by).await?;
        }
        let mut bytes = [0_u8; KEY_BYTES];
        self.random.fill(&mut bytes)?;
        let key = Secret::from(bytes).to_base32();
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let record = tx.find_account(id).await?.ok_or(super::manage_accounts::NOBODY)?;
        tx.set_second_factor(id, record.totp_secret.as_deref(), Some(&key)).await?;
        tx.commit().await?;
        enrolment(&key, &record.account.email, self.issuer())
    }

    /// Whether the session of this id has just begun and leads to nothing but a second factor, because the role has to
    /// have one: then nobody is asked for the password a second time.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn is_led_to_second_factor(
        &self,
        author: &Author,
        session: Option<&str>,
    ) -> Result<bool, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let Some(session) = self.find_fresh_session(id, session).await? else { return Ok(false) };
        let record = self.store.find_account(id).await?;
        Ok(record.is_some_and(|record| self.lacks_second_factor(&record.account, session.way)))
    }

    /// The key that waits for its first code: the page is shown again after a mistyped one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_enrolment(&self, author: &Author) -> Result<Option<Enrolment>, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let Some(record) = self.store.find_account(id).await? else { return Ok(None) };
        let Some(key) = record.totp_pending else { return Ok(None) };
        enrolment(&key, &record.account.email, self.issuer()).map(Some)
    }

    /// Confirms the key with a code; the recovery codes, shown this once. All other sessions end.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/code`.
    pub async fn confirm_second_factor(
        &self,
        author: &Author,
        session: &str,
        code: &str,
    ) -> Result<Vec<String>, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let record = tx.find_account(id).await?.ok_or(super::manage_accounts::NOBODY)?;
        let Some(key) = record.totp_pending.clone() else {
            return Err(Denied { reason: "no second factor is being set up" }.into());
        };
        let Some(step) = self.step_of(&key, &record, code)? else {
            return Err(wrong_code().into());
        };
        tx.set_second_factor(id, Some(&key), None).await?;
        tx.use_totp_step(id, step).await?;
        tx.delete_sessions_of(id, Some(session)).await?;
        let codes = self.make_recovery_codes(&mut tx, id).await?;
        self.tell(&mut tx, &record.account, &Letter::SecondFactorChanged { is_on: true }).await?;
        self.note_own(&mut tx, AuditKind::FactorEnabled, id).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Gives the second factor up; takes the password, and is refused where the role has to have one. All other sessions
    /// end.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`, [`AppError::Denied`].
    pub async fn disable_second_factor(
        &self,
        author: &Author,
        by: OwnProof<'_>,
    ) -> Result<(), AppError> {
        let record = self.confirm_password(author, by).await?;
        if self.requires_second_factor(record.account.role) {
            return Err(Denied { reason: "this role has to have a second factor" }.into());
        }
        let id = record.account.id;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        tx.set_second_factor(id, None, None).await?;
        tx.replace_recovery_codes(id, &[]).await?;
        tx.delete_sessions_of(id, by.session).await?;
        self.tell(&mut tx, &record.account, &Letter::SecondFactorChanged { is_on: false }).await?;
        self.note_own(&mut tx, AuditKind::FactorDisabled, id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// New recovery codes in place of the old ones; takes the password. Shown this once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`, [`AppError::Denied`] without a second factor.
    pub async fn renew_recovery_codes(
        &self,
        author: &Author,
        by: OwnProof<'_>,
    ) -> Result<Vec<String>, AppError> {
        let record = self.confirm_password(author, by).await?;
        if !record.account.second_factor {
            return Err(Denied { reason: "there is no second factor to recover" }.into());
        }
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let codes = self.make_recovery_codes(&mut tx, record.account.id).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Whether a role has to have a second factor.
    #[must_use]
    pub fn requires_second_factor(&self, role: Role) -> bool {
        self.accounts.options.second_factor.requires(role)
    }

    /// How many recovery codes are not used yet.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_recovery_codes(&self, account: AccountId) -> Result<u64, AppError> {
        Ok(self.store.count_recovery_codes(account).await?)
    }

    async fn make_recovery_codes(
        &self,
        tx: &mut crate::store::Tx,
        id: AccountId,
    ) -> Result<Vec<String>, AppError> {
        let codes: Vec<String> = (0..RECOVERY_CODES)
            .map(|_| new_recovery_code(self.random.as_ref()))
            .collect::<Result<_, _>>()?;
        let hashes: Vec<String> = codes.iter().map(|code| recovery_hash(id, code)).collect();
        tx.replace_recovery_codes(id, &hashes).await?;
        self.note_own(tx, AuditKind::RecoveryCodesMade, id).await?;
        Ok(codes)
    }

    /// Uses up a one-time code or a recovery code within a transaction; `None` if it is neither.
    pub(super) async fn use_code(
        &self,
        tx: &mut crate::store::Tx,
        record: &AccountRecord,
        code: &str,
    ) -> Result<Option<AuditKind>, AppError> {
        let id = record.account.id;
        if let Some(key) = &record.totp_secret
            && let Some(step) = self.step_of(key, record, code)?
            && tx.use_totp_step(id, step).await?
        {
            return Ok(Some(AuditKind::SignIn));
        }
        let recovered = tx.use_recovery_code(id, &recovery_hash(id, code)).await?;
        Ok(recovered.then_some(AuditKind::RecoveryCodeUsed))
    }

    /// The step of half a minute that a code belongs to: this one, the last or the next.
    fn step_of(
        &self,
        key: &str,
        record: &AccountRecord,
        code: &str,
    ) -> Result<Option<i64>, AppError> {
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        if digits.len() != 6 {
            return Ok(None);
        }
        let totp = totp(key, &record.account.email, self.issuer())?;
        let now = u64::try_from(self.clock.now().timestamp()).unwrap_or_default();
        Ok(totp.check(&digits, now).and_then(|step| i64::try_from(step).ok()))
    }

    /// The name under which an app for one-time codes lists us.
    fn issuer(&self) -> &str {
        match self.letterhead.site_name.as_str() {
            "" => UNNAMED,
            name => name,
        }
    }

    /// Takes one attempt at a code off the quota of an account.
    pub(super) fn take_code_attempt(&self, id: AccountId) -> Result<(), AppError> {
        self.accounts.throttle.take(throttle::CODE, &id.to_string(), self.clock.now())
    }
}

/// The fault of a code that is not right.
pub(super) fn wrong_code() -> FieldErrors {
    let detail = "the code is wrong, too old or used";
    FieldErrors(vec![FieldError::new("/code", "code_wrong", detail)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::SeededRandom;

    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six of eight digits.
        let totp = totp(KEY, "a@b.de", "x").unwrap();
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(totp.generate(at).to_string(), code);
        }
    }

    #[test]
    fn an_app_is_given_key_address_and_picture_and_debug_shows_none() {
        let given = enrolment(KEY, "a:b@c.de", "Atlas: Kreis").unwrap();
        assert!(given.url.starts_with("otpauth://totp/"), "{}", given.url);
        assert!(given.url.contains(KEY));
        assert!(given.key.starts_with("GEZD GNBV "));
        assert!(given.qr_svg.starts_with("<svg") && given.qr_svg.ends_with("</svg>"));
        assert_eq!(format!("{given:?}"), "Enrolment(***)");
    }

    #[test]
    fn a_recovery_code_counts_however_it_is_typed_but_only_for_its_account() {
        let code = new_recovery_code(&SeededRandom::new(3)).unwrap();
        assert_eq!(code.len(), 29, "{code}");
        let one = AccountId(uuid::Uuid::from_u128(1));
        let typed = format!(" {} ", code.to_uppercase().replace('-', " "));
        assert_eq!(recovery_hash(one, &code), recovery_hash(one, &typed));
        assert_ne!(recovery_hash(one, &code), recovery_hash(AccountId(uuid::Uuid::nil()), &code));
    }
}
