//! Reading a document may take seconds. The thread that does it leaves answering others to the rest of the runtime.

use std::sync::Arc;

use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::block_in_place;
use yinuo_app::reader::Reader;
use yinuo_diag::Diagnostic;
use yinuo_extract::Document;

/// A reader that may be used in a handler.
#[derive(Debug)]
pub struct Aside(pub Arc<dyn Reader>);

impl Reader for Aside {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
        match Handle::try_current() {
            Ok(handle) if handle.runtime_flavor() == RuntimeFlavor::MultiThread => {
                block_in_place(|| self.0.read(name, bytes))
            }
            _ => self.0.read(name, bytes),
        }
    }
}
