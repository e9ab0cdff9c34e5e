//! The answer of a reading process, which hostile bytes may have taken over: any bytes are understood or refused, and what
//! is understood says the same when it is packed again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_extract::carry::{MARK, pack, unpack};

fuzz_target!(|bytes: &[u8]| {
    let answer = [MARK, bytes].concat();
    let Ok(outcome) = unpack(&answer, "list.txt", b"") else { return };
    if let Ok(document) = &outcome {
        yinuo_fuzz::blocks(document);
    }
    let packed = |outcome| {
        let mut packed = vec![];
        pack(outcome, &mut packed).expect("memory takes everything");
        packed
    };
    let once = packed(&outcome);
    let again = unpack(&once, "list.txt", b"").expect("what was packed is understood");
    assert_eq!(once, packed(&again));
});
