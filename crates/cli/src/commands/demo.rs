//! `yinuo demo`: the example list as pages. The list is part of the binary, so that this needs no file.

use yinuo_app::{Edition, Library};
use yinuo_compiler::Options;

use crate::Outcome;
use crate::args::Listen;
use crate::error::CliError;

const NAME: &str = "guangming-2016.txt";
const LIST: &str = include_str!("../../../../examples/guangming-2016.txt");

/// Runs the command.
pub(crate) fn run(listen: &Listen) -> Result<Outcome, CliError> {
    let options = Options::default();
    let edition = Edition::compile(NAME, LIST.as_bytes(), &options)?;
    let library = Library::of(vec![edition]);
    super::serve::pages(library, &listen.address, yinuo_web::Options { restated: true })
}
