//! A ledger in memory that a test drives: records, entries as kept (erased bodies gone), entries as they were recorded, and
//! both views brought forward one entry at a time. Random steps become requests that make sense in the state they meet.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use yinuo_diag::Diagnostic;
use yinuo_ledger::body::{Change, Opened};
use yinuo_ledger::*;
use yinuo_model::{Commitment, Mode, Role};

use super::{adoption, plan};

/// The ledger's beginning in the tests.
pub const START: &str = "2026-01-05T01:30:00Z";
/// Minutes ahead of UTC.
pub const OFFSET: i32 = 480;

/// What one adoption takes over and one release names at most, so that a history grows with its steps and no faster.
const MOST_CARRIED: usize = 6;
const MOST_RELEASED: usize = 100;

/// One random step: which sort, and numbers to choose with.
pub type Step = (u8, u32, u32);

pub struct History {
    pub records: Vec<Record>,
    /// As a store gives them back now.
    pub kept: Vec<Entry>,
    /// As they were recorded.
    pub said: Vec<Entry>,
    pub office: View,
    pub public: View,
    pub clock: Timestamp,
    pub rejected: usize,
}

pub fn opening() -> Command {
    let opened =
        Opened { office: "督查科".into(), offset_minutes: OFFSET, demonstration: true, clock: Clock::Given };
    Command::Open { jurisdiction: "临溪区".into(), opened }
}

pub fn first_post() -> PostId {
    PostId::new(EntryId(0), 1)
}

impl History {
    pub fn empty() -> Self {
        Self {
            records: vec![],
            kept: vec![],
            said: vec![],
            office: View::new(Side::Office),
            public: View::new(Side::Public),
            clock: START.parse().unwrap(),
            rejected: 0,
        }
    }

    pub fn opened() -> Self {
        let mut history = Self::empty();
        history.ask(opening()).unwrap();
        history
    }

    pub fn ask(&mut self, command: Command) -> Result<Vec<EntryId>, Vec<Diagnostic>> {
        self.ask_from(None, command)
    }

    /// Decides, keeps, brings both views forward; returns the indices of the new entries.
    pub fn ask_from(&mut self, from: Option<Date>, command: Command) -> Result<Vec<EntryId>, Vec<Diagnostic>> {
        let actor_post = first_post();
        self.request(Request { actor_post, effective_on: from, office_only: false, idempotency: None, command })
    }

    pub fn request(&mut self, request: Request) -> Result<Vec<EntryId>, Vec<Diagnostic>> {
        let named: Vec<Envelope> = request
            .command
            .needs()
            .iter()
            .filter_map(|id| self.kept.get(id.0 as usize).map(|e| e.envelope.clone()))
            .collect();
        let now = Now { time: self.clock, seed: [7; 32] };
        let sealed = decide(&self.office, &request, &named, &now)?;
        let mut ids = vec![];
        for new in sealed {
            ids.push(new.entry.envelope.id);
            self.keep(new);
        }
        Ok(ids)
    }

    fn keep(&mut self, new: Sealed) {
        if let Some(Body::Erased(b)) = &new.entry.body {
            for at in b.entries.iter().map(|e| e.0 as usize) {
                self.records[at] = self.records[at].erased();
                self.kept[at].body = None;
            }
        }
        self.records.push(new.record);
        self.kept.push(new.entry.clone());
        self.said.push(new.entry.clone());
        self.office.apply(&new.entry, &[]).unwrap();
        let named: Vec<&Entry> = self.public.needs(&new.entry).iter().map(|id| &self.kept[id.0 as usize]).collect();
        self.public.apply(&new.entry, &named).unwrap();
    }

    /// Takes a random step; one that the ledger turns down changes nothing.
    pub fn step(&mut self, step: Step) {
        self.clock += i64::from(step.1 % 40_000).seconds();
        let mark = format!("〔{}〕", self.kept.len());
        let from = step.2.is_multiple_of(5).then(|| date(2026, 1, 5) + i64::from(step.1 % 90).days());
        let Some(command) = self.command(step, &mark) else { return };
        let for_office = matches!(command, Command::Note { .. } | Command::Correct(_));
        let (actor_post, office_only) = (first_post(), for_office && step.1.is_multiple_of(11));
        let request = Request { actor_post, effective_on: from, office_only, idempotency: None, command };
        if self.request(request).is_err() {
            self.rejected += 1;
        }
    }

