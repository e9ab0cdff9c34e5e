//! Words for an end state that anyone could check without a number: 投入使用, 建成, 全覆盖. In 开展…工作 the same words
//! name a topic and promise nothing.

use std::ops::Range;
use std::sync::LazyLock;

use super::dictionary::List;
use super::numeral;
use super::vague;
use super::wordlist::WordList;
use super::words::Said;

/// Every word of an end state.
pub static OUTCOMES: LazyLock<WordList<Outcome>> = LazyLock::new(|| WordList::new(List::Outcomes, TABLE));

/// What a word says about the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Work is finished: 完成, 竣工, 通车.
    Finished,
    /// A state holds afterwards: 投入使用, 开放.
    State,
    /// 实现: as good as what it names.
    Reached,
    /// A longer word that only looks like one.
    Other,
}

pub(super) static TABLE: &[(&str, Outcome)] = &[
    ("完成", Outcome::Finished),
    ("建成", Outcome::Finished),
    ("建好", Outcome::Finished),
    ("竣工", Outcome::Finished),
    ("完工", Outcome::Finished),
    ("落成", Outcome::Finished),
    ("投入使用", Outcome::State),
    ("投入运营", Outcome::State),
    ("投用", Outcome::State),
    ("交付", Outcome::State),
    ("移交", Outcome::State),
    ("开通", Outcome::State),
    ("启用", Outcome::State),
    ("上线", Outcome::State),
    ("打通", Outcome::Finished),
    ("开放", Outcome::State),
    ("开园", Outcome::State),
    ("开诊", Outcome::State),
    ("通车", Outcome::Finished),
    ("贯通", Outcome::Finished),
    ("运行", Outcome::State),
    ("运营", Outcome::State),
    ("发布", Outcome::State),
    ("出台", Outcome::State),
    ("印发", Outcome::State),
    ("建立", Outcome::State),
    ("设立", Outcome::State),
    ("成立", Outcome::State),
    ("开设", Outcome::State),
    ("实现", Outcome::Reached),
    ("取消", Outcome::State),
    ("验收", Outcome::State),
    ("达标", Outcome::State),
    ("全覆盖", Outcome::State),
    ("清零", Outcome::State),
    ("归零", Outcome::State),
    ("全部", Outcome::State),
    ("应保尽保", Outcome::State),
    ("应助尽助", Outcome::State),
    ("应改尽改", Outcome::State),
    ("应建尽建", Outcome::State),
    ("应养尽养", Outcome::State),
    ("正增长", Outcome::State),
    ("启动建设", Outcome::State),
    ("破土动工", Outcome::State),
    ("开工建设", Outcome::State),
    ("动工建设", Outcome::State),
    ("开放式", Outcome::Other),
    ("开放型", Outcome::Other),
    ("建立健全", Outcome::Other),
    ("完成率", Outcome::Other),
    ("直通车", Outcome::Other),
    ("实现形式", Outcome::Other),
    ("运行机制", Outcome::Other),
    ("运营管理", Outcome::Other),
];

/// The first end state a cell promises.
pub fn promised(cell: Said) -> Option<Range<usize>> {
    cell.clauses().find_map(|clause| {
        let holds = |(word, outcome): &(Range<usize>, Outcome)| match outcome {
            Outcome::Other => false,
            Outcome::Reached => names_a_state(clause.part(word.end..clause.text().len())),
            // 早年建成的住房 says which are meant
            Outcome::Finished => {
                let what = &clause.text()[word.end..];
                !what.starts_with('的') && !is_set_by_others(what)
            }
            Outcome::State => true,
        };
        let (word, _) = OUTCOMES.find(clause).find(holds)?;
        let start = clause.range().start;
        (!is_topic(clause.text())).then(|| start + word.start..start + word.end)
    })
}

/// 完成上级下达的减排指标: how much that is, others decide, and the promise does not say.
fn is_set_by_others(what: &str) -> bool {
    const SET: [&str; 5] = ["下达", "上级", "省定", "市定", "交办"];
    const AMOUNTS: [&str; 4] = ["指标", "任务", "目标", "计划"];
    AMOUNTS.iter().any(|amount| what.ends_with(amount)) && SET.iter().any(|set| what.contains(set))
}

/// True for a service within so much time: 24小时内处置, 30日内整改到位. Anyone can check it, though nothing is counted.
pub fn within_a_time(cell: Said) -> bool {
    const UNITS: [&str; 5] = ["分钟", "小时", "天", "日", "工作日"];
    let numbered = |n: &str| n.trim_end_matches('个').ends_with(|c: char| c.is_numeric() || numeral::begins(c));
    let limited = |words: &str| {
        let words = words.trim_end_matches(['以', '之']);
        UNITS.iter().any(|unit| words.strip_suffix(unit).is_some_and(numbered))
    };
    let text = cell.text();
    text.match_indices('内').any(|(at, _)| limited(&text[..at]))
}

