//! Words for what is left of a work once a part of it is done: 完成剩余安装.

use std::sync::LazyLock;

use super::dictionary::List;
use super::wordlist::WordList;

/// Every such word.
pub static REMAINDER: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::Remainder, TABLE));

pub(super) static TABLE: &[(&str, ())] = &[("其余", ()), ("剩余", ()), ("余下", ())];
