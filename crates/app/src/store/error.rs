//! What can go wrong with a store, in words for people.

use thiserror::Error;
use yinuo_diag::Text;

use super::DATABASE;

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// Somebody else appended in the meantime.
    #[error("the ledger has moved on")]
    Moved,
    /// Another process has the data folder open for writing.
    #[error("the data folder is in use by process {}", pid.map_or("?".into(), |p| p.to_string()))]
    InUse {
        /// That process, when it said so.
        pid: Option<u32>,
    },
    /// A newer version wrote the data folder.
    #[error("the data folder has layout {found}, this version knows up to {known}")]
    Newer {
        /// Its layout.
        found: u32,
        /// The newest layout known here.
        known: u32,
    },
    /// The database is not one of ours.
    #[error("{0} is not a ledger")]
    NotOurs(String),
    /// The file is no database at all: its beginning is damaged, or something else was written over it.
    #[error("the file {DATABASE} is no database: its beginning is damaged, or it was written over")]
    NoDatabase,
    /// The database holds nothing.
    #[error("{0} holds nothing: it was cut short, or the file ending in -wal beside it is gone")]
    Hollow(String),
    /// There is no ledger in the folder.
    #[error("there is no ledger in {0}")]
    Missing(String),
    /// The database is damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// There is no room left.
    #[error("the disk is full")]
    Full,
    /// The folder can only be read.
    #[error("the data folder cannot be written")]
    ReadOnly,
    /// A write could not be made safe; nothing more is written until the program is started again.
    #[error("writing has stopped after a failed write")]
    Stopped,
    /// The file system or the database says something else.
    #[error("{0}")]
    Io(String),
}

impl StoreError {
    /// Whether the database is there and damaged, so that something of it may still be readable.
    pub fn is_damage(&self) -> bool {
        matches!(self, StoreError::Damaged(_) | StoreError::NoDatabase | StoreError::Hollow(_))
    }

    /// One or two sentences in both languages: what, and what to do.
    pub fn text(&self) -> Text {
        let en = self.to_string();
        let (zh, en) = match self {
            StoreError::Moved => ("台账刚有新的记录，请重试".into(), format!("{en}; try again")),
            StoreError::InUse { pid } => {
                let by = pid.map_or(String::new(), |p| format!("（进程 {p}）"));
                (
                    format!("数据目录正被另一个程序使用{by}。请先停止它，或在那个程序里操作"),
                    format!("{en}; stop it first, or work through it"),
                )
            }
            StoreError::Newer { found, known } => (
                format!("数据目录由更新的版本写成（格式 {found}，本版本认识到 {known}）。请升级后再打开，数据没有改动"),
                format!("{en}; upgrade and open it again, nothing was changed"),
            ),
            StoreError::NotOurs(what) => {
                (format!("{what} 不是台账数据库"), format!("{en}; choose another data folder"))
            }
            StoreError::NoDatabase => (
                format!("{DATABASE} 不是数据库文件：开头已损坏，或被别的内容覆盖。请从备份恢复"),
                format!("{en}; restore a backup"),
            ),
            StoreError::Hollow(path) => (
                format!("{path} 里什么也没有：文件被截断，或旁边以 -wal 结尾的文件丢了。请从备份恢复"),
                format!("{en}; restore a backup"),
            ),
            StoreError::Missing(folder) => {
                (format!("{folder} 中没有台账"), format!("{en}; adopt a plan first, or name the right folder"))
            }
            StoreError::Damaged(why) => (
                format!("数据库已损坏（{why}）。请运行 yinuo doctor 查看，再从备份恢复"),
                format!("{en}; run yinuo doctor, then restore from a backup"),
            ),
            StoreError::Full => (
                "磁盘已满，没有记录任何内容。腾出空间后重试".into(),
                format!("{en}; nothing was recorded, make room and try again"),
            ),
            StoreError::ReadOnly => (
                "数据目录不能写入，没有记录任何内容。请检查权限".into(),
                format!("{en}; nothing was recorded, check its permissions"),
            ),
            StoreError::Stopped => (
                "一次写入没有成功，为防丢失已停止写入；仍可查看。请检查磁盘后重新启动".into(),
                format!("{en}; what is there can be read, check the disk and start again"),
            ),
            StoreError::Io(why) => (
                format!(
                    "读写数据目录时出错（{why}），磁盘可能有故障、已满或已变为只读。请检查磁盘并重新启动；如果正在记录，先看历史中有没有这一条，再决定是否重做"
                ),
                format!(
                    "the data folder cannot be used ({why}); check whether the disk fails, is full or has become read-only, and start \
                     again; if something was being recorded, look in the history whether it is there before repeating it"
                ),
            ),
        };
        Text::new(zh, en)
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreError::Full,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => StoreError::Io(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
        use rusqlite::ErrorCode::*;
        match error.sqlite_error_code() {
            // The tables are strict, so only damage puts another kind of value into them.
            None if matches!(
                error,
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..)
            ) =>
            {
                StoreError::Damaged(error.to_string())
            }
            Some(DiskFull) => StoreError::Full,
            Some(ReadOnly | PermissionDenied) => StoreError::ReadOnly,
            Some(DatabaseCorrupt) => StoreError::Damaged(error.to_string()),
            // The page that is cut through: the disk works, the bytes are not there.
            _ if error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHORT_READ) => {
                StoreError::Damaged("the file ends before this page".into())
            }
            Some(NotADatabase) => StoreError::NoDatabase,
            Some(DatabaseBusy | DatabaseLocked) => StoreError::InUse { pid: None },
            _ => StoreError::Io(error.to_string()),
        }
    }
}
