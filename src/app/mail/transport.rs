//! How a mail leaves: to a mail server by SMTP, or into a folder for trying out.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands;
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Severity;

use crate::store::TakenMail;

/// Longest wait for one answer of a mail server; RFC 5321 (2008), section 4.5.3.2, allows minutes, which would hold
/// up all other mail.
const PATIENCE: Duration = Duration::from_mins(1);
/// Longest wait for an answer to our goodbye.
const FAREWELL: Duration = Duration::from_secs(5);
const SILENT: &str = "the mail server does not answer";
/// Longest reason that is kept, in characters.
const LONGEST_REASON: usize = 300;

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte (`smtps://`).
    Implicit,
    /// After `STARTTLS`, without which nothing is sent (`smtp://`).
    StartTls,
    /// Not at all: for a server on the same machine.
    Off,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct MailServer {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is protected.
    pub encryption: Encryption,
    /// User and password, if it wants some.
    pub login: Option<(String, String)>,
}

impl std::fmt::Debug for MailServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailServer")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &self.encryption)
            .field("has_login", &self.login.is_some())
            .finish()
    }
}

/// Where mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// To a mail server.
    Server(MailServer),
    /// Into a folder, one file each, for trying out.
    Folder(PathBuf),
}

/// Why a mail was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SendError {
    /// The way there is closed, whatever the mail: all mail waits.
    Closed(String),
    /// The server does not want this mail just now.
    Later(String),
    /// This mail cannot be delivered.
    Never(String),
}

/// Sends mails from one address by one route.
#[derive(Debug, Clone)]
pub struct Mailer {
    from: Mailbox,
    route: MailRoute,
}

/// A mailer cannot be made of these settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("mail_from is no mail address: {0}")]
pub struct SenderError(String);

impl Mailer {
    /// A mailer that writes as `from` ("Sozialatlas <atlas@example.org>").
    ///
    /// # Errors
    /// When `from` is no mail address.
    pub fn new(from: &str, route: MailRoute) -> Result<Self, SenderError> {
        let from = from.parse().map_err(|error| SenderError(format!("{error}")))?;
        Ok(Self { from, route })
    }

    /// Opens the way: connects and signs in.
    pub(super) async fn open(&self) -> Result<Session<'_>, SendError> {
        let way = match &self.route {
            MailRoute::Folder(folder) => Way::Folder(folder),
            MailRoute::Server(server) => Way::Server(Box::new(connect(server).await?)),
        };
        Ok(Session { from: &self.from, way })
    }
}

/// An open way, for several mails.
pub(super) struct Session<'a> {
    from: &'a Mailbox,
    way: Way<'a>,
}

enum Way<'a> {
    Folder(&'a Path),
    Server(Box<AsyncSmtpConnection>),
}

impl Session<'_> {
    /// Sends one mail.
    pub(super) async fn send(&mut self, taken: &TakenMail) -> Result<(), SendError> {
        let message = compose(self.from, taken)?;
        match &mut self.way {
            Way::Folder(folder) => {
                // The moment first, so that a listing shows them in order; the id makes a second writing the same file.
                let at = taken.created_at.format("%Y%m%dT%H%M%S");
                let name = format!("{at}-{}.eml", taken.mail.id);
                let closed = |error| SendError::Closed(format!("{}: {error}", folder.display()));
                write_file(folder, &name, &message.formatted()).await.map_err(closed)
            }
            Way::Server(connection) => {
                let sent = converse(connection, &message, &taken.mail.recipient);
                let silent = || SendError::Closed(SILENT.to_owned());
                let sent = tokio::time::timeout(PATIENCE, sent).await;
                let sent = sent.unwrap_or_else(|_elapsed| Err(silent()));
                if sent.is_err() {
                    end(connection).await;
                }
                sent
            }
        }
    }

    /// Whether the way can be used for another mail; after a refusal the connection has been ended.
    pub(super) fn is_open(&self) -> bool {
        match &self.way {
            Way::Folder(_) => true,
            Way::Server(connection) => !connection.has_broken(),
        }
    }

    /// Says goodbye; what the server answers changes nothing.
    pub(super) async fn close(self) {
        if let Way::Server(mut connection) = self.way {
            end(&mut connection).await;
        }
    }
}

