//! What a person says a heading means: the plan is read so, who said it and why is an entry beside the plan, and a later list
//! with the same heading is read so again, unless somebody says otherwise.

use std::sync::Arc;

use yinuo_app::store::MemoryStore;
use yinuo_app::usecases::*;
use yinuo_app::{Edition, GivenClock, Ledger, LedgerError, Recorded};
use yinuo_compiler::Options;
use yinuo_ledger::body::Change;
use yinuo_ledger::{Command, EntryId, Side};
use yinuo_model::{Column, Naming, Role};

/// A list of a year whose headings nobody else writes so.
fn list(year: i16) -> String {
    format!(
        "临溪区{year}年民生实事\n序号 | 工作任务 | 攻坚举措 | 谁来办\n1 | 出行 | 新建候车亭12座 | 交通局\n2 | 买菜 | 改造农贸市场2家 | 商务局\n"
    )
}

fn names() -> Vec<Naming> {
    [("攻坚举措", Column::Title), ("谁来办", Column::Owner(Role::Lead))]
        .map(|(h, c)| Naming::new(h, c).unwrap())
        .to_vec()
}

fn ledger() -> Ledger {
    let clock = Arc::new(GivenClock::at("2026-01-05T01:30:00Z".parse().unwrap()));
    Ledger::new(Arc::new(MemoryStore::default()), clock)
}

fn by() -> By {
    By::post(Ledger::first_post())
}

fn take(ledger: &Ledger, year: i16, columns: Vec<Naming>, reason: &str) -> Result<Recorded, LedgerError> {
    let text = list(year);
    let edition = Edition::compile("list.txt", text.as_bytes(), &Options { columns, ..Options::default() }).unwrap();
    adopt(ledger, &by(), &edition, text.as_bytes(), reason, &First::default(), None)
}

type Said = (String, Option<Column>, Column, String, Vec<EntryId>);

/// Heading, what it would be taken for, what it means, why, and the entry that it repeats.
fn said(ledger: &Ledger, edition: u64) -> Vec<Said> {
    let view = ledger.view(Side::Office).unwrap();
    let all = view.state().columns(EntryId(edition)).map(|(_, fact)| match &fact.said.change {
        Change::Column { heading, from, to } => {
            (heading.clone(), *from, *to, fact.said.reason.clone(), fact.said.follows.clone())
        }
        other => panic!("{other:?} is no column"),
    });
    all.collect()
}

#[test]
fn a_place_is_recorded_in_words_and_not_proposed_for_another_list() {
    let ledger = ledger();
    let bare = |year| list(year).replace("攻坚举措", "").replace("谁来办", "牵头单位");
    let options = Options { columns: vec![Naming::new("@C", Column::Title).unwrap()], ..Options::default() };
    let text = bare(2026);
    let edition = Edition::compile("list.txt", text.as_bytes(), &options).unwrap();
    assert!(edition.compiled.plan.commitments().next().unwrap().1.title.text.starts_with("新建候车亭"));
    adopt(&ledger, &by(), &edition, text.as_bytes(), "这一列没有表头", &First::default(), None).unwrap();
    assert_eq!(said(&ledger, 1)[0].0, "@C");
    let view = ledger.view(Side::Office).unwrap();
    let lines = ledger.history(Side::Office, 0..9).unwrap();
    let told = lines.iter().map(|l| yinuo_app::tell::Teller::new(&view, yinuo_diag::Lang::Zh).tell(l).said);
    let told: Vec<String> = told.collect();
    assert!(told.iter().any(|t| t.starts_with("C 列（没有表头）读作“事项（标题）”")), "{told:?}");
    let next = Edition::compile("list.txt", bare(2027).as_bytes(), &Options::default()).unwrap();
    assert_eq!(remembered(&ledger, &next.document).unwrap(), []);
}

