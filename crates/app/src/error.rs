//! Why a document cannot be read, in words for people. Says nothing about what stands in a document: those are findings.

use std::io;

use jiff::Timestamp;
use thiserror::Error;
use yinuo_diag::{Diagnostic, Text};

use crate::settings::SettingsError;

/// Why a document cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The file system refuses.
    #[error("cannot read {name}: {cause}")]
    Io {
        /// The file as the caller named it.
        name: String,
        /// What the file system said.
        cause: io::Error,
    },
    /// The bytes are no document.
    #[error("{}[{}]: {name}: {}", .cause.severity.name(), .cause.code.id, .cause.message.en)]
    Document {
        /// The file as the caller named it.
        name: String,
        /// What reading them said.
        cause: Box<Diagnostic>,
    },
    /// The settings beside the document cannot be used.
    #[error("{}: {}", .0.path.display(), .0.text.en)]
    Settings(SettingsError),
}

impl OpenError {
    /// One sentence in both languages.
    pub fn text(&self) -> Text {
        match self {
            OpenError::Io { name, cause } => {
                let zh = match cause.kind() {
                    io::ErrorKind::NotFound => "文件不存在".to_string(),
                    io::ErrorKind::PermissionDenied => "没有读取权限".to_string(),
                    io::ErrorKind::IsADirectory => "这是文件夹，不是文件".to_string(),
                    _ => cause.to_string(),
                };
                Text::new(format!("读不到“{name}”：{zh}"), format!("cannot read {name}: {cause}"))
            }
            OpenError::Settings(e) => {
                let path = e.path.display();
                Text::new(format!("{path} {}", e.text.zh), format!("{path} {}", e.text.en))
            }
            OpenError::Document { name, cause } => Text::new(
                format!("“{name}”无法读取（{}）：{}", cause.code.id, cause.message.zh),
                format!("{name} cannot be read ({}): {}", cause.code.id, cause.message.en),
            ),
        }
    }
}

/// A document that was read before and cannot be read now; the last good reading is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Since when.
    pub since: Timestamp,
    /// What happened.
    pub text: Text,
}
