//! Looking at every entry of a data folder: the file itself, bytes, hashes, the chain, order, what entries point at, and
//! the documents. Says which entry is damaged; changes nothing.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_ledger::{Body, Entry, EntryId, Kind};

use crate::ledger::LedgerError;
use crate::store::{DATABASE, EntryStore, Head, Kept, SqliteStore, StoreError};

/// Entries read at once; when a batch cannot be read, its entries are tried one by one.
const CHUNK: u64 = 500;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The entry; none when the whole file is meant.
    pub entry: Option<EntryId>,
    /// What is wrong.
    pub said: Diagnostic,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkup {
    /// How many entries there are, readable or not.
    pub entries: u64,
    /// How many of them can be read.
    pub readable: u64,
    /// How many of these have a body.
    pub bodies: u64,
    /// The chain over all envelopes, as computed now.
    pub head: Head,
    /// What is wrong, in order.
    pub troubles: Vec<Trouble>,
}

/// After so many entries in a row that are not there, a ledger whose end cannot be read is taken to end.
const GIVE_UP: u64 = 200;

/// Looks at a data folder.
pub fn doctor(folder: &Path) -> Result<Checkup, LedgerError> {
    let mut checkup = Checkup { entries: 0, readable: 0, bodies: 0, head: Head::START, troubles: vec![] };
    let store = match SqliteStore::open_to_read(folder) {
        Ok(store) => {
            match store.integrity() {
                Ok(lines) => checkup.troubles.extend(lines.into_iter().take(20).map(file_trouble)),
                Err(error) => checkup.troubles.push(file_trouble(error.to_string())),
            }
            store
        }
        Err(error) => {
            let damaged = match &error {
                StoreError::Damaged(why) => Some(file_trouble(why.clone())),
                _ => None,
            };
            checkup.troubles.push(cut_short(&folder.join(DATABASE)).or(damaged).ok_or(error)?);
            let Ok(store) = SqliteStore::open_rest(folder) else { return Ok(checkup) };
            store
        }
    };
    let end = match store.head() {
        Ok(head) => head.next,
        Err(error) => {
            checkup.troubles.push(file_trouble(error.to_string()));
            end_by_trying(&store)
        }
    };
    let mut round = Round { store: &store, checkup, last: None };
    for from in (0..end).step_by(CHUNK as usize) {
        round.chunk(from..end.min(from + CHUNK));
    }
    round.checkup.entries = end;
    Ok(round.checkup)
}

/// The end of a ledger that cannot say where it ends: after the last entry that can be read.
fn end_by_trying(store: &SqliteStore) -> u64 {
    let (mut end, mut seq) = (0, 0);
    while seq < end + GIVE_UP {
        let is_there = store.read(seq..seq + 1).is_ok_and(|kept| !kept.is_empty());
        seq += 1;
        end = if is_there { seq } else { end };
    }
    end
}

/// That a database file is shorter than it says it is.
fn cut_short(path: &Path) -> Option<Trouble> {
    let mut head = [0; 32];
    let mut file = File::open(path).ok()?;
    file.read_exact(&mut head).ok()?;
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let whole = page * u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    let there = file.metadata().ok()?.len();
    let said = || {
        damaged(
            &format!(
                "数据库文件被截断：应有 {whole} 字节，只有 {there} 字节；读得出的记录可用 yinuo log 查看，其余请从备份恢复"
            ),
            &format!(
                "the database file is cut short: {there} of {whole} bytes are there; yinuo log shows the entries that can be read, \
                 restore the others from a backup"
            ),
        )
    };
    (there < whole).then(|| Trouble { entry: None, said: said() })
}

struct Round<'a> {
    store: &'a SqliteStore,
    checkup: Checkup,
    last: Option<yinuo_ledger::Envelope>,
}

