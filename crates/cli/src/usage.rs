//! What a person reads when the arguments are wrong: what is wrong, what was perhaps meant, how the command is used.
//! It words what the parser found, in the chosen language; it does not parse, and help and version are not its matter.

use std::error::Error as _;
use std::fmt::Write as _;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};
use yinuo_diag::{Lang, Text};

use crate::error;

/// Whether the parser stopped because help or the version was asked for.
pub(crate) fn is_answer(error: &Error) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    matches!(error.kind(), DisplayHelp | DisplayVersion | DisplayHelpOnMissingArgumentOrSubcommand)
}

/// Says on standard error what is wrong with the arguments.
pub(crate) fn report(error: &Error) {
    error::report(&Text::new(told(error, Lang::Zh), told(error, Lang::En)));
}

fn told(error: &Error, lang: Lang) -> String {
    let mut told = fault(error, lang);
    if let Some(meant) = meant(error) {
        let _ = match lang {
            Lang::Zh => write!(told, "。是不是 {meant}？"),
            Lang::En => write!(told, "; did you mean {meant}?"),
        };
    }
    if let Some(usage) = context(error, ContextKind::Usage) {
        let usage = usage.trim_start_matches("Usage:").trim();
        let _ = write!(told, "\n\n{}{usage}", lang.pick("用法：", "Usage: "));
    }
    told + lang.pick("\n\n加上 --help 可看全部用法", "\n\nAdd --help to see all of it")
}

/// What is wrong, in one sentence without its full stop.
fn fault(error: &Error, lang: Lang) -> String {
    let said = |kind| context(error, kind).unwrap_or_default();
    let (arg, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let (zh, en) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = said(ContextKind::InvalidSubcommand);
            (format!("没有名为“{name}”的命令"), format!("there is no command `{name}`"))
        }
        ErrorKind::MissingSubcommand => ("还缺一个命令".into(), "a command is missing".into()),
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            (format!("没有“{arg}”这个选项"), format!("there is no option `{arg}`"))
        }
        ErrorKind::UnknownArgument => (format!("多出“{arg}”"), format!("`{arg}` is one argument too many")),
        ErrorKind::MissingRequiredArgument => (format!("还缺 {arg}"), format!("missing: {arg}")),
        ErrorKind::InvalidValue if value.is_empty() => (format!("{arg} 还缺一个值"), format!("{arg} lacks its value")),
        ErrorKind::InvalidValue => {
            let all = said(ContextKind::ValidValue);
            (format!("{arg} 不能是“{value}”，可以是 {all}"), format!("`{value}` is no value of {arg}, which are {all}"))
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            (format!("{arg} 不能是“{value}”：{why}"), format!("{arg} cannot be `{value}`: {why}"))
        }
        ErrorKind::ArgumentConflict => {
            let other = said(ContextKind::PriorArg);
            if arg == other {
                (format!("{arg} 只能写一次"), format!("{arg} can be given only once"))
            } else {
                (format!("{arg} 不能与 {other} 同用"), format!("{arg} cannot be used with {other}"))
            }
        }
        ErrorKind::InvalidUtf8 => ("参数里有不是 UTF-8 的字节".into(), "an argument is not UTF-8".into()),
        _ => {
            let own = error.to_string();
            let own = own.lines().next().unwrap_or_default().trim_start_matches("error: ").to_string();
            (own.clone(), own)
        }
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What the parser thinks was meant.
fn meant(error: &Error) -> Option<String> {
    use ContextKind::{SuggestedArg, SuggestedSubcommand, SuggestedValue};
    [SuggestedSubcommand, SuggestedArg, SuggestedValue].into_iter().find_map(|kind| context(error, kind))
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty())
}
