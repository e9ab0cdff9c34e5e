//! One document over time: where it comes from, its last good reading, and whether it can still be read. A file is
//! looked at again when it is asked for, at most every [`INTERVAL`].

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use jiff::Timestamp;
use yinuo_compiler::Options;

use crate::reader::Reader;
use crate::settings;
use crate::settings::SettingsError;
use crate::{Edition, OnRecord, OpenError, Trouble};

/// How long a look at the file system is trusted.
const INTERVAL: Duration = Duration::from_millis(500);

/// What can be said of a document now.
#[derive(Debug, Clone)]
pub struct Reading {
    /// First part of its address: the jurisdiction, or the file's name without its ending.
    pub place: String,
    /// Second part of its address: the plan's year, or `undated`.
    pub year: String,
    /// The last good reading.
    pub edition: Arc<Edition>,
    /// Set when the document cannot be read now.
    pub trouble: Option<Trouble>,
    /// Differs whenever edition or trouble differ.
    pub version: u64,
    /// Where it stands in a ledger; none for a file.
    pub record: Option<Arc<OnRecord>>,
}

/// Length and time of change of the document and of each `yinuo.toml` that may apply to it: when all are the same, the
/// reading is taken as the same.
type Stamp = Vec<Option<(u64, Option<SystemTime>)>>;

/// A file that is looked at again.
#[derive(Debug)]
struct Watch {
    path: PathBuf,
    options: Options,
    reader: Arc<dyn Reader>,
    last: Mutex<Look>,
}

#[derive(Debug)]
struct Look {
    at: Instant,
    stamp: Stamp,
}

#[derive(Debug)]
pub(crate) struct Shelf {
    reading: RwLock<Reading>,
    watch: Option<Watch>,
}

impl Shelf {
    /// A document that never changes.
    pub(crate) fn fixed(edition: Edition) -> Self {
        let plan = &edition.compiled.plan;
        let stem = edition.document.name.rsplit_once('.').map_or(&*edition.document.name, |(stem, _)| stem);
        let place = plan.jurisdiction.clone().unwrap_or_else(|| stem.to_string());
        let year = plan.year.map_or("undated".to_string(), |y| y.to_string());
        let reading = Reading { place, year, edition: Arc::new(edition), trouble: None, version: 0, record: None };
        Self { reading: RwLock::new(reading), watch: None }
    }

    /// A file, read again when it changes. The stamp is taken first, so that a change while reading is not missed.
    pub(crate) fn open(path: &Path, options: Options, reader: Arc<dyn Reader>) -> Result<Self, OpenError> {
        let last = Mutex::new(Look { at: Instant::now(), stamp: stamp(path) });
        let shelf = Self::fixed(Edition::open_by(&*reader, path, &options)?);
        Ok(Self { watch: Some(Watch { path: path.to_path_buf(), options, reader, last }), ..shelf })
    }

    /// Tells this document from an earlier one with the same address.
    pub(crate) fn renumber(&mut self, n: usize) {
        let reading = self.reading.get_mut().unwrap_or_else(PoisonError::into_inner);
        reading.place = format!("{}-{n}", reading.place);
    }

    /// True when this is its address, which stays the same for as long as the library is open.
    pub(crate) fn is_at(&self, place: &str, year: &str) -> bool {
        let reading = self.reading.read().unwrap_or_else(PoisonError::into_inner);
        reading.place == place && reading.year == year
    }

    /// The reading, after another look at the file when that is due. While one caller looks, others get the last one.
    pub(crate) fn reading(&self) -> Reading {
        if let Some(watch) = &self.watch
            && let Ok(mut last) = watch.last.try_lock()
            && last.at.elapsed() >= INTERVAL
        {
            last.at = Instant::now();
            let now = stamp(&watch.path);
            if now != last.stamp {
                last.stamp = now;
                self.replace(Edition::open_by(&*watch.reader, &watch.path, &watch.options));
            }
        }
        self.reading.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn replace(&self, read: Result<Edition, OpenError>) {
        let mut reading = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        reading.version += 1;
        match read {
            Ok(edition) => {
                reading.edition = Arc::new(edition);
                reading.trouble = None;
            }
            Err(error) => reading.trouble = Some(Trouble { since: since(&reading), text: short(&error).text() }),
        }
    }
}

/// The start of the trouble: now, or earlier when it already lasts.
fn since(reading: &Reading) -> Timestamp {
    reading.trouble.as_ref().map_or_else(Timestamp::now, |t| t.since)
}

/// The error without folders: pages are public.
fn short(error: &OpenError) -> OpenError {
    let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or(name).to_string();
    match error {
        OpenError::Io { name, cause } => OpenError::Io { name: last(name), cause: cause.kind().into() },
        OpenError::Document { name, cause } => OpenError::Document { name: last(name), cause: cause.clone() },
        OpenError::Settings(e) => {
            let path = e.path.file_name().map(Into::into).unwrap_or_default();
            OpenError::Settings(SettingsError { path, text: e.text.clone() })
        }
    }
}

fn stamp(path: &Path) -> Stamp {
    let seen = |path: &Path| {
        let meta = std::fs::metadata(path).ok()?;
        Some((meta.len(), meta.modified().ok()))
    };
    std::iter::once(seen(path)).chain(settings::candidates(path).map(|p| seen(&p))).collect()
}
