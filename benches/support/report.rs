//! The figures as a page, with the machine they were measured on.

use std::fmt::Write as _;
use std::path::Path;

/// A line of the table.
pub struct Line {
    /// What was measured.
    pub what: String,
    /// What came out.
    pub reached: String,
    /// What must come out; empty where nothing is demanded.
    pub wanted: &'static str,
    /// Whether it is so.
    pub is_met: bool,
}

/// Collects lines and prints each as it comes.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Adds a measurement that something is demanded of.
    pub fn demand(&mut self, what: &str, reached: String, wanted: &'static str, is_met: bool) {
        println!("{} {what}: {reached} (wanted: {wanted})", if is_met { "ok  " } else { "MISS" });
        self.lines.push(Line { what: what.to_owned(), reached, wanted, is_met });
    }

    /// Adds a measurement that is only told.
    pub fn tell(&mut self, what: &str, reached: String) {
        println!("     {what}: {reached}");
        self.lines.push(Line { what: what.to_owned(), reached, wanted: "", is_met: true });
    }

    /// Whether everything demanded was reached.
    pub fn is_met(&self) -> bool {
        self.lines.iter().all(|line| line.is_met)
    }

    /// The page.
    pub fn page(&self, offers: usize, day: &str) -> String {
        let mut page = String::from("# Performance\n\n");
        let _ = writeln!(
            page,
            "Measured by `make bench` on {day}: {}. Clients, server and database share the machine; ratios are \
             within one run. {offers} invented offers over Germany, always the same (seeded), in a SQLite file that is \
             thrown away; the county's own data where it says so. What is measured how stands in `benches/server.rs`; \
             `benches/spatial.rs` measures the geometry by itself.\n",
            machine()
        );
        page.push_str(&self.table());
        page
    }

    /// The lines as a table.
    fn table(&self) -> String {
        let mut table = String::from("| measured | reached | wanted | |\n|---|---|---|---|\n");
        for line in &self.lines {
            let sign = match (line.wanted, line.is_met) {
                ("", _) => "",
                (_, true) => "met",
                (_, false) => "**missed**",
            };
            let _ =
                writeln!(table, "| {} | {} | {} | {sign} |", line.what, line.reached, line.wanted);
        }
        table
    }

    /// Writes the page to a file; sections that stand in it stay.
    pub fn record(&self, file: &Path, offers: usize, day: &str) {
        let old = std::fs::read_to_string(file).unwrap_or_default();
        let sections = old.find("\n## ").and_then(|at| old.get(at..)).unwrap_or_default();
        let page = self.page(offers, day);
        std::fs::write(file, page + sections).expect("the record can be written");
        println!("recorded in {}", file.display());
    }

    /// Writes the lines as a section of a file, in place of the one with this title or at the end.
    pub fn record_section(&self, file: &Path, title: &str, about: &str) {
        let old = std::fs::read_to_string(file).unwrap_or_default();
        let heading = format!("\n## {title}\n");
        let (before, rest) = old.split_once(&heading).unwrap_or((&old, ""));
        let after = rest.find("\n## ").and_then(|at| rest.get(at..)).unwrap_or_default();
        let page = format!("{before}{heading}\n{about}\n\n{}{after}", self.table());
        std::fs::write(file, page).expect("the record can be written");
        println!("recorded in {}", file.display());
    }
}

/// Processor, threads and memory of this machine.
pub fn machine() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned())
    };
    let processor = field(&read("/proc/cpuinfo"), "model name")
        .unwrap_or_else(|| "unknown processor".to_owned());
    let memory = field(&read("/proc/meminfo"), "MemTotal").unwrap_or_default();
    let memory: f64 = memory.trim_end_matches(" kB").parse().unwrap_or_default();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("{processor}, {threads} threads, {:.0} GiB", memory / 1024.0 / 1024.0)
}

/// Resident memory of a process in MiB: now, and the most it ever was.
pub fn resident_mib(pid: u32) -> (f64, f64) {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        let kib: f64 = line.trim().trim_end_matches(" kB").parse().unwrap_or(f64::NAN);
        kib / 1024.0
    };
    (field("VmRSS:"), field("VmHWM:"))
}

/// Processor time that a process has taken so far, in seconds, all threads.
pub fn processor_seconds(pid: u32) -> f64 {
    /// Ticks of a second in `/proc` (`USER_HZ`, always 100 on Linux's common platforms).
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name in parentheses may hold blanks: count behind it. utime and stime are fields 14 and 15 (proc(5)).
    let behind = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    let ticks =
        |n: usize| behind.split_whitespace().nth(n).and_then(|text| text.parse::<f64>().ok());
    (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / TICKS
}
