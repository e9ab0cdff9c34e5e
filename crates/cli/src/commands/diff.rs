//! `yinuo diff OLD NEW`: what was added, dropped, moved or reworded between two editions, and numbers with both values.

use serde_json::{Value, json};
use yinuo_app::tell::{period, quantity};
use yinuo_diag::Lang;
use yinuo_ledger::edition::{Diff, NumberChange, Row};
use yinuo_model::{Measure, Plan};

use super::{open, outline};
use crate::Outcome;
use crate::args::{self, DiffFormat};
use crate::error::CliError;
use crate::lang::chosen;
use crate::output::print;

/// Runs the command.
pub(crate) fn run(args: &args::Diff) -> Result<Outcome, CliError> {
    let (old, new) = (open(&args.old, &args::Reading::default())?, open(&args.new, &args::Reading::default())?);
    let (before, after) = (&old.compiled.plan, &new.compiled.plan);
    let told = match args.format {
        DiffFormat::Text => text(before, after, chosen()),
        DiffFormat::Json => format!("{:#}\n", as_json(&Diff::of(before, after))),
        DiffFormat::Html => {
            let page = yinuo_web::comparison_sheet(&old, &new, chosen());
            page.map_err(|_| CliError::told("比较的网页没有做成", "the page could not be made"))?
        }
    };
    match &args.output {
        Some(file) => std::fs::write(file, told).map_err(CliError::Output)?,
        None => print(&told)?,
    }
    Ok(Outcome::Clean)
}

/// The differences as lines.
pub(crate) fn text(old: &Plan, new: &Plan, lang: Lang) -> String {
    let diff = Diff::of(old, new);
    if diff.is_empty() {
        return lang.pick("没有变化。\n", "Nothing differs.\n").to_string();
    }
    let mut out = String::new();
    for row in diff.rows.iter().filter(|r| !r.is_kept()) {
        out.push_str(&row_text(row, lang));
    }
    out
}

fn row_text(row: &Row, lang: Lang) -> String {
    let place = row.new.or(row.old);
    let title = place.map_or(String::new(), |p| p.commitment.short_title.clone());
    let number =
        |p: Option<yinuo_ledger::edition::Placed>| p.map_or(String::new(), |p| p.commitment.number.to_string());
    let (was, is) = (number(row.old), number(row.new));
    let kind = match row {
        r if r.is_added() => lang.pick("新增", "added"),
        r if r.is_dropped() => lang.pick("删去", "dropped"),
        r if r.is_moved() && !r.is_changed() => lang.pick("移动", "moved"),
        _ => lang.pick("改动", "changed"),
    };
    let mut out = match row.is_moved() {
        true => format!("{kind}  {was} → {is}  {title}\n"),
        false => format!("{kind}  {}  {title}\n", if is.is_empty() { was } else { is }),
    };
    for n in &row.numbers {
        out.push_str(&format!("      {}\n", number_text(n, lang)));
    }
    for c in &row.reworded {
        let side = |t: &Option<String>| t.as_deref().map_or("—".to_string(), |t| t.split_whitespace().collect());
        let cell = period::cell(c.at, lang);
        out.push_str(&format!("      {cell} - {}\n", side(&c.from)));
        out.push_str(&format!("      {cell} + {}\n", side(&c.to)));
    }
    if let Some((from, to)) = &row.owners {
        let names = |l: &[String]| if l.is_empty() { "—".to_string() } else { l.join(lang.pick("、", ", ")) };
        out.push_str(&format!("      {} {} → {}\n", lang.pick("单位", "owners"), names(from), names(to)));
    }
    out
}

fn number_text(n: &NumberChange, lang: Lang) -> String {
    let one = |m: &Option<Measure>, whole: Option<&Measure>| match (m, whole) {
        (None, _) => "—".to_string(),
        (Some(m), None) => outline::said(m, lang),
        (Some(m), Some(whole)) => quantity::within(&m.text, &whole.text, lang),
    };
    let (before, now) = n.wholes.as_ref().map_or((None, None), |(before, now)| (Some(before), Some(now)));
    let at = n.to.as_ref().or(n.from.as_ref()).map_or(String::new(), |m| period::cell(m.at, lang));
    format!("{at} {} {} → {}", lang.pick("数量", "number"), one(&n.from, before), one(&n.to, now))
}

fn as_json(diff: &Diff) -> Value {
    let number = |n: &NumberChange| json!({ "from": n.from, "to": n.to });
    let row = |r: &Row| {
        json!({
            "old": r.old.map(|p| p.commitment.number),
            "new": r.new.map(|p| p.commitment.number),
            "title": r.new.or(r.old).map(|p| p.commitment.title.text.clone()),
            "moved": r.is_moved(),
            "reworded": r.reworded.iter().map(|c| json!({ "at": c.at, "from": c.from, "to": c.to })).collect::<Vec<_>>(),
            "numbers": r.numbers.iter().map(number).collect::<Vec<_>>(),
            "owners": r.owners.as_ref().map(|(from, to)| json!({ "from": from, "to": to })),
        })
    };
    let changed = diff.rows.iter().filter(|r| !r.is_kept());
    json!({ "schema": "yinuo.diff/1", "rows": changed.map(row).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use yinuo_app::Edition;

    use super::*;

    fn told(old: &str, new: &str, lang: Lang) -> String {
        let list = |promise| format!("青岚县2027年民生实事清单\n序号,工作任务,责任单位\n1,{promise},县教体局\n");
        let plan = |promise| {
            let edition = Edition::compile("list.csv", list(promise).as_bytes(), &Default::default());
            edition.expect("a list is text").compiled.plan
        };
        text(&plan(old), &plan(new), lang)
    }

    #[test]
    fn a_number_is_told_with_what_it_has_become() {
        let (apart, part) = ("建设球场30片，改造球场12片。", "建设球场30片（其中改造12片）。");
        assert!(told(apart, part, Lang::Zh).contains("事项 数量 12片 → 其中12片"), "{}", told(apart, part, Lang::Zh));
        assert!(told(part, apart, Lang::En).contains("promise number of which 12片 → 12片"));
        let turned = told("盗抢警情同比下降10%。", "盗抢警情同比上升10%。", Lang::Zh);
        assert!(turned.contains("数量 下降10% → 增长10%"), "{turned}");
        let other = told("建球场30片，其中乡镇12片；建步道9片。", "建球场30片；建步道19片，其中乡镇12片。", Lang::Zh);
        assert!(other.contains("数量 30片中的12片 → 19片中的12片"), "{other}");
    }
}