/// True where a level that others publish is promised: 不低于全市平均水平, 与经济增长同步.
pub fn is_like_others(cell: Said) -> bool {
    const REACHES: [&str; 5] = ["不低于", "高于", "达到", "超过", "不高于"];
    cell.clauses().any(|clause| {
        let words = clause.text();
        let average = words.contains("平均水平") && REACHES.iter().any(|word| words.contains(word));
        average || words.ends_with("同步") && words.contains(['与', '和'])
    })
}

/// True where works are promised to begin: 新水厂开工. Whoever passes by can say whether they have.
pub fn is_begun(cell: Said) -> bool {
    cell.clauses().any(|clause| ["开工", "动工"].iter().any(|word| clause.text().ends_with(word)))
}

/// True where all of a class are promised what anyone could look for: 所有行政村通公交, 为全县女孩免费接种, 应检尽检.
pub fn all_of_a_class(cell: Said) -> bool {
    const ALL: [&str; 8] = ["所有", "全体", "全市", "全县", "全区", "全省", "全镇", "全自治区"];
    const GIVEN: [&str; 16] = [
        "免费", "全免", "无差别", "配备", "安装", "接入", "通公交", "通客车", "通硬化路", "通水", "通气", "通网",
        "通邮", "通电", "得到解决", "全部解决",
    ];
    cell.clauses().any(|clause| {
        let words = clause.text();
        let of = |list: &[&str]| list.iter().any(|w| words.contains(w));
        let open = || vague::OPEN_HEADS.prefix(clause.text()).is_some();
        is_all_there_is(words) || is_solved_for_all(words) || (is_for_each(words) || of(&ALL) && of(&GIVEN)) && !open()
    })
}

/// 解决所有山村饮水问题: each village can say whether it was. 解决全市停车难问题 names nobody.
fn is_solved_for_all(words: &str) -> bool {
    const SOLVES: [&str; 3] = ["解决", "消除", "化解"];
    const ALL: [&str; 3] = ["所有", "全部", "全体"];
    let class = SOLVES.iter().find_map(|solve| words.strip_prefix(solve));
    class.is_some_and(|of| ALL.iter().any(|all| of.starts_with(all)))
}

/// 免除学杂费, 缴费全额补助, 由财政全额承担, 每天都供餐, 一村一警: each of those concerned can say whether it was so.
fn is_for_each(words: &str) -> bool {
    const WHOLLY: [&str; 8] =
        ["全额补助", "全额补贴", "全额资助", "全额代缴", "全额承担", "全额负担", "全额报销", "每天都"];
    // whoever sets the policy decides how much is the whole
    const LIMITED: [&str; 3] = ["政策范围内", "政策内", "目录内"];
    const PLACES: [char; 6] = ['村', '镇', '乡', '校', '县', '班'];
    const POSTS: [&str; 9] = ["警", "辅警", "医", "医生", "民警", "卫生室", "幼儿园", "法律顾问", "校医"];
    let waived = || words.split_once("免除").is_some_and(|(_, what)| what.contains('费'));
    let each = |(at, _): (usize, &str)| {
        let mut after = words[at + '一'.len_utf8()..].chars();
        let place = after.next().is_some_and(|c| PLACES.contains(&c));
        let one = after.as_str().strip_prefix('一').map(|rest| rest.trim_start_matches(['名', '个', '所']));
        place && one.is_some_and(|rest| POSTS.iter().any(|post| rest.starts_with(post)))
    };
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    (holds(&WHOLLY) && !holds(&LIMITED)) || waived() || words.match_indices(['一', '每']).any(each)
}

/// 应检尽检, 应接尽接: whatever should be done is.
fn is_all_there_is(words: &str) -> bool {
    words.match_indices('应').any(|(at, _)| {
        let mut four = words[at..].chars().skip(1);
        matches!((four.next(), four.next(), four.next()), (Some(a), Some('尽'), Some(b)) if a == b)
    })
}

