//! One document over time: where it comes from, its last good reading, and whether it can still be read. A file is
//! looked at again when it is asked for, at most every [`INTERVAL`].

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use jiff::Timestamp;
use yinuo_compiler::Options;

use crate::settings::SettingsError;
use crate::settings;
use crate::{Edition, OpenError, Trouble};

/// How long a look at the file system is trusted.
const INTERVAL: Duration = Duration::from_millis(500);

/// Where a document comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A file, read again when it changes.
    File(PathBuf),
    /// Fixed bytes that never change.
    Memory,
}

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
}

/// Length and time of change of the document and of each `yinuo.toml` that may apply to it: when all are the same, the
/// reading is taken as the same.
type Stamp = Vec<Option<(u64, Option<SystemTime>)>>;

#[derive(Debug)]
struct Watch {
    looked: Instant,
    stamp: Stamp,
}

#[derive(Debug)]
pub(crate) struct Shelf {
    origin: Origin,
    options: Options,
    reading: RwLock<Reading>,
    watch: Mutex<Watch>,
}

impl Shelf {
    pub(crate) fn new(origin: Origin, options: Options, edition: Edition) -> Self {
        let plan = &edition.compiled.plan;
        let stem = edition.document.name.rsplit_once('.').map_or(&*edition.document.name, |(stem, _)| stem);
        let place = plan.jurisdiction.clone().unwrap_or_else(|| stem.to_string());
        let year = plan.year.map_or("undated".to_string(), |y| y.to_string());
        let watch = Watch { looked: Instant::now(), stamp: stamp(&origin) };
        let reading = Reading { place, year, edition: Arc::new(edition), trouble: None, version: 0 };
        Self { origin, options, reading: RwLock::new(reading), watch: Mutex::new(watch) }
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
        if let Ok(mut watch) = self.watch.try_lock()
            && watch.looked.elapsed() >= INTERVAL
        {
            watch.looked = Instant::now();
            self.look(&mut watch);
        }
        self.reading.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn look(&self, watch: &mut Watch) {
        let Origin::File(path) = &self.origin else { return };
        let now = stamp(&self.origin);
        if now == watch.stamp {
            return;
        }
        watch.stamp = now;
        let read = Edition::open(path, &self.options);
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

fn stamp(origin: &Origin) -> Stamp {
    let Origin::File(path) = origin else { return vec![] };
    let seen = |path: &Path| {
        let meta = std::fs::metadata(path).ok()?;
        Some((meta.len(), meta.modified().ok()))
    };
    std::iter::once(seen(path)).chain(settings::candidates(path).map(|p| seen(&p))).collect()
}
