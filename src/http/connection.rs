//! Connections: their number, their idle time, and words for what the HTTP library refuses by itself.
//!
//! A request line beyond 64 kB or a malformed head never reaches the router: the library answers with a bare
//! status. Whoever sent it is told what is wrong all the same.

use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::http::StatusCode;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep_until};

use super::problem::{PROBLEM_JSON, Problem, ProblemError};

/// Most open connections; further ones wait in the system's queue.
const MAX_CONNECTIONS: usize = 2_048;
/// A connection on which nothing moves for so long is closed.
const IDLE: Duration = Duration::from_secs(75);
/// How much of a request is remembered to tell what was wrong with it.
const REMEMBERED: usize = 2_048;

/// Lets connections in as long as there is room.
pub(super) struct Door {
    listener: TcpListener,
    places: Arc<Semaphore>,
}

impl Door {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self { listener, places: Arc::new(Semaphore::new(MAX_CONNECTIONS)) }
    }
}

impl Listener for Door {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        // The semaphore is never closed, so there is always a place in the end.
        let place = Arc::clone(&self.places).acquire_owned().await.ok();
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Answers are written whole: waiting to fill a packet would only delay them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "cannot switch off delayed sending");
        }
        (Line::new(stream, place), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Who is at the other end of a connection: a client, or a proxy in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, Door>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A connection.
pub(super) struct Line {
    stream: TcpStream,
    /// The beginning of the latest request.
    head: Vec<u8>,
    /// Whether it has been answered, so that what comes next is another one.
    answered: bool,
    /// An answer of ours in place of a bare one, as far as it is not sent yet.
    pending: Vec<u8>,
    last_move: Instant,
    idle: Pin<Box<Sleep>>,
    _place: Option<OwnedSemaphorePermit>,
}

impl Line {
    fn new(stream: TcpStream, place: Option<OwnedSemaphorePermit>) -> Self {
        let now = Instant::now();
        Self {
            stream,
            head: Vec::new(),
            answered: false,
            pending: Vec::new(),
            last_move: now,
            idle: Box::pin(sleep_until(now + IDLE)),
            _place: place,
        }
    }

    fn remember(&mut self, bytes: &[u8]) {
        if self.answered {
            self.head.clear();
            self.answered = false;
        }
        let room = REMEMBERED.saturating_sub(self.head.len());
        self.head.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
        self.last_move = Instant::now();
    }

    /// Ready when nothing has moved for too long. The timer is set anew only when it fires.
    fn poll_idle(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            ready!(self.idle.as_mut().poll(context));
            let end = self.last_move + IDLE;
            if Instant::now() >= end {
                return Poll::Ready(());
            }
            self.idle.as_mut().reset(end);
        }
    }

    /// Sends what is still to be sent of an answer of ours.
    fn poll_pending(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.pending.is_empty() {
            let sent = ready!(Pin::new(&mut self.stream).poll_write(context, &self.pending))?;
            if sent == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.pending.drain(..sent);
        }
        Poll::Ready(Ok(()))
    }

    /// Takes a bare refusal out and puts one with words in; `false` if it is none.
    fn replace(&mut self, answer: &[u8]) -> bool {
        let Some(status) = bare_refusal(answer) else { return false };
        self.pending = with_words(status, &self.head);
        true
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Ready(Ok(())) => {
                self.remember(buffer.filled().get(before..).unwrap_or_default());
                Poll::Ready(Ok(()))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => {
                ready!(self.poll_idle(context));
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_pending(context))?;
        self.answered = true;
        self.last_move = Instant::now();
        if self.replace(bytes) {
            return Poll::Ready(Ok(bytes.len()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_pending(context))?;
        self.answered = true;
        self.last_move = Instant::now();
        if slices.first().is_some_and(|first| self.replace(first)) {
            return Poll::Ready(Ok(slices.iter().map(|slice| slice.len()).sum()));
        }
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pending(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pending(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// The status of an answer that the library made: refused, empty, and without the id every answer of ours has.
fn bare_refusal(answer: &[u8]) -> Option<StatusCode> {
    if answer.len() > 512 || !answer.starts_with(b"HTTP/1.1 4") {
        return None;
    }
    let text = std::str::from_utf8(answer).ok()?;
    let status = text.get(9..12)?.parse().ok().and_then(|code| StatusCode::from_u16(code).ok())?;
    let bare = text.contains("content-length: 0\r\n") && !text.contains("x-request-id");
    let known = matches!(status.as_u16(), 400 | 414 | 431);
    (bare && known).then_some(status)
}

/// A problem document as a whole answer, after which the connection is closed.
fn with_words(status: StatusCode, head: &[u8]) -> Vec<u8> {
    let mut problem = Problem::of_status(status);
    if status == StatusCode::URI_TOO_LONG {
        let line = String::from_utf8_lossy(head);
        let query = line.split_once('?').map_or("", |(_, query)| query);
        // Whatever is too long is not finished within what was remembered.
        let last = query.rsplit('&').next().unwrap_or_default();
        let name: String = last.split('=').next().unwrap_or_default().chars().take(64).collect();
        let detail = "The address is longer than 64 kB; 8 kB of query are read.";
        detail.clone_into(&mut problem.detail);
        if !name.is_empty() {
            problem.errors.push(ProblemError::parameter(name, "too_long", detail));
        }
    }
    let body = problem.to_json(None);
    let mut answer = format!(
        "HTTP/1.1 {} {}\r\ncontent-type: {PROBLEM_JSON}\r\ncontent-length: {}\r\n\
         x-content-type-options: nosniff\r\ncache-control: no-store\r\nconnection: close\r\n\r\n",
        status.as_u16(),
        problem.title(),
        body.len(),
    )
    .into_bytes();
    answer.extend_from_slice(&body);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_refusals_of_the_library_are_replaced() {
        let bare = b"HTTP/1.1 414 URI Too Long\r\nconnection: close\r\ncontent-length: 0\r\ndate: x\r\n\r\n";
        assert_eq!(bare_refusal(bare), Some(StatusCode::URI_TOO_LONG));
        let ours = b"HTTP/1.1 414 URI Too Long\r\nx-request-id: 1\r\ncontent-length: 0\r\n\r\n";
        assert_eq!(bare_refusal(ours), None);
        assert_eq!(bare_refusal(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"), None);
        assert_eq!(bare_refusal(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"), None);
    }

    #[test]
    fn the_parameter_that_is_too_long_is_named() {
        let answer = with_words(StatusCode::URI_TOO_LONG, b"GET /api?limit=3&q=xxxxxxx");
        let text = String::from_utf8(answer).unwrap();
        assert!(text.contains("\"parameter\":\"q\"") && !text.contains("limit"));
    }
}
