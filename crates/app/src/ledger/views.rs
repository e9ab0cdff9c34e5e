//! The views of office and public: brought up to the head, any day's, and kept now and then so that a start is quick. An
//! entry whose body is damaged is taken as one without a body and told; one whose envelope is damaged ends what can be shown.

use std::sync::{Arc, MutexGuard, PoisonError};

use jiff::civil::Date;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_ledger::{Entry, EntryId, Holding, Record, Side, View, end_of};

use super::{Ledger, LedgerError};
use crate::store::{Head, Snapshot, StoreError};

/// Entries read at once.
const CHUNK: u64 = 1000;
/// A view is kept after so many entries at least, and after an eighth of those before.
const KEEP_EVERY: u64 = 1000;
/// Views of past days that are held for the next reader.
const PAST_VIEWS: usize = 32;

/// What is held in memory.
#[derive(Debug, Default)]
pub(super) struct Views {
    office: Option<Reached>,
    public: Option<Reached>,
    past: Vec<(PastKey, Arc<View>)>,
}

/// Side, number of entries, day of effect.
type PastKey = (Side, u64, Option<Date>);

/// A view, the store's head it reached, and what was found damaged on the way.
#[derive(Debug, Clone)]
struct Reached {
    view: Arc<View>,
    kept_at: u64,
    damage: Vec<Diagnostic>,
    ended: bool,
}

impl Ledger {
    /// A side's view, up to the head.
    pub fn view(&self, side: Side) -> Result<Arc<View>, LedgerError> {
        Ok(self.reach(side)?.view)
    }

    /// What was found damaged in the entries.
    pub fn damage(&self) -> Result<Vec<Diagnostic>, LedgerError> {
        self.damage_seen(Side::Office)
    }

    /// What was found damaged on the way to a side's view, for whoever looks at that view alone.
    pub fn damage_seen(&self, side: Side) -> Result<Vec<Diagnostic>, LedgerError> {
        Ok(self.reach(side)?.damage)
    }

    /// A side's view at the end of a day, and of that only what held on `effective` when it is given.
    pub fn as_of(&self, side: Side, day: Date, effective: Option<Date>) -> Result<Arc<View>, LedgerError> {
        let offset = self.view(side)?.offset_minutes();
        let count = self.store.count_before(end_of(day, offset))?;
        let key = (side, count, effective);
        if let Some((_, view)) = self.lock().past.iter().find(|(k, _)| *k == key) {
            return Ok(view.clone());
        }
        let recorded = |day| self.store.count_before(end_of(day, offset));
        let holding = effective.map(|day| Ok(Holding { day, recorded: recorded(day)? })).transpose();
        let view = self.cut(side, count, holding.map_err(|e: StoreError| LedgerError::from(e))?)?;
        let mut views = self.lock();
        if views.past.len() >= PAST_VIEWS {
            views.past.remove(0);
        }
        views.past.push((key, view.clone()));
        Ok(view)
    }

    /// The view after the first `count` entries, cut out of the present one.
    fn cut(&self, side: Side, count: u64, holding: Option<Holding>) -> Result<Arc<View>, LedgerError> {
        let now = self.view(side)?;
        let count = count.min(now.next().0);
        if count == now.next().0 && holding.is_none() {
            return Ok(now);
        }
        let last = count.checked_sub(1).map(EntryId);
        let last = self.named(last.as_slice())?;
        Ok(Arc::new(now.cut(count, last.first(), holding)))
    }

    /// Forgets every view in memory: after an erasure, which takes words out of past views too.
    pub(super) fn forget_views(&self) {
        *self.lock() = Views::default();
    }

    fn lock(&self) -> MutexGuard<'_, Views> {
        self.views.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Brings a view to the head. One caller does it, others wait for the outcome.
    fn reach(&self, side: Side) -> Result<Reached, LedgerError> {
        let head = self.store.head()?;
        let mut views = self.lock();
        let slot = match side {
            Side::Office => &mut views.office,
            Side::Public => &mut views.public,
        };
        let mut reached = match slot.take() {
            Some(reached) => reached,
            None => self.start(side)?,
        };
        let result = self.advance(&mut reached, head.next);
        let was_kept = result.is_ok() && self.keep(&mut reached, head);
        *slot = Some(reached.clone());
        drop(views);
        if was_kept && side == Side::Office {
            // Nobody may look at the public side for long; who then does need not begin at the first entry.
            let _ = self.reach(Side::Public);
        }
        result.map(|()| reached)
    }

