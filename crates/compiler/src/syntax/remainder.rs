//! Words for what is left of a work once a part of it is done (完成剩余安装), and for a part of what was counted (其中).

use std::sync::LazyLock;

use super::dictionary::List;
use super::wordlist::WordList;

/// Every word for what is left.
pub static REMAINDER: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::Remainder, TABLE));

pub(super) static TABLE: &[(&str, ())] = &[("其余", ()), ("剩余", ()), ("余下", ())];

/// The word for a part.
pub static AMONG: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::Among, PARTS));

pub(super) static PARTS: &[(&str, ())] = &[("其中", ())];
