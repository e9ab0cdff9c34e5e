//! Why a command could not run. All failures of the crates below are folded in here and reported in one way.

use std::io;

use yinuo_app::store::StoreError;
use yinuo_app::{LedgerError, OpenError};
use yinuo_diag::Text;
use yinuo_diag::render::{Source, pretty};

use crate::{lang, output};

/// Why a command could not run.
#[derive(Debug)]
pub(crate) enum CliError {
    /// Documents that cannot be opened; those of one call together.
    Open(Vec<OpenError>),
    /// Standard input cannot be read.
    Input(io::Error),
    /// Standard output cannot be written.
    Output(io::Error),
    /// The server cannot listen, or it stopped.
    Serve { address: String, cause: io::Error },
    /// The ledger says why not.
    Ledger(LedgerError),
    /// Something a person has to do first.
    Told(Text),
    /// The folders that were given hold no documents.
    NoDocuments,
    /// The workbook cannot be written.
    Workbook(yinuo_publish::Unwritten),
    /// Bytes that are no text would go to a terminal.
    NotForTerminal,
    /// No code is called this.
    NoSuchCode(String),
    /// No command is called this.
    NoSuchCommand(String),
}

impl From<LedgerError> for CliError {
    fn from(error: LedgerError) -> Self {
        CliError::Ledger(error)
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        CliError::Ledger(error.into())
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        CliError::Open(vec![error])
    }
}

impl CliError {
    /// Tells a person what is missing.
    pub(crate) fn told(zh: impl Into<String>, en: impl Into<String>) -> Self {
        CliError::Told(Text::new(zh, en))
    }

    /// Says on standard error what is wrong and what to do about it.
    pub(crate) fn report(&self) {
        let CliError::Open(errors) = self else { return report(&self.text()) };
        for error in errors {
            match error {
                OpenError::Io { .. } | OpenError::Settings(_) => report(&error.text()),
                OpenError::Document { name, cause } => {
                    output::talk(&pretty::finding(cause, &Source::new(name, ""), &output::talk_style()));
                }
            }
        }
    }

    fn text(&self) -> Text {
        match self {
            CliError::Open(errors) => errors.first().map_or(Text::new("", ""), OpenError::text),
            CliError::Ledger(error) => error.text(),
            CliError::Told(text) => text.clone(),
            CliError::Input(cause) => {
                Text::new(format!("读不到标准输入：{cause}"), format!("cannot read standard input: {cause}"))
            }
            CliError::Output(cause) => {
                Text::new(format!("无法输出结果：{cause}"), format!("cannot write the result: {cause}"))
            }
            CliError::Serve { address, cause } => Text::new(
                format!("无法在 {address} 提供网页：{cause}。可以用 --listen 换一个端口，如 --listen 127.0.0.1:0"),
                format!(
                    "cannot serve pages at {address}: {cause}. Another port can be given, as in --listen 127.0.0.1:0"
                ),
            ),
            CliError::NoDocuments => Text::new(
                "文件夹里没有清单文件（.txt、.md、.csv、.html、.docx、.xlsx）",
                "there are no documents (.txt, .md, .csv, .html, .docx, .xlsx) in the folder",
            ),
            CliError::Workbook(cause) => {
                Text::new(format!("无法写出工作簿：{cause}"), format!("cannot write the workbook: {cause}"))
            }
            CliError::NotForTerminal => Text::new(
                "工作簿不能显示在终端里。请写入文件：yinuo compile 清单 --format xlsx > 台账.xlsx",
                "a workbook cannot be shown in a terminal. Write it to a file: yinuo compile LIST --format xlsx > ledger.xlsx",
            ),
            CliError::NoSuchCode(code) => Text::new(
                format!("没有代码或名称为“{code}”的问题。运行 `yinuo explain` 可列出全部"),
                format!("no finding has the code or name `{code}`. `yinuo explain` lists them all"),
            ),
            CliError::NoSuchCommand(name) => Text::new(
                format!("没有名为“{name}”的命令。运行 `yinuo --help` 可列出全部"),
                format!("there is no command `{name}`. `yinuo --help` lists them all"),
            ),
        }
    }
}

/// One sentence on standard error.
pub(crate) fn report(text: &Text) {
    output::talk(&format!("{}: {}", lang::say("错误", "error"), text.get(lang::chosen())));
}
