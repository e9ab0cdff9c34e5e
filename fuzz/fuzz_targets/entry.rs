//! A record of the ledger: its envelope, a zero byte, its body. The hash of the body is put right, so that the readers of
//! bodies are reached.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_ledger::{Domain, Hash, Record, Salt};

const HASH: &str = "\"body_hash\":\"";

fuzz_target!(|bytes: &[u8]| {
    let (envelope, body) = match bytes.iter().position(|b| *b == 0) {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, &b""[..]),
    };
    let mut envelope = envelope.to_vec();
    let salt: Salt = Hash([0; 32]);
    if let Some(at) = envelope.windows(HASH.len()).position(|w| w == HASH.as_bytes()) {
        let hash = Hash::of(Domain::Body, &[&salt.0, body]).to_string();
        if let Some(place) = envelope.get_mut(at + HASH.len()..at + HASH.len() + hash.len()) {
            place.copy_from_slice(hash.as_bytes());
        }
    }
    let record = Record { envelope, body: Some((salt, body.to_vec())) };
    let _ = record.envelope();
    let _ = record.open();
    let _ = record.erased().open();
});