/// Says goodbye to a server, which need not answer.
async fn end(connection: &mut AsyncSmtpConnection) {
    let _ = tokio::time::timeout(FAREWELL, connection.abort()).await;
}

/// Hands one mail over.
async fn converse(
    connection: &mut AsyncSmtpConnection,
    message: &Message,
    recipient: &str,
) -> Result<(), SendError> {
    let envelope = message.envelope();
    // A server that refuses our own address refuses all our mail: that is a matter of the settings, not of this mail.
    let from = commands::Mail::new(envelope.from().cloned(), Vec::new());
    connection.command(from).await.map_err(|error| SendError::Closed(words(&error)))?;
    let about = |error| about_mail(&error, recipient);
    for to in envelope.to() {
        connection.command(commands::Rcpt::new(to.clone(), Vec::new())).await.map_err(about)?;
    }
    connection.command(commands::Data).await.map_err(about)?;
    connection.message(&message.formatted()).await.map_err(about)?;
    Ok(())
}

/// Connects and signs in. Whatever goes wrong here is not the mail's fault.
async fn connect(server: &MailServer) -> Result<AsyncSmtpConnection, SendError> {
    let opening = async {
        let tls = || TlsParameters::new(server.host.clone());
        let hello = ClientId::default();
        let address = (server.host.as_str(), server.port);
        let implicit = match server.encryption {
            Encryption::Implicit => Some(tls()?),
            Encryption::StartTls | Encryption::Off => None,
        };
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, Some(PATIENCE), &hello, implicit, None)
                .await?;
        if server.encryption == Encryption::StartTls {
            connection.starttls(tls()?, &hello).await?;
        }
        if let Some((user, password)) = &server.login {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await?;
        }
        Ok(connection)
    };
    match tokio::time::timeout(PATIENCE, opening).await {
        Ok(outcome) => outcome
            .map_err(|error: lettre::transport::smtp::Error| SendError::Closed(words(&error))),
        Err(_elapsed) => Err(SendError::Closed(SILENT.to_owned())),
    }
}

/// What an answer to a mail means: 4yz = not now, 5yz = never, anything else = the way is closed
/// (RFC 5321, 2008, section 4.2.1). The recipient does not show in the reason, which is logged.
fn about_mail(error: &lettre::transport::smtp::Error, recipient: &str) -> SendError {
    let reason = words(error).replace(recipient, "…");
    match error.status().map(|code| code.severity) {
        Some(Severity::TransientNegativeCompletion) => SendError::Later(reason),
        Some(Severity::PermanentNegativeCompletion) => SendError::Never(reason),
        _ => SendError::Closed(reason),
    }
}

/// An error with its causes, not too long.
fn words(error: &dyn std::error::Error) -> String {
    crate::app::with_causes(error).chars().take(LONGEST_REASON).collect()
}

/// The mail as it goes over the wire. Its Message-ID is its name in the outbox, so that a mail sent twice is
/// recognised as one.
fn compose(from: &Mailbox, taken: &TakenMail) -> Result<Message, SendError> {
    let mail = &taken.mail;
    let never = |reason: String| SendError::Never(reason);
    let to = mail.recipient.parse().map_err(|_address| never("no mail address".to_owned()))?;
    // RFC 3834 (2004), section 5: nobody's absence note shall answer.
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.email.domain())))
        .date(SystemTime::from(taken.created_at))
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
        .multipart(MultiPart::alternative_plain_html(mail.plain.clone(), mail.html.clone()))
        .map_err(|error| never(error.to_string()))
}

/// Writes a file as a whole or not at all.
async fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let unfinished = folder.join(format!(".{name}.part"));
    tokio::fs::write(&unfinished, bytes).await?;
    tokio::fs::rename(&unfinished, folder.join(name)).await
}
