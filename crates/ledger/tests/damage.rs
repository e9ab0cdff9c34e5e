//! Bytes that are not what was written are found and named: any flipped bit, other spellings, unknown versions, entries that
//! do not follow each other.

mod support;

use support::history::{History, opening};
use support::{adoption, plan};
use yinuo_ledger::*;

fn history() -> History {
    let mut history = History::empty();
    history.ask(opening()).unwrap();
    history.ask(Command::Adopt(Box::new(adoption(plan(&[("东街".into(), 6)]))))).unwrap();
    history
}

#[test]
fn a_flipped_bit_anywhere_in_a_body_or_salt_is_found() {
    for record in &history().records {
        let (salt, bytes) = record.body.clone().unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            let record = Record { envelope: record.envelope.clone(), body: Some((salt, damaged)) };
            assert_eq!(record.open().unwrap_err().code.id, "J017");
        }
        for bit in 0..256 {
            let mut salt = salt;
            salt.0[bit / 8] ^= 1 << (bit % 8);
            let record = Record { envelope: record.envelope.clone(), body: Some((salt, bytes.clone())) };
            assert!(record.open().is_err());
        }
    }
}

#[test]
fn a_flipped_bit_anywhere_in_an_envelope_changes_its_leaf() {
    for record in &history().records {
        for bit in 0..record.envelope.len() * 8 {
            let mut damaged = record.clone();
            damaged.envelope[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(damaged.leaf(), record.leaf());
        }
    }
}

#[test]
fn only_one_way_of_writing_is_read() {
    let record = history().records.remove(0);
    let text = String::from_utf8(record.envelope.clone()).unwrap();
    let spaced = text.replacen(':', ": ", 1);
    let turned = text.replacen("\"seq\":0,\"id\":\"e0\"", "\"id\":\"e0\",\"seq\":0", 1);
    let extended = text.replacen('{', "{\"more\":1,", 1);
    let escaped = text.replacen('临', "\\u4e34", 1);
    for (other, code) in [(spaced, "J017"), (turned, "J017"), (extended, "J017"), (escaped, "J017")] {
        assert_ne!(other, text);
        let other = Record { envelope: other.into_bytes(), body: None };
        assert_eq!(other.open().unwrap_err().code.id, code);
    }
}

#[test]
fn a_newer_version_is_named() {
    let record = history().records.remove(0);
    let text = String::from_utf8(record.envelope).unwrap().replacen("yinuo.entry/1", "yinuo.entry/7", 1);
    let said = Record { envelope: text.into_bytes(), body: None }.open().unwrap_err();
    assert_eq!(said.code.id, "J018");
    assert!(said.message.en.contains("yinuo.entry/7"));
}

#[test]
fn entries_that_do_not_follow_each_other_are_not_folded() {
    let entries = history().kept;
    let gap = [entries[0].clone(), Entry { ..entries[1].clone() }];
    assert!(fold(Side::Office, &gap).is_ok());
    let twice = [entries[0].clone(), entries[0].clone()];
    assert_eq!(fold(Side::Office, &twice).unwrap_err().code.id, "J019");
    let mut earlier = entries;
    earlier[1].envelope.recorded_at = "2025-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(fold(Side::Office, &earlier).unwrap_err().code.id, "J019");
}
