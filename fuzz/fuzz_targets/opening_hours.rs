//! What the ordinary test `tests/fuzz` does with its corpus, with input that the fuzzer finds.
#![no_main]

#[path = "../../tests/fuzz/targets.rs"]
#[allow(dead_code, reason = "each target uses its own part")]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::opening_hours(data));