impl Round<'_> {
    fn chunk(&mut self, range: std::ops::Range<u64>) {
        let complete = |kept: &Vec<Kept>| kept.len() as u64 == range.end - range.start;
        if let Some(kept) = self.store.read(range.clone()).ok().filter(complete) {
            kept.iter().for_each(|k| self.entry(k));
            return;
        }
        for seq in range {
            match self.store.read(seq..seq + 1) {
                Ok(kept) if kept.is_empty() => self.say(seq, missing()),
                Ok(kept) => kept.iter().for_each(|k| self.entry(k)),
                Err(error) => self.say(seq, self.unreadable(seq, &error)),
            }
        }
    }

    /// What is lost of an entry that cannot be read whole.
    fn unreadable(&self, seq: u64, error: &StoreError) -> Diagnostic {
        let (zh, en) = why(error);
        match self.store.envelope(seq) {
            Ok(Some(_)) => damaged(
                &format!("内容读不出来，时间和种类还在{zh}"),
                &format!("what it said cannot be read; when it was recorded and its kind are there{en}"),
            ),
            _ => damaged(&format!("读不出来{zh}"), &format!("it cannot be read{en}")),
        }
    }

    fn entry(&mut self, kept: &Kept) {
        self.checkup.bodies += u64::from(kept.record.body.is_some());
        let head = Head { next: kept.seq, ..self.checkup.head }.after(&kept.record);
        if kept.record.leaf() != kept.leaf {
            self.say(kept.seq, damaged("信封与登记的哈希不符", "the envelope does not match its recorded hash"));
        } else if head.chain != kept.chain {
            self.say(
                kept.seq,
                inconsistent("链上的哈希与前面的记录不符", "the chain does not follow from the entries before"),
            );
        }
        // Goes on from what was recorded, so that one damaged entry is told once and not for all that follow.
        self.checkup.head = Head { next: head.next, chain: kept.chain };
        match kept.record.open() {
            Ok(entry) => {
                self.checkup.readable += 1;
                self.opened(kept.seq, entry);
            }
            Err(fault) => {
                self.say(kept.seq, *fault);
                self.last = kept.record.envelope().ok();
            }
        }
    }

    fn opened(&mut self, seq: u64, entry: Entry) {
        let envelope = entry.envelope;
        if envelope.id.0 != seq || (seq == 0) != (envelope.kind == Kind::LedgerOpened) {
            self.say(seq, inconsistent("编号与位置不符", "its number is not its place"));
        }
        if let Some(last) = self.last.take() {
            if envelope.recorded_at < last.recorded_at {
                self.say(seq, inconsistent("时间早于前一条", "it was recorded earlier than the one before"));
            }
            if envelope.jurisdiction != last.jurisdiction {
                self.say(seq, inconsistent("属于另一个辖区", "it belongs to another jurisdiction"));
            }
        }
        if let Some(Body::Adopted(body)) = &entry.body {
            self.document(seq, &body.plan.source.sha256);
        }
        self.last = Some(envelope);
    }

    /// The document of an edition is there and has the bytes it had.
    fn document(&mut self, seq: u64, sha256: &str) {
        match self.store.upload(sha256) {
            Ok(Some(upload)) if hex(&upload.bytes) == sha256 => {}
            Ok(Some(_)) => self.say(seq, damaged("原文件的内容已改变", "the document's bytes have changed")),
            Ok(None) => self.say(seq, damaged("没有找到原文件", "the document it was read from is not there")),
            Err(error) => {
                let (zh, en) = why(&error);
                let en = format!("the document it was read from cannot be read{en}");
                self.say(seq, damaged(&format!("原文件读不出来{zh}"), &en));
            }
        }
    }

    fn say(&mut self, seq: u64, said: Diagnostic) {
        self.checkup.troubles.push(Trouble { entry: Some(EntryId(seq)), said });
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Why something could not be read, where it is not the damage that is looked for.
fn why(error: &StoreError) -> (String, String) {
    match error {
        StoreError::Damaged(_) => (String::new(), String::new()),
        other => (format!("（{other}）"), format!(" ({other})")),
    }
}

fn damaged(zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&codes::ENTRY_DAMAGED, Text::new(zh, en))
}

fn inconsistent(zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&codes::LEDGER_INCONSISTENT, Text::new(zh, en))
}

fn missing() -> Diagnostic {
    inconsistent("没有这条记录", "the entry is missing")
}

fn file_trouble(line: String) -> Trouble {
    let said = damaged(&format!("数据库文件：{line}"), &format!("the database file: {line}"));
    Trouble { entry: None, said }
}
