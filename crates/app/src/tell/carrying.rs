//! Why something of an edition stays behind when a new one comes, and what becomes of assignments, in words.

use yinuo_diag::Lang;

use super::period;
use crate::usecases::{Assignment, Why};

impl Why {
    /// One clause.
    pub fn text(self, lang: Lang) -> String {
        match self {
            Why::Dropped => lang.pick("新版没有这一项", "the new list has no such promise").into(),
            Why::Reworded(cell) => {
                let cell = period::cell(cell, lang);
                lang.pick(format!("“{cell}”的文字变了"), format!("the words of {cell} are others now"))
            }
            Why::AlreadySo => lang.pick("新版本来就这样读", "the new list is read so without it").into(),
            Why::ReadOtherwise => lang
                .pick("新版的读法与更正前不同", "the new list is read otherwise than the correction found it")
                .into(),
            Why::NotFound => lang.pick("新版没有对应的数量、分界或提示", "the new list has nothing of the kind").into(),
        }
    }
}

impl Assignment {
    /// One clause.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Assignment::GoesOn => lang.pick("随事项延续", "goes on with the promise"),
            Assignment::OthersNamed => lang.pick(
                "延续，但新版写的责任单位变了，请核对",
                "goes on, but the new list names other owners; please check",
            ),
            Assignment::Dropped => {
                lang.pick("新版没有这一项，留在旧版", "stays behind; the new list has no such promise")
            }
        }
    }
}