    fn command(&self, (sort, a, b): Step, mark: &str) -> Option<Command> {
        let state = self.office.state();
        let commitment = || -> Option<CommitmentId> {
            let ids = state.current(2026)?.ids;
            Some(ids[a as usize % ids.len()].id)
        };
        let any_entry = || EntryId(u64::from(a) % self.office.next().0);
        let day = || date(2026, 2, 1) + i64::from(b % 300).days();
        let text = || format!("说明{mark}");
        Some(match sort % 16 {
            0 => {
                let items = (0..1 + a % 3).map(|n| (format!("路口{}{mark}", (a + n) % 5), 2 + (b + n) % 7));
                let adoption = adoption(plan(&items.collect::<Vec<_>>()));
                Command::Adopt(Box::new(Adoption { carried: self.carried(&adoption), ..adoption }))
            }
            1..=3 => self.correction(a, b, mark)?,
            4 | 5 => Command::Assign {
                commitment: commitment()?,
                role: if b.is_multiple_of(2) { Role::Lead } else { Role::Cooperating },
                holders: newest(state.units(), b).map(|(id, _)| Holder::Unit(id)).into_iter().collect(),
                from: day(),
            },
            6 => Command::CreateUnit { name: format!("单位{mark}") },
            7 => Command::CloseUnit { unit: newest(state.units(), a)?.0, on: day() },
            8 => {
                let unit = newest(state.units(), b).map(|(id, _)| id);
                Command::CreatePost { name: format!("岗位{mark}"), unit }
            }
            9 => Command::ClosePost { post: newest(state.posts().skip(1), a)?.0, on: day() },
            10 | 11 => Command::Note { subject: Subject::Commitment(commitment()?), text: text() },
            12 => Command::Note { subject: Subject::Entry(any_entry()), text: text() },
            13 | 14 => Command::Release { entries: self.releasable(a, b), remark: b.is_multiple_of(3).then(text) },
            _ => Command::Erase { entry: any_entry(), reason: "含个人信息".into() },
        })
    }

    /// A mode changed from what it is, or a finding dismissed.
    fn correction(&self, a: u32, b: u32, mark: &str) -> Option<Command> {
        let reading = self.office.state().current(2026)?;
        let (commitment, ids) = reading.commitments().nth(a as usize % reading.ids.len())?;
        let measure = b as usize % commitment.measures.len();
        let from = commitment.measures[measure].mode;
        let to = if a.is_multiple_of(2) { Mode::Cumulative } else { Mode::Context };
        let mut after = commitment.clone();
        after.measures[measure].mode = to;
        let change = match reading.findings.get(a as usize % 4) {
            Some(finding) => Change::Dismissed { finding: finding.id },
            None => Change::Mode { measure: ids.measures[measure], from, to },
        };
        let is_mode = matches!(change, Change::Mode { .. });
        Some(Command::Correct(Box::new(Correction {
            edition: reading.edition,
            seen: EntryId(self.office.next().0 - 1),
            change,
            reason: format!("更正{mark}"),
            rereads: if is_mode {
                vec![After { id: ids.id, commitment: after, findings: vec![], doubts: vec![] }]
            } else {
                vec![]
            },
        })))
    }

    /// The corrections of the present edition that fit a new one: those of measures that are read there as they were here,
    /// and dismissals of the same finding.
    fn carried(&self, new: &Adoption) -> Vec<Carry> {
        let state = self.office.state();
        let Some(reading) = state.current(2026) else { return vec![] };
        let mut now: Vec<Commitment> = new.plan.commitments().map(|(_, c)| c.clone()).collect();
        let mut carried: Vec<Carry> = vec![];
        let mut found = new.findings.clone();
        for fact in state.corrections_of(reading.edition).take(MOST_CARRIED) {
            let (spot, rereads) = match fact.said.change {
                Change::Mode { measure, from, to } => {
                    let place = |ids: &CommitmentIds| ids.measures.iter().position(|m| *m == measure);
                    let at = reading.ids.iter().enumerate().find_map(|(at, ids)| Some((at, place(ids)?)));
                    let Some((commitment, measure)) = at.filter(|(at, _)| *at < now.len()) else { continue };
                    let after = &mut now[commitment];
                    if after.measures[measure].mode != from || from == to {
                        continue;
                    }
                    after.measures[measure].mode = to;
                    found.retain(|d| d.commitment != Some(after.number));
                    let after = After { id: commitment, commitment: after.clone(), findings: vec![], doubts: vec![] };
                    (Spot::Measure { commitment, measure }, vec![after])
                }
                Change::Dismissed { finding } if reading.dismissed.get(&finding) == Some(&fact.entry) => {
                    let Some(finding) = found.pop() else { continue };
                    (Spot::Finding(Box::new(finding)), vec![])
                }
                _ => continue,
            };
            carried.push(Carry { from: fact.entry, spot, rereads });
        }
        carried
    }

    /// An entry of late with everything it rests on that is not public; sometimes something that may not be released.
    fn releasable(&self, a: u32, b: u32) -> Vec<EntryId> {
        let next = self.office.next().0;
        let (mut entries, mut taken) = (vec![], BTreeSet::new());
        let mut open = vec![EntryId(next - 1 - u64::from(a) % next.min(200))];
        while let Some(id) = open.pop().filter(|_| entries.len() < MOST_RELEASED) {
            let Some(entry) = self.kept.get(id.0 as usize).filter(|_| taken.insert(id)) else { continue };
            if !self.office.is_public(id) || b.is_multiple_of(7) {
                entries.push(id);
                open.extend(&entry.envelope.refs);
            }
        }
        entries
    }
}

/// One of the four newest.
fn newest<T>(all: impl Iterator<Item = T>, choice: u32) -> Option<T> {
    let all: Vec<T> = all.collect();
    let last = all.len().checked_sub(1)?;
    all.into_iter().nth(last.saturating_sub(choice as usize % 4))
}
