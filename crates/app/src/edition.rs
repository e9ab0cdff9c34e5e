//! One reading of one document: its text, what was compiled from it, and when. Never changes once made.

use std::fs::File;
use std::io::{self, Read};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::thread;

use jiff::Timestamp;
use yinuo_compiler::{Compiled, Options};
use yinuo_extract::Document;
use yinuo_model::Naming;

use crate::OpenError;
use crate::reader::{Direct, Reader};
use crate::settings::{Settings, Suppressed};

/// A document as it was read and compiled at one moment.
#[derive(Debug)]
pub struct Edition {
    /// The text and its blocks.
    pub document: Arc<Document>,
    /// The plan and the findings.
    pub compiled: Compiled,
    /// Findings that the settings set aside, with the reason.
    pub suppressed: Vec<Suppressed>,
    /// What headings mean that somebody said.
    pub columns: Vec<Naming>,
    /// The settings that were applied.
    pub settings: Settings,
    /// When it was compiled.
    pub compiled_at: Timestamp,
}

impl Edition {
    /// Reads and compiles a file in this process, with the settings of the nearest `yinuo.toml`.
    pub fn open(path: &Path, options: &Options) -> Result<Self, OpenError> {
        Self::open_by(&Direct, path, options)
    }

    /// The same, read by `reader`.
    pub fn open_by(reader: &dyn Reader, path: &Path, options: &Options) -> Result<Self, OpenError> {
        let name = path.display().to_string();
        let bytes = read_limited(path).map_err(|cause| OpenError::Io { name: name.clone(), cause })?;
        let settings = Settings::near(path).map_err(OpenError::Settings)?;
        let columns = settings.columns.iter().chain(&options.columns).cloned().collect();
        let edition = Self::compile_by(reader, &name, &bytes, &Options { columns, ..options.clone() })?;
        Ok(edition.with(settings))
    }

    /// Reads and compiles bytes in this process. They are called `name`, which may hold folders.
    pub fn compile(name: &str, bytes: &[u8], options: &Options) -> Result<Self, OpenError> {
        Self::compile_by(&Direct, name, bytes, options)
    }

    /// The same, read by `reader`.
    pub fn compile_by(reader: &dyn Reader, name: &str, bytes: &[u8], options: &Options) -> Result<Self, OpenError> {
        let short = Path::new(name).file_name().map_or(name.into(), |n| n.to_string_lossy());
        let document =
            reader.read(&short, bytes).map_err(|cause| OpenError::Document { name: name.to_string(), cause })?;
        let compiled = yinuo_compiler::compile(&document, &on_all_cores(options));
        let document = Arc::new(document);
        let (suppressed, columns, settings) = (vec![], options.columns.clone(), Settings::default());
        Ok(Self { document, compiled, suppressed, columns, settings, compiled_at: Timestamp::now() })
    }

    /// The same document compiled with other choices.
    pub fn read_again(&self, options: &Options) -> Self {
        let columns: Vec<Naming> = self.settings.columns.iter().chain(&options.columns).cloned().collect();
        let options = Options { columns: columns.clone(), ..on_all_cores(options) };
        let compiled = yinuo_compiler::compile(&self.document, &options);
        let (document, suppressed, settings) = (self.document.clone(), vec![], Settings::default());
        let read = Self { document, compiled, suppressed, columns, settings, compiled_at: Timestamp::now() };
        read.with(self.settings.clone())
    }

    fn with(mut self, settings: Settings) -> Self {
        let findings = std::mem::take(&mut self.compiled.findings);
        (self.compiled.findings, self.suppressed) = settings.apply(&self.document.name, findings);
        self.settings = settings;
        self
    }
}

/// How many cores there are. Asking the system takes as long as reading a page of a list.
static CORES: LazyLock<Option<NonZero<usize>>> = LazyLock::new(|| thread::available_parallelism().ok());

/// The same choices, with a thread for each core where nothing else was said.
fn on_all_cores(options: &Options) -> Options {
    Options { threads: options.threads.or(*CORES), ..options.clone() }
}

/// The bytes of a file, one more than the limit at most, so that a huge file is refused without being held.
fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = vec![];
    file.take(yinuo_extract::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
