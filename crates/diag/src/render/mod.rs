//! Renderers of diagnostics, one file per format. They read diagnostics and never change them.

pub mod json;
