//! Why bytes are no entry, and how that is told to a person.

use yinuo_diag::{Diagnostic, Text, codes};

use crate::EntryId;

/// What is wrong with bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No JSON of the right shape.
    Unreadable(String),
    /// The right shape, but not the one way of writing it.
    NotCanonical,
    /// A field holds what it cannot hold.
    Wrong(&'static str),
    /// The body is not the one that was hashed.
    BodyHash,
    /// Written by a version that this program does not know.
    UnknownVersion(String),
}

impl Fault {
    /// As a diagnostic about an entry, when the entry's index is known.
    pub(crate) fn diagnostic(&self, entry: Option<EntryId>) -> Diagnostic {
        let (at_zh, at) =
            entry.map_or((String::new(), String::new()), |e| (format!("记录 {e}："), format!("entry {e}: ")));
        if let Fault::UnknownVersion(schema) = self {
            let message =
                Text::new(format!("{at_zh}格式“{schema}”不认识"), format!("{at}the format `{schema}` is not known"));
            return Diagnostic::new(&codes::ENTRY_FORMAT_UNKNOWN, message).help(Text::new(
                "这份台账由更新的版本写成；请用那个版本打开",
                "a newer version wrote this ledger; open it with that version",
            ));
        }
        let (zh, en) = match self {
            Fault::Unreadable(why) => (format!("内容无法读取（{why}）"), format!("the bytes cannot be read ({why})")),
            Fault::NotCanonical => ("写法不是规定的唯一写法".into(), "the bytes are not in canonical form".into()),
            Fault::Wrong(field) => {
                (format!("“{field}”的内容不可能成立"), format!("`{field}` cannot hold what it holds"))
            }
            _ => ("正文与登记的哈希不符".into(), "the body does not match its recorded hash".into()),
        };
        Diagnostic::new(&codes::ENTRY_DAMAGED, Text::new(format!("{at_zh}{zh}"), format!("{at}{en}"))).help(Text::new(
            "其余记录仍可读；请从备份恢复这一条",
            "the other entries can still be read; restore this one from a backup",
        ))
    }
}