#[test]
fn a_name_is_recorded_with_the_plan_and_proposed_for_the_next_list() {
    let ledger = ledger();
    assert_eq!(take(&ledger, 2026, names(), "本区自拟的表头").unwrap().entries, 1..4);
    let owner = Column::Owner(Role::Lead);
    let why = || "本区自拟的表头".to_string();
    let expected = [
        ("攻坚举措".to_string(), None, Column::Title, why(), vec![]),
        ("谁来办".to_string(), None, owner, why(), vec![]),
    ];
    assert_eq!(said(&ledger, 1), expected);
    let plan = ledger.view(Side::Office).unwrap().state().current(2026).unwrap().plan;
    let (_, first) = plan.commitments().next().unwrap();
    assert_eq!((first.title.text.as_str(), first.owners[0].name.as_str()), ("新建候车亭12座", "交通局"));

    let next = Edition::compile("list.txt", list(2027).as_bytes(), &Options::default()).unwrap();
    let proposed = remembered(&ledger, &next.document).unwrap();
    assert_eq!(
        proposed.iter().map(|r| (r.naming.clone(), r.entry.0)).collect::<Vec<_>>(),
        names().into_iter().zip([2, 3]).collect::<Vec<_>>()
    );
    let columns = proposed.into_iter().map(|r| r.naming).collect();
    assert_eq!(take(&ledger, 2027, columns, "").unwrap().entries, 4..7);
    let repeated: Vec<_> = said(&ledger, 4).into_iter().map(|c| (c.3, c.4)).collect();
    assert_eq!(repeated, [(why(), vec![EntryId(2)]), (why(), vec![EntryId(3)])]);
    let other = Edition::compile(
        "list.txt",
        "临溪区2028年民生实事\n1.新建桥梁3座。\n2.新建公园2处。\n".as_bytes(),
        &Options::default(),
    );
    assert_eq!(remembered(&ledger, &other.unwrap().document).unwrap(), [], "a list without the heading");
}

#[test]
fn a_column_of_the_present_plan_is_named() {
    let ledger = ledger();
    assert_eq!(take(&ledger, 2026, vec![], "").unwrap().entries, 1..2);
    let reading = || ledger.view(Side::Office).unwrap().state().current(2026).unwrap();
    let title = || reading().plan.commitments().next().unwrap().1.title.text.clone();
    assert_eq!(title(), "出行");
    let recorded = name_columns(&ledger, &by(), &reading(), &names()[..1], "标题在这一列", None).unwrap();
    assert_eq!(recorded.entries, 2..5, "a new edition, how it follows, and the name");
    assert_eq!(title(), "新建候车亭12座");
    name_columns(&ledger, &by(), &reading(), &names()[1..], "牵头单位", None).unwrap();
    assert_eq!(said(&ledger, 5).len(), 2, "what was named before holds on");
    let again = name_columns(&ledger, &by(), &reading(), &names(), "再说一次", None).unwrap();
    assert!(again.entries.is_empty(), "nothing new");
    let known = Naming::new("序号", Column::Label).unwrap();
    assert!(name_columns(&ledger, &by(), &reading(), &[known], "本来如此", None).unwrap().entries.is_empty());
}

#[test]
fn a_name_needs_a_reason_and_is_erased_with_its_edition() {
    let ledger = ledger();
    let error = take(&ledger, 2026, names(), " ").unwrap_err();
    assert!(error.text().zh.contains("理由"), "{}", error.text().zh);
    take(&ledger, 2026, names(), "本区自拟的表头").unwrap();
    let edition = ledger.view(Side::Office).unwrap().state().current(2026).unwrap().edition;
    assert_eq!(said(&ledger, edition.0).len(), 2);
    request(&ledger, &by(), Command::Erase { entry: edition, reason: "误传".into() }).unwrap();
    assert_eq!(said(&ledger, edition.0), []);
    assert!(
        remembered(&ledger, &Edition::compile("l.txt", list(2027).as_bytes(), &Options::default()).unwrap().document)
            .unwrap()
            .is_empty()
    );
}
