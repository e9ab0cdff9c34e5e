//! What the fuzzer begins with is understood: a seed of an older form would leave it nothing to find.

use yinuo_extract::carry::{MARK, unpack};

#[test]
fn answers_of_a_reading_process_are_understood() {
    let seeds: [&[u8]; 2] =
        [include_bytes!("../../../fuzz/seeds/reading/document"), include_bytes!("../../../fuzz/seeds/reading/refusal")];
    for (n, seed) in seeds.into_iter().enumerate() {
        assert!(unpack(&[MARK, seed].concat(), "list.txt", b"").is_ok(), "seed {n}");
    }
}
