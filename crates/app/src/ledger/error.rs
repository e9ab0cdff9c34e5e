//! Why something could not be recorded or shown.

use thiserror::Error;
use yinuo_diag::{Diagnostic, Text};

use crate::OpenError;
use crate::store::StoreError;

/// Why a use case of the ledger did nothing.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// The request was turned down: every reason.
    #[error("{}", .0.iter().map(|d| format!("{}: {}", d.code.id, d.message.en)).collect::<Vec<_>>().join("; "))]
    Rejected(Vec<Diagnostic>),
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Entries are damaged; nothing is recorded until they are restored.
    #[error("nothing is recorded while entries are damaged: {}", .0.message.en)]
    Damaged(Box<Diagnostic>),
    /// Another request was recorded under the same mark.
    #[error("another request was recorded under the mark {0}")]
    KeyUsed(String),
    /// The document cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(String),
    /// A folder or file is not as it has to be.
    #[error("{}", .0.en)]
    Folder(Text),
}

impl LedgerError {
    /// One sentence in both languages; of several reasons each one.
    pub fn text(&self) -> Text {
        match self {
            LedgerError::Rejected(reasons) => {
                let join = |pick: fn(&Text) -> &String| {
                    reasons.iter().map(|d| format!("{}（{}）", pick(&d.message), d.code.id)).collect::<Vec<_>>()
                };
                Text::new(join(|t| &t.zh).join("；"), self.to_string())
            }
            LedgerError::Store(error) => error.text(),
            LedgerError::Damaged(d) => {
                Text::new(format!("有记录已损坏，恢复之前不再记录：{}", d.message.zh), self.to_string())
            }
            LedgerError::KeyUsed(key) => {
                Text::new(format!("标记 {key} 已用于另一个请求，请换一个标记"), format!("{self}; use another mark"))
            }
            LedgerError::Open(error) => error.text(),
            LedgerError::Random(why) => Text::new(format!("系统没有提供随机数：{why}"), self.to_string()),
            LedgerError::Folder(text) => text.clone(),
        }
    }
}