/// What 实现 leads to: neither a slogan in quotation marks nor a direction in which things go on.
fn names_a_state(reached: Said) -> bool {
    const DIRECTIONS: [&str; 8] = ["发展", "升级", "转型", "增长", "进步", "突破", "飞跃", "良性循环"];
    let words = reached.text();
    let bracket = if words.ends_with(['）', ')']) { words.rfind(['（', '(']) } else { None };
    let words = words[..bracket.unwrap_or(words.len())].trim_end();
    !words.is_empty()
        && !words.ends_with(['”', '"', '」'])
        && !DIRECTIONS.iter().any(|d| words.ends_with(d))
        && !vague::OPEN_HEADS.occurs(reached)
}

/// 开展道路贯通宣传工作: the word names what the work is about.
fn is_topic(clause: &str) -> bool {
    clause.starts_with("开展") && clause.ends_with("工作")
}

/// The first clause of a cell that promises finished work, with the place of its word in the cell.
pub fn finished(cell: Said) -> Option<(Said, Range<usize>)> {
    cell.clauses().find_map(|clause| {
        let finished = OUTCOMES.find(clause).find(|(_, o)| *o == Outcome::Finished);
        let (word, _) = finished.filter(|_| !is_topic(clause.text()))?;
        let start = clause.range().start;
        Some((clause, start + word.start..start + word.end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn end_states_are_told_from_topics() {
        let cases = [
            ("东湖公园9月投入使用。", Some("投入使用")),
            ("开展道路贯通宣传工作。", None),
            ("推进东湖公园建设。", None),
            ("建立健全帮扶机制。", None),
            ("开通夜间公交线路。", Some("开通")),
            ("举办法律服务直通车活动。", None),
            // what is reached has to be a state, not a slogan or a direction
            ("实现雨污分流。", Some("实现")),
            ("实现村村通公交", Some("实现")),
            ("实现菜场“日日清”（牵头单位：商务局）。", None),
            ("实现集体经济高质量发展。", None),
            ("实现服务水平明显提升。", None),
            ("实现养老服务站点全覆盖。", Some("实现")),
            ("开展早年建成的住房加固试点。", None),
            ("完成上级下达的节水计划指标。", None),
            ("完成市下达的征兵任务。", None),
            ("完成市政管网改造任务。", Some("完成")),
            // who pays the whole is no state of anything
            ("产前检查费用全额补助。", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(promised(Alone::anew(text).said()).map(|r| &text[r]), wanted, "{text}");
        }
    }

    #[test]
    fn a_time_for_a_service_can_be_checked() {
        for yes in ["来电后24小时内处置", "30日内整改到位", "限5个工作日以内办结", "两小时内到场", "十五分钟之内响应"]
        {
            assert!(within_a_time(Alone::anew(yes).said()), "{yes}");
        }
        for no in ["年内推进整治", "近日内公布", "区内推广", "24小时服务", "三年内见效"] {
            assert!(!within_a_time(Alone::anew(no).said()), "{no}");
        }
    }

    #[test]
    fn works_that_begin_can_be_checked() {
        for (text, is) in
            [("第六水厂开工", true), ("旧桥拆除,新桥动工", true), ("加强开工管理", false), ("开工项目", false)]
        {
            assert_eq!(is_begun(Alone::anew(text).said()), is, "{text}");
        }
        for yes in ["居民收入与经济增长基本同步", "森林覆盖率不低于全市平均水平"] {
            assert!(is_like_others(Alone::anew(yes).said()), "{yes}");
        }
        for no in ["提高平均水平", "推进同步建设", "做好同步"] {
            assert!(!is_like_others(Alone::anew(no).said()), "{no}");
        }
        for yes in ["居民收入保持正增长", "启动建设湿地公园"] {
            assert!(promised(Alone::anew(yes).said()).is_some(), "{yes}");
        }
    }

    #[test]
    fn all_of_a_class_can_be_checked() {
        for yes in [
            "为孕妇免费筛查，做到应检尽检",
            "所有行政村通公交",
            "为全县13岁女孩免费接种",
            "免除山区小学书本费",
            "对渔民保险个人缴费给予全额补贴",
            "参保费用的个人部分由财政全额承担",
            "山区学生每天都有热饭吃",
            "推行“一村一警”",
            "做到每村一名医生",
            "所有山村的饮水问题得到解决",
            "解决所有山村饮水问题",
            "住院费用全额报销",
        ] {
            assert!(all_of_a_class(Alone::anew(yes).said()), "{yes}");
        }
        for no in [
            "推进全县免费开放工作",
            "完善全市公交线路",
            "应当尽快安装",
            "免费开放文化馆",
            "推行“一村一品”",
            "推进免除书本费试点",
            "解决全市停车难问题",
            "政策范围内住院费用全额报销",
            "免除后顾之忧",
        ] {
            assert!(!all_of_a_class(Alone::anew(no).said()), "{no}");
        }
    }
}