    /// The newest view that was kept, or an empty one. A damaged one is no loss: it can be made again.
    fn start(&self, side: Side) -> Result<Reached, LedgerError> {
        let snapshot = match self.store.snapshot(side, u64::MAX) {
            Err(StoreError::Damaged(_)) => None,
            snapshot => snapshot?,
        };
        let view =
            snapshot.filter(|s| s.format == View::FORMAT).and_then(|s| serde_json::from_slice::<View>(&s.bytes).ok());
        Ok(Reached::start(view.unwrap_or_else(|| View::new(side))))
    }

    /// Takes in the entries up to `count`.
    fn advance(&self, reached: &mut Reached, count: u64) -> Result<(), LedgerError> {
        while !reached.ended && reached.view.next().0 < count {
            let from = reached.view.next().0;
            let kept = match self.store.read(from..count.min(from + CHUNK)) {
                // The entries before the damage are taken in one by one.
                Err(StoreError::Damaged(_)) => self.store.read(from..from + 1),
                kept => kept,
            };
            let (kept, why) = match kept {
                Err(StoreError::Damaged(why)) => (vec![], why),
                kept => (kept?, "missing".into()),
            };
            if kept.is_empty() {
                reached.end(unreadable(from, &why));
            }
            for kept in kept {
                let Some(entry) = reached.open(&kept.record) else { break };
                let named = self.named(reached.view.needs(&entry))?;
                let view = Arc::make_mut(&mut reached.view);
                if let Err(fault) = view.apply(&entry, &named.iter().collect::<Vec<_>>()) {
                    reached.end(*fault);
                    break;
                }
            }
        }
        Ok(())
    }

    /// Entries by id, damaged ones as far as they can be read.
    fn named(&self, ids: &[EntryId]) -> Result<Vec<Entry>, LedgerError> {
        let mut named = vec![];
        for run in ids.chunk_by(|a, b| a.0 + 1 == b.0) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let kept = self.store.read(first.0..last.0 + 1)?;
            named.extend(kept.into_iter().filter_map(|k| k.record.open().or_else(|_| k.record.erased().open()).ok()));
        }
        Ok(named)
    }

    /// Keeps the view when enough was added since; true when it is kept now. A failure is no loss: it can be made again.
    fn keep(&self, reached: &mut Reached, head: Head) -> bool {
        let since = head.next.saturating_sub(reached.kept_at);
        let is_due = since >= KEEP_EVERY.max(reached.kept_at / 8);
        if is_due && reached.damage.is_empty() && reached.view.next().0 == head.next {
            let side = reached.view.side();
            reached.kept_at = head.next;
            let Ok(bytes) = serde_json::to_vec(&*reached.view) else { return false };
            return self.store.save_snapshot(&Snapshot { side, head, format: View::FORMAT.into(), bytes }).is_ok();
        }
        false
    }
}

/// That an entry cannot be read, which ends what can be shown.
fn unreadable(entry: u64, why: &str) -> Diagnostic {
    let text = Text::new(format!("记录 e{entry} 读不出来（{why}）"), format!("entry e{entry} cannot be read ({why})"));
    Diagnostic::new(&codes::ENTRY_DAMAGED, text).help(Text::new(
        "运行 yinuo doctor 看还有哪些记录读得出来，再从备份恢复",
        "run yinuo doctor to see which entries can be read, then restore from a backup",
    ))
}

impl Reached {
    fn start(view: View) -> Self {
        Self { kept_at: view.next().0, view: Arc::new(view), damage: vec![], ended: false }
    }

    /// The entry; one with a damaged body without it. None when the envelope cannot be read.
    fn open(&mut self, record: &Record) -> Option<Entry> {
        let fault = match record.open() {
            Ok(entry) => return Some(entry),
            Err(fault) => fault,
        };
        match record.erased().open() {
            Ok(entry) => {
                self.damage.push(*fault);
                Some(entry)
            }
            Err(fault) => {
                self.end(*fault);
                None
            }
        }
    }

    fn end(&mut self, fault: Diagnostic) {
        self.damage.push(fault);
        self.ended = true;
    }
}
