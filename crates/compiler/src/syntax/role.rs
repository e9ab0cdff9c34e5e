//! What a number is in its clause, as far as the clause itself says: a rate, a base, a threshold, a running total.
//! The mode of the measure is settled later, with the whole commitment in view (`lower::modes`).

use yinuo_model::Bound;

use super::completion;
use super::cue::{Clause, Cue, ends_clause};
use super::direction::{FALLS, RISES};
use super::fold::Folded;
use super::numeral;
use super::unit::Sort;

/// What the clause says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing: a plain amount.
    Plain,
    /// A ratio, a per-head amount, a frequency.
    Rate,
    /// An age, a threshold, a base, a place that locates the work.
    Context,
    /// 累计.
    Running,
    /// A share of the work that is done.
    Progress,
    /// A share of the work that is done in a period; of a promise, a rate.
    Completion,
    /// The whole year's amount.
    WholeYear,
}

/// A measure found, in characters.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// First character, with a touching bound.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it measures; none for a bare number.
    pub sort: Option<Sort>,
    /// True for a compound unit.
    pub per: bool,
    /// Its limit.
    pub bound: Bound,
    /// True when the limit stands after the number.
    pub bound_after: bool,
}

/// The role of the number at `m`.
pub fn of(f: &Folded, clause: &Clause, m: Seen) -> Role {
    if m.sort == Some(Sort::Age) && f.any_before(m.start, &["达", "达到", "提高到"]) > 0 {
        return Role::Rate;
    }
    let breadth = m.sort == Some(Sort::Size) && f.any_before(m.start, &["宽", "宽度", "深", "厚", "直径", "管径"]) > 0;
    // 36班小学: how large the school is
    let classes = m.sort == Some(Sort::Count)
        && f.before(m.end) == '班'
        && f.any(m.end, &["小学", "中学", "初中", "高中", "学校", "幼儿园"]) > 0;
    let limit = m.sort == Some(Sort::Size) && f.any_before(m.start, &["限速", "限高", "限重", "限宽"]) > 0;
    if m.sort == Some(Sort::Age)
        || breadth
        || limit
        || classes
        || is_base(f, clause, m.end)
        || is_threshold(f, m)
        || locates(f, clause, m)
    {
        return Role::Context;
    }
    if is_level_of_time(f, clause, m) {
        return Role::Rate;
    }
    // 每次报修24小时内处置: by when, whatever it is done for
    if m.sort == Some(Sort::Duration) && m.bound_after && m.bound == Bound::AtMost && !is_shortened(f, clause, m) {
        return Role::Context;
    }
    if matches!(m.sort, Some(Sort::Ratio | Sort::Points)) {
        return completion::of(f, clause, m).unwrap_or(Role::Rate);
    }
    let each = clause.last(Cue::Each);
    let whole = [Cue::Running, Cue::WholeYear, Cue::Total].into_iter().filter_map(|c| clause.last(c)).max();
    // 面积均不低于200平方米: of each of those named before it
    let of_each = matches!(m.sort, Some(Sort::Size | Sort::Money))
        && f.any_before(m.start, &["均", "均为", "均达", "均达到"]) > 0;
    // 新增处理能力1500吨/日: how large the plant is
    let capacity = m.per && f.any_before(m.start, &["能力", "规模", "产能"]) > 0;
    if m.per && !capacity
        || of_each
        || is_by_heads(f, clause, m)
        || is_price(f, clause, m)
        || each.is_some() && each > whole
    {
        return Role::Rate;
    }
    if clause.has(Cue::Running) {
        return Role::Running;
    }
    if clause.has(Cue::Standing) || m.sort == Some(Sort::Duration) && !is_shortened(f, clause, m) {
        return Role::Context;
    }
    if clause.has(Cue::WholeYear) { Role::WholeYear } else { Role::Plain }
}

