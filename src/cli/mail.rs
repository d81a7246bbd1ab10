//! Puts the sender of mail together from the settings.

use super::CommandError;
use crate::app::{
    Desk, Encryption, MailRoute, MailServer, MailWorker, Mailer, SendPace, SenderError,
};
use crate::config::{Config, SmtpTls, SmtpUrl};

/// In whose name mails are written into a folder.
const TRIAL_SENDER: &str = "sozialatlas@localhost";

/// Who sends mail; `None` = mail waits in the outbox.
pub(super) fn worker(config: &Config, desk: &Desk) -> Result<Option<MailWorker>, CommandError> {
    let from = config.mail.from.as_deref();
    let (route, from) = match (&config.mail.smtp_url, &config.mail.dir) {
        (Some(url), _) => (MailRoute::Server(mail_server(url)), from.unwrap_or_default()),
        (None, Some(folder)) => {
            tracing::info!(folder = %folder.display(), "mail is written into a folder, nobody gets it");
            (MailRoute::Folder(folder.clone()), from.unwrap_or(TRIAL_SENDER))
        }
        (None, None) => {
            tracing::info!("no mail server is set (smtp_url): mail waits in the outbox");
            return Ok(None);
        }
    };
    let refused = |error: SenderError| CommandError::Refused(error.to_string());
    let mailer = Mailer::new(from, route).map_err(refused)?;
    Ok(Some(MailWorker::new(desk.clone(), mailer, SendPace::default())))
}

fn mail_server(url: &SmtpUrl) -> MailServer {
    let encryption = match url.tls {
        SmtpTls::Implicit => Encryption::Implicit,
        SmtpTls::StartTls => Encryption::StartTls,
        SmtpTls::Off => Encryption::Off,
    };
    MailServer { host: url.host.clone(), port: url.port, encryption, login: url.login.clone() }
}
