//! One file for each resource: take the request apart, ask the library for one reading, fill a page.

pub(crate) mod assets;
pub(crate) mod codes;
pub(crate) mod commitment;
pub(crate) mod compare;
pub(crate) mod findings;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod plan;
pub(crate) mod source;