/// 万人公交车拥有量达到9标台, 千人床位数6.5张: how many there are for so many people.
fn is_by_heads(f: &Folded, clause: &Clause, m: Seen) -> bool {
    const LEVELS: &[&str] = &["达到", "达", "为", "增至", "提高到", "提高至", "提升到", "提升至", "增加到", "不低于"];
    const OWNED: &[&str] = &["拥有量", "占有量", "保有量", "床位数", "拥有率", "拥有"];
    const HEADS: &[&str] = &["万人", "千人", "百人", "百户"];
    const NEAR: usize = 20;
    let named = m.start - f.any_before(m.start, LEVELS);
    if f.any_before(named, OWNED) == 0 {
        return false;
    }
    let counted = |j: usize| j > 0 && numeral::begins(f.get(j - 1));
    (clause.taken.max(named.saturating_sub(NEAR))..named).any(|j| f.any(j, HEADS) > 0 && !counted(j))
}

/// 票价一元, 补助标准800元, 贷款额度提高到20万元: a price or a limit, and nothing that is paid out in all.
fn is_price(f: &Folded, clause: &Clause, m: Seen) -> bool {
    const PRICES: &[&str] =
        &["票价", "单价", "售价", "限额", "上限", "封顶线", "起付线", "最低工资", "工资", "标准", "额度"];
    const CHANGES: &[&str] = &["提高", "提升", "提至", "上调", "下调", "降低", "调整", "放宽", "最高", "不超过"];
    const NEAR: usize = 16;
    if m.sort != Some(Sort::Money) {
        return false;
    }
    if f.any(m.end, &["票价", "车票", "门票"]) > 0 || is_once_each(f, m) {
        return true;
    }
    // 补助金额不超过200万元: the most that one is given
    let given = &["补助金额", "补贴金额", "奖励金额", "奖补金额", "补助资金", "最高补助", "最高奖励", "最高补贴"];
    if m.bound == Bound::AtMost && f.any_before(m.start - f.any_before(m.start, &["最高", "均", "原则上"]), given) > 0
    {
        return true;
    }
    let from = clause.start.max(m.start.saturating_sub(NEAR));
    (from..m.start).any(|j| {
        let n = f.any(j, PRICES);
        // 追回工资, 追发拖欠工资: what was owed, and no rate of pay
        let owed = || f.starts(j, "工资") && (from..j).any(|k| matches!(f.get(k), '追' | '讨' | '欠' | '偿'));
        let apart = matches!(f.before(j), '总' | '高') && !f.ends(j, "提高") || n > 0 && owed();
        let next = f.get(j + n);
        // 标准农田 is no standard of pay
        let leads = j + n == m.start
            || matches!(next, '提' | '上' | '下' | '降' | '调' | '放' | '为' | '达' | '至')
            || matches!(next, '由' | '从' | '每' | '不' | '最' | '分' | ':' | ' ' | '(');
        // a limit is a limit where it is moved; otherwise it may be an amount
        let limits =
            || !f.starts(j, "额度") || (j..m.start).any(|k| f.any(k, CHANGES) > 0) || is_allowance(f, clause, j, m);
        n > 0 && leads && !apart && limits()
    })
}

/// 一次性补助1万元, 二孩补贴5000元: what one person is given. A large sum is given to all.
fn is_once_each(f: &Folded, m: Seen) -> bool {
    const GIVEN: &[&str] = &["补助", "补贴", "奖励", "奖补", "资助", "救助", "津贴", "补偿", "发放", "给予"];
    const SMALL: usize = 2;
    let given = f.any_before(m.start, GIVEN);
    let before = m.start - given;
    let of_one = given > 0 && (f.any_before(before, &["一次性", "一次性生活"]) > 0 || f.before(before) == '孩');
    let digits = (m.start..m.end).take_while(|j| f.get(*j).is_ascii_digit()).count();
    let large = (m.start..m.end).any(|j| f.get(j) == '亿' || f.get(j) == '万' && digits > SMALL);
    of_one && !large
}

