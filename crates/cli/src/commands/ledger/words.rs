//! What an entry says, in one line for people.

use yinuo_app::Line;
use yinuo_diag::{Lang, Text};
use yinuo_ledger::body::Change;
use yinuo_ledger::{Body, CommitmentId, Holder, MeasureId, State, Subject, View};
use yinuo_model::{Bound, Mode, Role};

/// The line of an entry. `view` is the one it is shown to.
pub(in crate::commands) fn of(line: &Line, view: &View) -> Text {
    if line.damaged {
        return Text::new("内容已损坏", "its content is damaged");
    }
    match (&line.body, line.erased_by) {
        (Some(body), _) => said(body, view.state()),
        (None, Some(by)) => Text::new(format!("内容已抹去（{by}）"), format!("its content was erased by {by}")),
        (None, None) => Text::new("内容未公布", "its content is not public"),
    }
}

fn said(body: &Body, state: &State) -> Text {
    match body {
        Body::Opened(b) => {
            let demo = if b.demonstration { ("（演示）", " (demonstration)") } else { ("", "") };
            Text::new(
                format!("台账建立{}，岗位“{}”", demo.0, b.office),
                format!("the ledger begins{}, post {}", demo.1, b.office),
            )
        }
        Body::Adopted(b) => {
            let title = b.plan.title.clone().unwrap_or_else(|| b.plan.source.name.clone());
            let n = b.ids.len();
            let (zh, en) = b.follows.map_or(("", String::new()), |e| ("新版", format!(", a new edition after {e}")));
            Text::new(format!("采用计划{zh}：{title}，{n} 件"), format!("plan adopted: {title}, {n} commitments{en}"))
        }
        Body::Mapped(b) => {
            let changed = b.rows.iter().filter(|r| r.old.is_none() || r.new.is_none() || !r.differs.is_empty()).count();
            Text::new(
                format!("与上一版对应，{changed} 件有变化"),
                format!("mapped to the edition before, {changed} commitments differ"),
            )
        }
        Body::Corrected(b) => {
            let what = change(&b.change, state);
            Text::new(
                format!("更正读法：{}。理由：{}", what.zh, b.reason),
                format!("reading corrected: {}. Why: {}", what.en, b.reason),
            )
        }
        Body::Assigned(b) => {
            let (names, item) = (holders(state, &b.holders), item(state, b.commitment));
            let role = role(b.role);
            Text::new(
                format!("{}：{}为{names}，自 {} 起", item.zh, role.zh, b.from),
                format!("{}: {} is {names} from {}", item.en, role.en, b.from),
            )
        }
        Body::UnitCreated(b) => Text::new(format!("设立单位“{}”", b.name), format!("unit {} created", b.name)),
        Body::UnitClosed(b) => Text::new(format!("单位 {} 撤销", b.unit), format!("unit {} closed", b.unit)),
        Body::PostCreated(b) => Text::new(format!("设立岗位“{}”", b.name), format!("post {} created", b.name)),
        Body::PostClosed(b) => Text::new(format!("岗位 {} 撤销", b.post), format!("post {} closed", b.post)),
        Body::Noted(b) => {
            let on = match b.subject {
                Subject::Entry(e) => Text::new(e.to_string(), e.to_string()),
                Subject::Commitment(c) => item(state, c),
            };
            Text::new(format!("说明（{}）：{}", on.zh, b.text), format!("remark on {}: {}", on.en, b.text))
        }
        Body::Released(b) => {
            let list = b.entries.iter().map(ToString::to_string).collect::<Vec<_>>();
            let remark = b.remark.as_ref().map_or(String::new(), |r| format!(" {r}"));
            Text::new(format!("公布 {}{remark}", list.join("、")), format!("released {}{remark}", list.join(", ")))
        }
        Body::Erased(b) => {
            let list = b.entries.iter().map(ToString::to_string).collect::<Vec<_>>();
            Text::new(
                format!("抹去 {}：{}", list.join("、"), b.reason),
                format!("erased {}: {}", list.join(", "), b.reason),
            )
        }
    }
}

