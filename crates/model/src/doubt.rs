//! Readings that were a choice between close alternatives. A doubt is no fault of the document: it says where a person
//! should look before relying on a reading.

use serde::Serialize;
use yinuo_diag::Text;

use crate::{At, Place};

/// A reading that could well have been another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The commitment it is about.
    pub commitment: u32,
    /// The cell it is about.
    pub at: At,
    /// What was in doubt.
    pub about: Reading,
    /// The words.
    pub place: Place,
    /// How they were read.
    pub taken: Text,
    /// How they could have been read.
    pub instead: Text,
    /// 100 is a toss-up, 0 is certain.
    pub closeness: u8,
}

/// What kind of reading was in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Which cell words belong to.
    Cell,
    /// What a number says: about the year, or which number it is at all.
    Mode,
    /// What a target is made of.
    Target,
}