/// 贷款额度20万元: what one borrower may have, told of the loan alone; 下达贷款额度800万元 is handed out in all.
fn is_allowance(f: &Folded, clause: &Clause, at: usize, m: Seen) -> bool {
    const GRANTS: &[&str] = &["贷款", "借款", "担保", "补助", "补贴", "救助", "资助", "报销", "提取", "单户", "单笔"];
    const HANDED_OUT: &[&str] = &[
        "下达", "安排", "投放", "发放", "新增", "落实", "争取", "拨付", "提供", "筹集", "完成", "总", "共", "累计",
        "全年", "全市", "全县", "全区", "全省",
    ];
    let in_all = || (clause.start..at).any(|j| f.any(j, HANDED_OUT) > 0) || (m.start..m.end).any(|j| f.get(j) == '亿');
    f.any_before(at, GRANTS) > 0 && !in_all()
}

/// The A of 从A提高到B, also where several bases stand in a row.
fn is_base(f: &Folded, clause: &Clause, end: usize) -> bool {
    const WIDER: &[&str] = &["扩大", "调整", "扩展", "扩增", "拓展", "延长", "扩"];
    // each of them begins so
    let begins = |c: char| {
        matches!(c, '提' | '增' | '扩' | '降' | '下' | '减' | '压' | '缩' | '调' | '上' | '拓' | '延' | '升')
            || matches!(c, '涨' | '削' | '回')
    };
    let change = |at: usize| {
        if !begins(f.get(at)) {
            return false;
        }
        let reaches = |words| match f.any(at, words) {
            0 => false,
            n => matches!(f.get(at + n), '到' | '至' | '为'),
        };
        reaches(RISES) || reaches(FALLS) || reaches(WIDER)
    };
    if change(end) {
        return true;
    }
    if !clause.has(Cue::From) {
        return false;
    }
    (end..end + 24).take_while(|j| *j < f.len() && ends_clause(f.get(*j)).is_none()).any(|j| {
        change(j) || matches!(f.get(j), '到' | '至') && numeral::begins(f.get(j + 1)) && f.get(j + 1).is_ascii_digit()
    })
}

/// 500人以上的企业, 20年以上老旧小区, 超10亿元的龙头: a limit on what is meant, not on what is done.
fn is_threshold(f: &Folded, m: Seen) -> bool {
    const DONE: &[&str] =
        &["新建", "建设", "建成", "完成", "改造", "修建", "铺设", "新增", "投资", "投入", "提供", "发放", "绿化"];
    const RAISED: &[&str] = &["设立", "筹集", "募集", "争取", "落实", "安排", "资金", "整合", "腾出", "善款"];
    const PURPOSES: &[&str] = &["用于", "支持", "惠及", "扶持", "资助", "奖励", "补助", "帮助", "保障"];
    const BODIES: &[&str] = &["企业", "单位", "机构", "公司", "场所", "工地", "用人单位"];
    const SETTLEMENTS: &[&str] = &["自然村", "行政村", "村", "屯", "居民点", "安置点", "聚居点"];
    const CHILDREN: &[&str] = &["子女", "孩子", "未成年"];
    if f.any(m.end, &["范围内", "半径"]) > 0 || m.sort == Some(Sort::Size) && f.any(m.end, &["覆盖", "服务圈"]) > 0
    {
        return true;
    }
    // 80米以上高层住宅
    if m.sort == Some(Sort::Size) && m.bound_after && f.any(m.end, &["高层", "超高层"]) > 0 {
        return true;
    }
    let limits = m.bound_after || matches!(m.bound, Bound::MoreThan | Bound::AtMost) && m.sort == Some(Sort::Money);
    let closes = f.get(m.end) == '的' && f.any(m.end + 1, &["目标", "任务", "总", "要求"]) == 0;
    let sized = matches!(m.sort, Some(Sort::Duration | Sort::Size | Sort::Money)) && m.bound_after;
    // 筹集资金2亿元以上用于助学: a sum for a purpose limits nothing
    let money = m.sort == Some(Sort::Money);
    if money && (f.any(m.end, PURPOSES) > 0 || f.any_before(m.start, RAISED) > 0) {
        return false;
    }
    let body = m.sort == Some(Sort::Count) && m.bound_after && f.any(m.end, BODIES) > 0;
    // 20户以上自然村: how large the villages are that are meant, whatever is done in them
    let people = m.bound_after && (m.start..m.end).any(|j| matches!(f.get(j), '户' | '人'));
    let at = m.end + usize::from(f.get(m.end) == '的');
    if people && f.any(at, SETTLEMENTS) > 0 || m.bound_after && f.any(at, CHILDREN) > 0 {
        return true;
    }
    let noun = ('\u{4e00}'..='\u{9fff}').contains(&f.get(m.end)) && f.get(m.end) != '的';
    // 6层以上住宅: how high the houses are
    let floors = m.bound_after && noun && (m.start..m.end).any(|j| f.get(j) == '层');
    let share = matches!(m.sort, Some(Sort::Ratio | Sort::Points));
    !share && (limits && closes || sized && noun || body || floors) && f.any_before(m.start, DONE) == 0
}

