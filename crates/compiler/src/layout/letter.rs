//! What a letter and its paper put around a list: a number of the file, an address to all offices, the courtesies at the end,
//! who signed and when. Such a line holds no commitment, so nobody need look at it. Judges one line by its own words;
//! where it stands is for others to ask.

use super::byline;
use super::closing;
use super::digits;
use super::facts;
use super::furniture::{self, Furniture};
use super::notes;
use crate::syntax::letters::is_han;
use crate::syntax::outcomes::OUTCOMES;
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Alone;

/// The longest line of a letter's frame, in characters.
const LONGEST: usize = 80;

/// True for a line of which it is plain that no commitment is in it.
pub fn holds_none(line: &str) -> bool {
    let line = line.trim();
    if furniture::of(line) == Furniture::Yes || furniture::is_foot(line) {
        return true;
    }
    if line.chars().count() > LONGEST {
        return false;
    }
    let frame = is_signature(line)
        || is_letterhead(line)
        || is_address(line)
        || is_formula(line)
        || sends_out(line)
        || byline::is_one(line);
    frame || closing::is_courtesy(line) || announces(line)
}

/// Who signs, or when, or both.
pub fn is_signature(line: &str) -> bool {
    let line = line.trim();
    is_date(line) || is_office(line) || signed(line).is_some()
}

/// A date with its year, and nothing else: `2027年1月20日`, `二〇二七年一月`.
pub fn is_date(line: &str) -> bool {
    const PARTS: usize = 30;
    let line = line.trim().trim_end_matches("印发");
    let digit = |c: char| digits::any(c).is_some() || c == '十';
    line.len() <= PARTS * 3
        && facts::year(line).is_some()
        && line.contains('月')
        && line.starts_with(digit)
        && line.chars().all(|c| digit(c) || matches!(c, '年' | '月' | '日' | ' ' | '　'))
}

/// The office and the date of a line that has both: `青石县人民政府办公室 2027年1月20日`.
fn signed(line: &str) -> Option<(&str, &str)> {
    let years = line.char_indices().filter(|(_, c)| digits::any(*c).is_some());
    let (at, _) = years.into_iter().find(|(at, _)| is_date(&line[*at..]))?;
    let office = line[..at].trim();
    is_office(office).then_some((office, &line[at..]))
}

/// The name of an authority and nothing else, perhaps with what it filled in or its seal.
pub fn is_office(line: &str) -> bool {
    const ENDS: &[&str] = &[
        "政府", "办公室", "政府办", "委员会", "管委会", "督查室", "主席团", "代表大会", "指挥部", "领导小组",
        "工作专班", "局", "委", "厅", "门户网站",
    ];
    const LABELS: &[&str] = &["填报单位", "制表单位", "编制单位", "发布单位", "印发单位", "签发单位", "公布单位"];
    let label = |l: &str| line.strip_prefix(l).and_then(|rest| rest.strip_prefix(['：', ':']));
    let name = LABELS.iter().find_map(|l| label(l)).unwrap_or(line).trim();
    let name = name.trim_end_matches("（盖章）").trim_end_matches("(盖章)").trim_end_matches("（章）").trim();
    let words = |c: char| is_han(c) || matches!(c, '、' | ' ' | '　' | '·');
    (4..=30).contains(&name.chars().count())
        && name.chars().all(words)
        && ENDS.iter().any(|end| name.ends_with(end))
        && !is_done(name)
}

/// Whether words begin with something that is done: 成立县防汛指挥部 names no office.
fn is_done(words: &str) -> bool {
    let alone = Alone::anew(words);
    let verb = VERBS.first(alone.said()).map(|(at, _)| at.start);
    let outcome = OUTCOMES.first(alone.said()).map(|(at, _)| at.start);
    verb == Some(0) || outcome == Some(0)
}

/// A line that closes a letter in set words: 特此公告, 现予公布, （此件公开发布）, 抄送.
pub fn is_formula(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "特此公告", "特此通知", "特此通告", "特此报告", "现予公告", "现予公布", "现予印发", "现予公示", "此件公开发布",
        "此件主动公开", "此件依申请公开", "抄送：", "抄送:", "抄报：", "抄报:",
    ];
    const SHORT: usize = 14;
    let bare = line.trim().trim_start_matches(['（', '(']);
    let sent = bare.starts_with('抄');
    WORDS.iter().any(|w| bare.starts_with(w)) && (sent || bare.chars().count() <= SHORT)
}

/// The sentence by which a notice sends out what it has annexed: `现将《…》印发给你们，请认真贯彻执行。`
fn sends_out(line: &str) -> bool {
    line.contains("印发给你们") && line.starts_with(['现', '《', '经'])
}