fn change(change: &Change, state: &State) -> Text {
    match change {
        Change::Border { commitment, left, right, .. } => {
            let item = item(state, *commitment);
            Text::new(
                format!("{}，{left} 与 {right} 两格的分界", item.zh),
                format!("{}, the border between {left} and {right}", item.en),
            )
        }
        Change::Mode { measure, from, to } => {
            let (what, from, to) = (measure_words(state, *measure), mode(*from), mode(*to));
            Text::new(
                format!("{}由{}改为{}", what.zh, from.zh, to.zh),
                format!("{} from {} to {}", what.en, from.en, to.en),
            )
        }
        Change::Bound { measure, from, to } => {
            let (what, from, to) = (measure_words(state, *measure), bound(*from), bound(*to));
            Text::new(
                format!("{}由{}改为{}", what.zh, from.zh, to.zh),
                format!("{} from {} to {}", what.en, from.en, to.en),
            )
        }
        Change::Dismissed { finding } => {
            let edition = state.edition(finding.minted_by());
            let said = edition.and_then(|e| e.said.findings.iter().find(|f| f.id == *finding));
            let code = said.map_or_else(|| finding.to_string(), |f| f.said.code.id.to_string());
            let number = said.and_then(|f| f.said.commitment);
            let (zh, en) =
                number.map_or_else(Default::default, |n| (format!("第 {n} 件的 "), format!(" of commitment {n}")));
            Text::new(format!("{zh}{code} 不适用"), format!("{code}{en} does not apply"))
        }
    }
}

/// A commitment as people name it: its number.
fn item(state: &State, id: CommitmentId) -> Text {
    let edition = state.edition(id.minted_by());
    let number = edition.and_then(|e| {
        let at = e.said.ids.iter().position(|i| i.id == id)?;
        e.said.plan.commitments().nth(at).map(|(_, c)| c.number)
    });
    match number {
        Some(n) => Text::new(format!("第 {n} 件"), format!("commitment {n}")),
        None => Text::new(id.to_string(), id.to_string()),
    }
}

/// A measure by its words and commitment.
fn measure_words(state: &State, id: MeasureId) -> Text {
    let edition = state.edition(id.minted_by());
    let found = edition.and_then(|e| {
        let all = e.said.plan.commitments().zip(&e.said.ids);
        let mut hits = all.filter_map(|((_, c), ids)| Some((c, ids.measures.iter().position(|m| *m == id)?)));
        hits.next().map(|(c, n)| (c.number, c.measures[n].text.clone()))
    });
    match found {
        Some((n, words)) => {
            Text::new(format!("第 {n} 件的“{words}”"), format!("\u{201c}{words}\u{201d} of commitment {n}"))
        }
        None => Text::new(id.to_string(), id.to_string()),
    }
}

fn mode(mode: Mode) -> Text {
    match mode {
        Mode::Annual => Text::new("全年指标", "annual"),
        Mode::Period => Text::new("当期数", "period"),
        Mode::Cumulative => Text::new("累计数", "cumulative"),
        Mode::Rate => Text::new("比率", "rate"),
        Mode::Context => Text::new("背景数字", "context"),
    }
}

fn bound(bound: Bound) -> Text {
    match bound {
        Bound::Exact => Text::new("正好", "exact"),
        Bound::AtLeast => Text::new("不少于", "at least"),
        Bound::AtMost => Text::new("不超过", "at most"),
        Bound::About => Text::new("约", "about"),
        Bound::MoreThan => Text::new("超过", "more than"),
    }
}

/// A role as people name it.
pub(in crate::commands) fn role(role: Role) -> Text {
    match role {
        Role::Lead => Text::new("牵头单位", "lead"),
        Role::Responsible => Text::new("责任单位", "responsible"),
        Role::Cooperating => Text::new("配合单位", "cooperating"),
        Role::Leader => Text::new("分管领导", "leader"),
    }
}

/// Names of units and posts.
pub(in crate::commands) fn holders(state: &State, holders: &[Holder]) -> String {
    let name = |h: &Holder| state.holder(*h).map_or_else(|| "?".to_string(), |m| m.name.clone());
    let names: Vec<String> = holders.iter().map(name).collect();
    names.join(crate::lang::chosen().pick("、", ", "))
}

/// The line in a language.
pub(in crate::commands) fn line(line: &Line, view: &View, lang: Lang) -> String {
    of(line, view).get(lang).to_string()
}
