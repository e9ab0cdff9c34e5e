//! Source positions and diagnostics: what was said about a document, where, and how to repair it.
//! Knows nothing of plans, files or clocks. Start with [`Diagnostic`]; the codes are in [`codes`].

pub mod codes;
mod concern;
mod diagnostic;
mod lang;
mod lines;
mod locator;
pub mod render;
mod span;

pub use codes::Code;
pub use concern::Concern;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use lang::{Lang, Text};
pub use lines::{LineIndex, Position};
pub use locator::{Locator, column_name};
pub use span::Span;