/// The number of a file, the head of its paper, the mark of an annex: `青政发〔2027〕4号`, `青石县人民政府文件`, `附件2`.
pub fn is_letterhead(line: &str) -> bool {
    let file_number =
        || line.ends_with(['号', '）', ')']) && line.contains(['〔', '［', '﹝']) && line.contains(['〕', '］', '﹞']);
    let paper = || line.strip_suffix("文件").is_some_and(is_office);
    let annex = || {
        let rest = ["附件", "附表", "表", "附"].iter().find_map(|w| line.strip_prefix(w));
        rest.is_some_and(|n| n.chars().all(|c| digits::any(c).is_some() || matches!(c, '十' | '：' | ':' | ' ')))
    };
    // the number of a bulletin, and what an authority calls it
    let bulletin = || line.trim_matches(['（', '）', '(', ')']).strip_prefix('第').is_some_and(|n| is_number(n, "号"));
    let notice = || ["公告", "通告", "通知"].iter().any(|w| line.strip_suffix(w).is_some_and(is_office));
    file_number() || paper() || annex() || bulletin() || notice()
}

/// Whether words are a number before this word, and no more.
fn is_number(words: &str, unit: &str) -> bool {
    let number = words.strip_suffix(unit).filter(|n| !n.is_empty());
    number.is_some_and(|n| n.chars().all(|c| digits::any(c).is_some() || c == '十'))
}

/// The address of a letter: `各乡镇人民政府，县政府各部门：`.
fn is_address(line: &str) -> bool {
    let words = |c: char| is_han(c) || "，,、（）() ".contains(c);
    let named = line.strip_suffix(['：', ':']).filter(|l| l.starts_with('各'));
    named.is_some_and(|l| {
        l.chars().all(words) && l.ends_with(['府', '位', '门', '构', '委', '局', '会', '道', '区', '县'])
    })
}

/// A sentence that only announces the list: `确定2027年办好以下12件民生实事，现公布如下。` Before a colon it need not count.
fn announces(line: &str) -> bool {
    let opens = line.ends_with(['：', ':']);
    let ends = line.trim_end_matches(['。', '：', ':', '—']);
    let ends = if opens { ends.trim_end_matches(['”', '’', '"']) } else { ends };
    let points_below = ["如下", "以下", "下列", "现予公布", "现予公告"].iter().any(|w| line.contains(w))
        || ["实事", "实事项目", "包括", "分别为", "分别是"].iter().any(|w| ends.ends_with(w));
    let unnumbered = super::marker::leading(line).is_none();
    points_below
        && unnumbered
        && line.contains("实事")
        && (opens || facts::declared(line).items.is_some())
        && !notes::is_remark(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_around_a_list_are_told_from_commitments() {
        for yes in [
            "青石县人民政府办公室",
            "2027年1月20日",
            "二〇二七年一月二十日",
            "青石县人民政府　2027年1月20日",
            "填报单位：青石县政府督查室（盖章）",
            "青石县第十七届人民代表大会第三次会议主席团",
            "特此公告。",
            "（此件公开发布）",
            "青政发〔2027〕4号",
            "青石县人民政府文件",
            "附件2",
            "各乡镇人民政府，县政府各部门、各直属机构：",
            "请结合实际认真组织实施。",
            "我们将把各项实事抓细抓实，确保件件有着落、事事有回音。",
            "经县人大代表票决，确定办好以下12件民生实事，现公布如下。",
            "县政府确定了2027年十件民生实事，现予公布，接受监督。",
            "今年重点办好6件民生实事：",
            "附2027年青石“十件实事”:",
            "按得票多少，2027年度民生实事项目如下：",
            "大会表决通过下列民生实事项目：",
            "青石县人民代表大会公告",
            "（第12号）",
            "各镇人民政府,县直各单位:",
            "现将《青石县2027年民生实事任务分解表》印发给你们，请认真贯彻执行。",
            "【打印本页】",
        ] {
            assert!(holds_none(yes), "{yes}");
        }
        for no in [
            "成立青石县防汛抗旱指挥部",
            "新建便民服务中心办公室",
            "2027年1月20日前完成选址",
            "组织实施老旧小区改造",
            "现予公布的12个小区改造完毕，居民全部迁回",
            "修渠5条",
            "各乡镇新建公园1个：",
            "城乡环境整治",
            "免费开放县文化馆",
            "开工建设下列项目：",
            "第3号楼加装电梯",
            "发布旱情公告",
        ] {
            assert!(!holds_none(no), "{no}");
        }
    }
}
