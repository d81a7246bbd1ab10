//! A mail server on loopback that takes, refuses or hangs up as a test tells it (RFC 5321, 2008).

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Takes everything.
    Willing,
    /// "Not now" to every recipient.
    Greylisting,
    /// "No such person" to recipients that begin with `nobody`, takes the others.
    Strict,
    /// Refuses the sender's address.
    WrongSender,
    /// Takes the whole mail and hangs up before it says so.
    HangsUp,
    /// Refuses user and password.
    WrongPassword,
    /// Greets with 421.
    Busy,
}

/// A mail as the server got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Got {
    pub(crate) recipient: String,
    pub(crate) text: String,
}

impl Got {
    /// The value of a header; folded lines are joined.
    pub(crate) fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_default().to_owned()
    }
}

#[derive(Debug, Default)]
struct Seen {
    taken: Vec<Got>,
    connections: usize,
    logins: Vec<String>,
}

/// A mail server.
pub(crate) struct SmtpServer {
    pub(crate) address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<()>,
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl SmtpServer {
    pub(crate) async fn start(mood: Mood) -> Self {
        Self::start_at("127.0.0.1:0".parse().unwrap(), mood).await
    }

    /// On a given port, such as that of a server that has gone down.
    pub(crate) async fn start_at(address: SocketAddr, mood: Mood) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let mood = Arc::new(Mutex::new(mood));
        let seen = Arc::new(Mutex::new(Seen::default()));
        let (moods, log) = (Arc::clone(&mood), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mood = *moods.lock().unwrap();
                log.lock().unwrap().connections += 1;
                tokio::spawn(talk(stream, mood, Arc::clone(&log)));
            }
        });
        Self { address, mood, seen, task }
    }

    pub(crate) fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// The mails it has taken; also those it hung up on.
    pub(crate) fn taken(&self) -> Vec<Got> {
        self.seen.lock().unwrap().taken.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    /// What clients sent to sign in.
    pub(crate) fn logins(&self) -> Vec<String> {
        self.seen.lock().unwrap().logins.clone()
    }
}

/// One conversation; an error ends it, as a lost connection would.
async fn talk(stream: TcpStream, mood: Mood, seen: Arc<Mutex<Seen>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let greeting: &[u8] = if mood == Mood::Busy { b"421 later\r\n" } else { b"220 test\r\n" };
    write.write_all(greeting).await?;
    let mut recipient = String::new();
    while let Some(line) = lines.next_line().await? {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" | "HELO" => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n",
            "AUTH" => {
                seen.lock().unwrap().logins.push(line.clone());
                if mood == Mood::WrongPassword { "535 wrong\r\n" } else { "235 in\r\n" }
            }
            "MAIL" if mood == Mood::WrongSender => "550 5.7.1 not from here\r\n",
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                match mood {
                    Mood::Greylisting => "451 4.7.1 come back later\r\n",
                    Mood::Strict if recipient.starts_with("nobody") => {
                        let told = format!("550 5.1.1 <{recipient}> unknown\r\n");
                        write.write_all(told.as_bytes()).await?;
                        continue;
                    }
                    _ => "250 ok\r\n",
                }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    // A leading dot was doubled on the wire (section 4.5.2).
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push_str("\r\n");
                }
                seen.lock().unwrap().taken.push(Got { recipient: recipient.clone(), text });
                if mood == Mood::HangsUp {
                    return Ok(());
                }
                "250 taken\r\n"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}
