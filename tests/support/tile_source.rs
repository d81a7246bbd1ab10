//! A tile source on loopback that serves, lies, stalls or fails as a test tells it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the source answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mood {
    /// A picture with these first bytes, its tag and time; 304 to whoever has it.
    Good(&'static [u8]),
    /// The same, but only once [`TileSource::release`] was called.
    Held,
    /// An error page of this status.
    Status(u16),
    /// A page of HTML with 200, called a picture.
    Html,
    /// 100 MB that are told beforehand.
    Huge,
    /// 100 MB that are not.
    Endless,
    /// Leads there.
    Redirect(String),
    /// Half a picture, then the connection breaks.
    CutOff,
}

/// First bytes of a PNG.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\nstreets";
/// First bytes of a JPEG.
pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0streets";

const HUGE: usize = 100_000_000;

/// A tile source.
pub struct TileSource {
    pub address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Vec<String>>>,
    held: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Drop for TileSource {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl TileSource {
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (mood, seen) = (Arc::new(Mutex::new(mood)), Arc::<Mutex<Vec<String>>>::default());
        let (held, holds) = watch::channel(true);
        let (moods, heads) = (Arc::clone(&mood), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (moods, heads) = (Arc::clone(&moods), Arc::clone(&heads));
                tokio::spawn(answer(stream, moods, heads, holds.clone()));
            }
        });
        Self { address, mood, seen, held, task }
    }

    pub fn template(&self) -> String {
        format!("http://{}/{{z}}/{{x}}/{{y}}.png?key=secret", self.address)
    }

    pub fn turn(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Lets those go that are held.
    pub fn release(&self) {
        self.held.send_replace(false);
    }

    /// The heads of all requests so far.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

async fn answer(
    mut stream: TcpStream,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Vec<String>>>,
    mut held: watch::Receiver<bool>,
) {
    let Some(head) = head(&mut stream).await else { return };
    let has_it = head.to_lowercase().contains("if-none-match: \"v1\"");
    seen.lock().unwrap().push(head);
    let mood = mood.lock().unwrap().clone();
    let about = "ETag: \"v1\"\r\nLast-Modified: Mon, 02 Nov 2026 09:00:00 GMT\r\n";
    let whole = |status: &str, more: &str, body: &[u8]| {
        let mut text = format!(
            "HTTP/1.1 {status}\r\nContent-Type: image/png\r\n{more}Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        )
        .into_bytes();
        text.extend_from_slice(body);
        text
    };
    // Whoever has enough closes the connection: then writing fails, as it should.
    let written = match mood {
        Mood::Good(_) | Mood::Held if has_it => {
            let text = format!("HTTP/1.1 304 Not Modified\r\n{about}Connection: close\r\n\r\n");
            stream.write_all(text.as_bytes()).await
        }
        Mood::Good(picture) => stream.write_all(&whole("200 OK", about, picture)).await,
        Mood::Held => {
            let _ = held.wait_for(|held| !held).await;
            stream.write_all(&whole("200 OK", about, PNG)).await
        }
        Mood::Status(status) => {
            stream.write_all(&whole(&format!("{status} Status"), "", b"<h1>no</h1>")).await
        }
        Mood::Html => stream.write_all(&whole("200 OK", "", b"<!doctype html><h1>Hi</h1>")).await,
        Mood::Redirect(to) => {
            let more = format!("Location: {to}\r\n");
            stream.write_all(&whole("302 Found", &more, b"")).await
        }
        Mood::CutOff => {
            let text = whole("200 OK", about, PNG);
            stream.write_all(&text[..text.len() - 3]).await
        }
        Mood::Huge => flood(&mut stream, &format!("Content-Length: {HUGE}\r\n")).await,
        Mood::Endless => flood(&mut stream, "").await,
    };
    if written.is_ok() {
        let _ = stream.shutdown().await;
    }
}

async fn flood(stream: &mut TcpStream, length: &str) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(PNG).await?;
    let block = vec![b'.'; 1 << 16];
    let mut left = HUGE - PNG.len();
    while left > 0 {
        let part = left.min(block.len());
        stream.write_all(&block[..part]).await?;
        left -= part;
    }
    Ok(())
}

async fn head(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        bytes.push(stream.read_u8().await.ok()?);
    }
    String::from_utf8(bytes).ok()
}
