//! `yinuo explain CODE`: the page of a code, as it stands in docs/codes, with Markdown's marks taken off.

use yinuo_diag::{Lang, codes};

use crate::Outcome;
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::print;

/// Runs the command.
pub(crate) fn run(code: Option<&str>) -> Result<Outcome, CliError> {
    let lang = chosen();
    match code {
        None => print(&list(lang))?,
        Some(text) => {
            let code = codes::find(text).ok_or_else(|| CliError::NoSuchCode(text.into()))?;
            print(&plain(lang.pick(code.page_zh, code.page_en)))?;
        }
    }
    Ok(Outcome::Clean)
}

/// Every code on one line.
fn list(lang: Lang) -> String {
    let lines = codes::ALL.iter().map(|c| {
        let severity = c.severity.name();
        format!("{}  {severity:<7}  {:<24}  {}\n", c.id, c.name, lang.pick(c.title_zh, c.title_en))
    });
    lines
        .chain([format!(
            "\n{}\n",
            say("`yinuo explain 代码` 查看其中一个", "`yinuo explain CODE` explains one of them")
        )])
        .collect()
}

/// A page for the terminal: headings without `#`, examples indented, no marks of emphasis.
fn plain(page: &str) -> String {
    let mut out = String::new();
    let mut in_example = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            in_example = !in_example;
            continue;
        }
        match in_example {
            true => out += &format!("    {line}"),
            false => out += &line.trim_start_matches('#').trim_start_matches(' ').replace("**", ""),
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reads_well_without_marks() {
        let page = "# C012 `x`\n\nSay **what** is done.\n\n```text\n# 甲\n```\n- one\n";
        assert_eq!(plain(page), "C012 `x`\n\nSay what is done.\n\n    # 甲\n- one\n");
    }
}
