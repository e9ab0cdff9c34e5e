//! A new edition takes over what was corrected in the one before where the words are unchanged, each as an entry of its
//! own; what stays behind is named with the reason.

use std::sync::Arc;

use yinuo_app::store::MemoryStore;
use yinuo_app::usecases::*;
use yinuo_app::{Edition, GivenClock, Ledger, LedgerError};
use yinuo_ledger::body::Change;
use yinuo_ledger::{Body, Command, CommitmentId, EntryId, Holder, MeasureId, Side, UnitId};
use yinuo_model::{At, Bound, Mode, Period, Role};

const FIRST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
    1\n\n新建候车亭12座。\n\n完成选址。完成设计。\n\n建成4座。\n\n建成4座。\n\n建成4座。\n\n\
    2\n\n改造农贸市场2家。\n\n完成设计。\n\n改造1家。\n\n改造1家。\n\n验收。\n\n\
    3\n\n新建口袋公园3个。\n\n完成选址。\n\n建成1个。\n\n建成1个。\n\n建成1个。\n\n";

/// A new edition: another number in the first promise, a new promise before it, and the third dropped.
fn second() -> String {
    let text = FIRST.replace("候车亭12座", "候车亭150座").replace(
        "\n\n1\n\n新建",
        "\n\n1\n\n新开夜间门诊5处。\n\n选定医院。\n\n新开1处。\n\n新开2处。\n\n新开2处。\n\n2\n\n新建",
    );
    let text = text.replace("\n\n2\n\n改造", "\n\n3\n\n改造");
    text[..text.find("3\n\n新建口袋").unwrap()].to_string()
}

struct Office(Ledger);

impl Office {
    fn new() -> Self {
        let clock = Arc::new(GivenClock::at("2026-01-05T01:30:00Z".parse().unwrap()));
        let office = Self(Ledger::new(Arc::new(MemoryStore::default()), clock));
        assert_eq!(office.adopt(FIRST, None).unwrap().entries, 1..2);
        office
    }

    fn adopt(&self, text: &str, seen: Option<EntryId>) -> Result<yinuo_app::Recorded, LedgerError> {
        adopt(&self.0, &by(), &compiled(text), text.as_bytes(), "", &First::default(), seen)
    }

    fn fix(&self, fix: Fix) -> u64 {
        let seen = EntryId(self.0.store().head().unwrap().next);
        correct(&self.0, &by(), EntryId(1), seen, fix, format!("理由{}", seen.0)).unwrap().entries.start
    }

    fn measure(&self, commitment: usize, at: usize) -> MeasureId {
        self.0.view(Side::Office).unwrap().state().current(2026).unwrap().ids[commitment].measures[at]
    }

    /// e2: the number of the first title; e3: a border of the first; e4: both of the second's title; e5: the third's; e6: a
    /// finding of the second.
    fn corrected(&self) {
        let (mode, both) = (Some(Mode::Context), (Some(Mode::Context), Some(Bound::AtLeast)));
        assert_eq!(self.fix(Fix::Measure(self.measure(0, 0), mode, None)), 2);
        let quarter = |n| At::Period(Period::Quarter(2026, n));
        let to = FIRST.find("完成设计。\n\n建成4座").unwrap() as u32;
        let commitment = CommitmentId::new(EntryId(1), 1);
        self.fix(Fix::Border { commitment, left: quarter(1), right: quarter(2), to });
        assert_eq!(self.fix(Fix::Measure(self.measure(1, 0), both.0, both.1)), 4);
        self.fix(Fix::Measure(self.measure(2, 0), mode, None));
        let view = self.0.view(Side::Office).unwrap();
        let reading = view.state().current(2026).unwrap();
        let finding = reading.findings.iter().find(|f| f.said.commitment == Some(2)).expect("something is said of it");
        dismiss(&self.0, &by(), EntryId(1), finding.id, "已核对".into()).unwrap();
    }
}

fn by() -> By {
    By::post(Ledger::first_post())
}

fn compiled(text: &str) -> Edition {
    Edition::compile("list.txt", text.as_bytes(), &Default::default()).unwrap()
}