/// 压缩至3个工作日: the time itself is what is promised; elsewhere a time says how long or by when.
fn is_shortened(f: &Folded, clause: &Clause, m: Seen) -> bool {
    const VERBS: &[&str] = &[
        "压缩", "缩短", "缩减", "提速", "控制在", "不少于", "不低于", "开放", "服务", "培训", "学习", "达", "降至",
        "降到", "缩至",
    ];
    let from = clause.start.max(m.start.saturating_sub(12));
    (from..m.start + 3).any(|j| f.any(j, VERBS) > 0)
}

/// 候诊时间20分钟以内, 办理时限压缩至3个工作日, 车龄降至5年: how long one case takes, or how old one is; a level, as a rate is.
fn is_level_of_time(f: &Folded, clause: &Clause, m: Seen) -> bool {
    const NAMES: &[&str] = &["时间", "时长", "间隔", "时限", "用时", "周期", "车龄", "耗时"];
    const NEAR: usize = 10;
    let named = || (clause.taken.max(m.start.saturating_sub(NEAR))..m.start).any(|j| f.any(j, NAMES) > 0);
    m.sort == Some(Sort::Duration) && m.bound != Bound::AtLeast && named()
}

/// Places named to say where the work is done, when an amount of the work itself follows in the sentence.
fn locates(f: &Folded, clause: &Clause, m: Seen) -> bool {
    const PLACES: &[&str] =
        &["社区", "街道", "乡镇", "镇", "乡", "村", "县", "区", "市", "园区", "网格", "试点", "小区"];
    const KINDS: &[&str] = &["重点", "试点", "脱贫", "边境", "山区", "涉农", "中心", "民族", "少数民族"];
    // 在甲县、乙县等8个县: the names stand between
    let reach = if f.before(m.start) == '等' { 40 } else { 6 };
    // 在册 is a word, but not before the names of places
    let named = f.before(m.start) == '等' && f.get(clause.start) == '在';
    let near = named || clause.last(Cue::Facing).is_some_and(|at| at <= m.start && m.start - at <= reach);
    let noun = m.end + f.any(m.end, KINDS);
    if !near || m.sort != Some(Sort::Count) || f.any(noun, PLACES) == 0 {
        return false;
    }
    let rest = (m.end..m.end + 60).take_while(|j| *j < f.len() && ends_clause(f.get(*j)) != Some(true));
    rest.clone().any(|j| f.get(j).is_ascii_digit() && !f.get(j - 1).is_ascii_alphanumeric())
}
