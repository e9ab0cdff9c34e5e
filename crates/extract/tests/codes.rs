//! Each fixture of a source code (`S…`) triggers its code. S003 has none, since it would be larger than the limit.
#![allow(clippy::disallowed_methods, reason = "reads the fixtures")]

use std::fs;

use yinuo_extract::{MAX_BYTES, read};

#[test]
fn each_fixture_triggers_its_code() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/codes");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the fixtures are there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.starts_with('S') {
            continue;
        }
        let said = match read(&name, &fs::read(&path).expect("a file")) {
            Ok(document) => document.findings,
            Err(error) => vec![*error],
        };
        assert_eq!(said.iter().map(|d| d.code.id).collect::<Vec<_>>(), [&name[..4]], "{name}");
        seen += 1;
    }
    assert_eq!(seen, 3);
    assert_eq!(read("a.txt", &vec![b'\n'; MAX_BYTES + 1]).expect_err("too large").code.id, "S003");
}
