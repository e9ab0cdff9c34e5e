//! Owners as written in titles and bodies.

use yinuo_model::{At, Owner};

use crate::cell::Cell;

/// Reads the owners named in a commitment's title and body.
pub fn read(_cells: &[(At, &Cell)]) -> Vec<Owner> {
    vec![]
}
