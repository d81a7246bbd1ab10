//! The program; everything it does stands in the library.

use std::io::IsTerminal;
use std::process::ExitCode;

use sozialatlas::cli::{Terminal, run};
use sozialatlas::config::{SystemEnv, arguments};

/// Answers are many short-lived buffers of several threads, which is what this allocator is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let is_watched = err.is_terminal();
    let mut terminal = Terminal::new(&mut out, &mut err).with_progress(is_watched);
    run(&SystemEnv, arguments(), &mut terminal).into()
}
