//! A client that does little else than count: HTTP/1.1 over kept-alive loopback connections.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// One kept-alive connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, its body borrowed from the connection.
pub struct Answer<'a> {
    /// Status code.
    pub status: u16,
    /// Time from the request to the first byte of the answer.
    pub first_byte: Duration,
    /// Body.
    pub body: &'a [u8],
}

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("loopback");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("loopback");
        Self { stream, buffer: vec![0; 1 << 20] }
    }

    /// Asks and reads the whole answer.
    pub fn get(&mut self, path: &str) -> Answer<'_> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let asked = Instant::now();
        self.stream.write_all(request.as_bytes()).expect("the server reads");
        let mut filled = 0;
        let mut first_byte = None;
        let (status, begin, length) = loop {
            filled += self.read_more(filled);
            first_byte.get_or_insert_with(|| asked.elapsed());
            if let Some(end) = memchr::memmem::find(&self.buffer[..filled], b"\r\n\r\n") {
                let (status, length) = head(&self.buffer[..end]);
                break (status, end + 4, length);
            }
        };
        if self.buffer.len() < begin + length {
            self.buffer.resize(begin + length, 0);
        }
        while filled < begin + length {
            filled += self.read_more(filled);
        }
        let body = &self.buffer[begin..begin + length];
        Answer { status, first_byte: first_byte.unwrap_or_default(), body }
    }

    fn read_more(&mut self, filled: usize) -> usize {
        let read =
            self.stream.read(&mut self.buffer[filled..]).expect("the server answers in time");
        assert!(read > 0, "the server closed the connection");
        read
    }
}

/// Status and length of the body.
fn head(head: &[u8]) -> (u16, usize) {
    let head = std::str::from_utf8(head).expect("headers are text");
    let status = head.get(9..12).and_then(|code| code.parse().ok()).expect("a status line");
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok());
    (status, length.expect("answers tell their length"))
}

/// What a run reached.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// Answers per second.
    pub per_second: f64,
    /// Bytes of a body, on average.
    pub mean_body: f64,
}

/// So many clients ask for the paths in turn, each as fast as it gets answers.
pub fn rate(address: SocketAddr, paths: &[String], clients: usize, time: Duration) -> Rate {
    let (answers, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
    let is_over = AtomicBool::new(false);
    let mut took = Duration::ZERO;
    std::thread::scope(|scope| {
        for client in 0..clients {
            let (answers, bytes, is_over) = (&answers, &bytes, &is_over);
            scope.spawn(move || {
                let mut connection = Connection::open(address);
                // Each begins elsewhere, so that they do not ask for the same at the same time.
                for path in paths.iter().cycle().skip(client * paths.len() / clients) {
                    let answer = connection.get(path);
                    assert_eq!(answer.status, 200, "{path}");
                    if is_over.load(Ordering::Relaxed) {
                        break;
                    }
                    answers.fetch_add(1, Ordering::Relaxed);
                    bytes.fetch_add(answer.body.len() as u64, Ordering::Relaxed);
                }
            });
        }
        let began = Instant::now();
        std::thread::sleep(time);
        is_over.store(true, Ordering::Relaxed);
        took = began.elapsed();
    });
    let answers = answers.into_inner() as f64;
    Rate {
        per_second: answers / took.as_secs_f64(),
        mean_body: bytes.into_inner() as f64 / answers.max(1.0),
    }
}
