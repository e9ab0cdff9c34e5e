//! Bodies inside a snapshot of a view: written as in the newest wire format. A snapshot is no record: it may be thrown
//! away at any time and made again from the entries, so it has no reader for older versions.

use std::sync::Arc;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Fault;

/// A body that has a wire type.
pub(crate) trait Wired: Sized {
    /// Its wire type.
    type Wire: for<'a> From<&'a Self> + TryInto<Self, Error = Fault> + Serialize + DeserializeOwned;
}

pub(crate) fn serialize<T: Wired, S: Serializer>(body: &Arc<T>, s: S) -> Result<S::Ok, S::Error> {
    T::Wire::from(&**body).serialize(s)
}

pub(crate) fn deserialize<'de, T: Wired, D: Deserializer<'de>>(d: D) -> Result<Arc<T>, D::Error> {
    let wire = T::Wire::deserialize(d)?;
    wire.try_into().map(Arc::new).map_err(|fault| D::Error::custom(format!("{fault:?}")))
}