#[test]
fn what_rests_on_unchanged_words_is_taken_over() {
    let office = Office::new();
    office.corrected();
    let Preview::Edition(follows) = preview(&office.0, &compiled(&second())).unwrap() else { panic!("a new edition") };
    let carried: Vec<u64> = follows.carrying.carried.iter().map(|c| c.from.0).collect();
    assert_eq!(carried, [3, 4, 6]);
    let behind: Vec<_> = follows.carrying.behind.iter().map(|(entry, why)| (entry.0, *why)).collect();
    assert_eq!(behind, [(2, Why::Reworded(At::Title)), (5, Why::Dropped)]);
    assert_eq!(
        office.adopt(&second(), Some(EntryId(6))).unwrap().entries,
        7..12,
        "plan, mapping and three corrections"
    );
    let view = office.0.view(Side::Office).unwrap();
    let reading = view.state().current(2026).unwrap();
    let all: Vec<_> = reading.commitments().map(|(c, _)| c).collect();
    assert_eq!(all.len(), 3);
    assert_eq!((all[1].milestones[0].passage.text.as_str(), all[1].measures[0].mode), ("完成选址。", Mode::Annual));
    assert_eq!((all[2].measures[0].mode, all[2].measures[0].bound), (Mode::Context, Bound::AtLeast));
    assert_eq!(reading.dismissed.len(), 1);
    for (entry, from) in [(9, 3), (10, 4), (11, 6)] {
        let line = office.0.line(Side::Office, EntryId(entry)).unwrap().unwrap();
        let Some(Body::Corrected(body)) = line.body else { panic!("e{entry} is a correction") };
        assert_eq!((body.carries(), body.edition), (Some(EntryId(from)), EntryId(7)));
        assert!(line.envelope.refs.contains(&EntryId(from)));
    }
    assert!(office.adopt(&second(), None).unwrap().entries.is_empty());
}

#[test]
fn a_third_edition_takes_over_what_the_second_took_over() {
    let office = Office::new();
    office.corrected();
    office.adopt(&second(), None).unwrap();
    let third = second().replace("夜间门诊5处", "夜间门诊6处");
    office.adopt(&third, None).unwrap();
    let view = office.0.view(Side::Office).unwrap();
    let reading = view.state().current(2026).unwrap();
    assert_eq!((reading.corrected.len(), reading.dismissed.len()), (2, 1));
    let erase = Command::Erase { entry: EntryId(4), reason: "写错了人名".into() };
    request(&office.0, &by(), erase).unwrap();
    let told = office.0.line(Side::Office, office.0.view(Side::Office).unwrap().head().unwrap()).unwrap().unwrap();
    let Some(Body::Erased(body)) = told.body else { panic!("an erasure") };
    assert_eq!(body.entries.len(), 3, "the same words stood in three entries");
}

#[test]
fn a_correction_that_nobody_had_seen_is_a_conflict() {
    let office = Office::new();
    office.corrected();
    let before = office.0.store().head().unwrap();
    let Err(LedgerError::Rejected(why)) = office.adopt(&second(), Some(EntryId(4))) else { panic!("e5 was not seen") };
    assert_eq!(why[0].code.id, "J005");
    assert_eq!(office.0.store().head().unwrap(), before);
}

#[test]
fn a_reading_that_is_already_so_is_not_recorded_again() {
    let office = Office::new();
    let measure = office.measure(1, 0);
    office.fix(Fix::Measure(measure, None, Some(Bound::AtLeast)));
    let third = FIRST.replace("候车亭12座", "候车亭13座");
    office.adopt(&third, None).unwrap();
    let now = office.measure(1, 0);
    let view = office.0.view(Side::Office).unwrap();
    let carried = view.state().corrections_of(EntryId(3)).next().unwrap().clone();
    assert_eq!(carried.said.change, Change::Bound { measure: now, from: Bound::Exact, to: Bound::AtLeast });
}

#[test]
fn who_answers_goes_on_and_is_named_when_the_list_names_others() {
    let office = Office::new();
    request(&office.0, &by(), Command::CreateUnit { name: "市容科".into() }).unwrap();
    for n in [1, 2, 3] {
        let (commitment, from) = (CommitmentId::new(EntryId(1), n), "2026-01-05".parse().unwrap());
        let holders = vec![Holder::Unit(UnitId::new(EntryId(2), 1))];
        request(&office.0, &by(), Command::Assign { commitment, role: Role::Lead, holders, from }).unwrap();
    }
    let named = second().replace("改造农贸市场2家。", "改造农贸市场2家。（责任单位：商务局）");
    let Preview::Edition(follows) = preview(&office.0, &compiled(&named)).unwrap() else { panic!("a new edition") };
    let becomes: Vec<_> = follows.carrying.assigned.iter().map(|(id, a)| (id.ordinal, *a)).collect();
    assert_eq!(becomes, [(1, Assignment::GoesOn), (2, Assignment::OthersNamed), (3, Assignment::Dropped)]);
}
