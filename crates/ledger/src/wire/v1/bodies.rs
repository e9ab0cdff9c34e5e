//! Which wire type a body of a kind has in version 1.

use super::{Fault, office, read as canonical, reading, write as bytes};
use crate::wire::snap::Wired;
use crate::{Body, Kind, body};

pub(super) fn write(body: &Body) -> Vec<u8> {
    match body {
        Body::Opened(b) => bytes(&office::Opened::from(b)),
        Body::Adopted(b) => bytes(&reading::Adopted::from(&**b)),
        Body::Mapped(b) => bytes(&reading::Mapped::from(b)),
        Body::Corrected(b) => bytes(&reading::Corrected::from(&**b)),
        Body::Assigned(b) => bytes(&office::Assigned::from(b)),
        Body::UnitCreated(b) => bytes(&office::UnitCreated::from(b)),
        Body::UnitClosed(b) => bytes(&office::UnitClosed::from(b)),
        Body::PostCreated(b) => bytes(&office::PostCreated::from(b)),
        Body::PostClosed(b) => bytes(&office::PostClosed::from(b)),
        Body::Noted(b) => bytes(&office::Noted::from(b)),
        Body::Released(b) => bytes(&office::Released::from(b)),
        Body::Erased(b) => bytes(&office::Erased::from(b)),
    }
}

pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Body, Fault> {
    Ok(match kind {
        Kind::LedgerOpened => Body::Opened(canonical::<office::Opened>(bytes)?.try_into()?),
        Kind::PlanAdopted => Body::Adopted(Box::new(canonical::<reading::Adopted>(bytes)?.try_into()?)),
        Kind::EditionMapped => Body::Mapped(canonical::<reading::Mapped>(bytes)?.try_into()?),
        Kind::ReadingCorrected => Body::Corrected(Box::new(canonical::<reading::Corrected>(bytes)?.try_into()?)),
        Kind::OwnerAssigned => Body::Assigned(canonical::<office::Assigned>(bytes)?.try_into()?),
        Kind::UnitCreated => Body::UnitCreated(canonical::<office::UnitCreated>(bytes)?.try_into()?),
        Kind::UnitClosed => Body::UnitClosed(canonical::<office::UnitClosed>(bytes)?.try_into()?),
        Kind::PostCreated => Body::PostCreated(canonical::<office::PostCreated>(bytes)?.try_into()?),
        Kind::PostClosed => Body::PostClosed(canonical::<office::PostClosed>(bytes)?.try_into()?),
        Kind::NoteAdded => Body::Noted(canonical::<office::Noted>(bytes)?.try_into()?),
        Kind::EntriesReleased => Body::Released(canonical::<office::Released>(bytes)?.try_into()?),
        Kind::BodyErased => Body::Erased(canonical::<office::Erased>(bytes)?.try_into()?),
    })
}

impl Wired for body::Opened {
    type Wire = office::Opened;
}

impl Wired for body::Adopted {
    type Wire = reading::Adopted;
}

impl Wired for body::Corrected {
    type Wire = reading::Corrected;
}

impl Wired for body::Assigned {
    type Wire = office::Assigned;
}
