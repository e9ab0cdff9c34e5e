//! What is counted: the noun after a measure (100张床位), before it (建立床位100张), or in the clause before it (开展巡查，
//! 不少于20次). A name for readers and for comparing measures, never used to decide what a number means.

use std::ops::Range;
use std::sync::LazyLock;

use super::among;
use super::cue::{Clause, Cue, ends_clause};
use super::edges;
use super::endings::Endings;
use super::fold::Folded;
use super::letters::is_han;
use super::lexicon::Lexicon;
use super::{numeral, unit};

/// What a word does at the border of a noun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Ends a noun or leads up to one, and names nothing itself.
    Light,
    /// An act: ends a noun, unless a word such as 工程 makes it part of one.
    Act,
    /// An act that ends a noun only where the clause ends with it: 残疾人就业, but 就业困难人员.
    Close,
    /// Holds one of the others and is part of a noun.
    Noun,
    /// Begins or closes a clause that describes the noun after its 的: 符合条件的家庭.
    Describes,
}

static PARTS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    let lists = [
        (
            Part::Light,
            "开展 提供 建立 完成 实现 进行 实施 发放 配备 免费 举办 举行 新建 建成 新增 增加 达到 达 累计 共 全年 年内 \
            不少于 惠及 组织 打造 扩建 改扩建 推进 推动 开办 设立 为 对 向 将 把 在 于 的 并 及 等 和 以上 以下 以内 具备 \
            引导 支持 控制在 约 超 近 估计 预计 至 到 每 每周 每月 每季 每季度 每半年 每学期 每年 每天 每日 每人 每户 每生 每份 每个 每名 每套 每所 每场 每次 拥有 \
            提高 上调 上升 下降 降低 缩短 压缩 扩大 减少 价值 单价 各 至少 由 从 选派 开通 \
            新开 新开工 新设 吸纳 拨付 拉动 实际 确保 力争 争取 释放 发布 做好 按时 按期 按计划 如期 顺利 全部 全方位 定期 来 \
            参加 签订 启用 投入使用 投用 开工 完工 封顶 设置 正常 均 用于 以 落实 促进 带动 覆盖",
        ),
        (
            Part::Act,
            "帮扶 资助 培训 救助 治理 整治 升级 提升 改善 更新 加装 安装 购买 创建 申报 指导 移交 竣工 享受 检查 配送 改造 建设 \
            铺设 引进 培养 培育 接待 处理 办理 投入 募集 采购 布局 分配 回购 开放 购置 修缮 淘汰 优化 更换 补装 增设 接种 适配",
        ),
        (Part::Close, "就业 上岗 体检 检测 评估 验收 入住 就餐 建档"),
        (
            Part::Noun,
            "增加值 对外 对口 对象 等级 及时 和美 在线 在校 在岗 在职 在册 在园 在读 达标 建设用地 公共 共享 共建 向日葵 到期 至善 \
            为民 约谈 近视 近郊 一对一 超市 和谐 和平 各类 等候 组织化 支持率 含氟 从业 从教 由头 外来 未来 来访 来信 往来 平均 均衡 \
            以工代赈 以旧换新 覆盖率 检查站 处理厂 联合 和睦 社会组织 党组织 行业组织 治理能力 提高班 救助标准 救助金 资助标准 资助金",
        ),
        (
            Part::Describes,
            "符合 进入 享受 参与 获得 取得 需要 具有 存在 未 已 无 有 失去 遭受 居住 从事 成熟 困难 急需 严重 贫困 破损",
        ),
    ];
    let listed = lists.into_iter().flat_map(|(part, words)| words.split_whitespace().map(move |w| (w, part)));
    Lexicon::new(listed.chain(among::words().map(|w| (w, Part::Light))))
});

/// Words that make an act before them part of a noun: 改造工程, 培训班.
const MAKES_A_NOUN: &[&str] = &[
    "性", "工作", "工程", "项目", "活动", "服务", "设施", "任务", "计划", "机构", "基地", "对象", "人员", "人数",
    "面积", "资金", "补贴", "补助", "门诊", "课程", "体系", "平台", "系统", "能力", "中心", "方案", "用地", "班", "率",
    "站", "点", "费",
];

/// Words between a noun and its number.
static TAILS: LazyLock<Endings> = LazyLock::new(|| Endings::new(BETWEEN.iter().copied()));

const BETWEEN: &[&str] = &[
    "达到", "控制在", "提高到", "提高至", "提升到", "提升至", "增长到", "增加到", "扩大到", "下降到", "下降至",
    "降低到", "降至", "增至", "压缩至", "缩短至", "保持在", "稳定在", "不低于", "不少于", "不超过", "突破", "增长",
    "增加", "下降", "提高", "提升", "数量", "分别", "平均", "总数", "人数", "共计", "合计", "累计", "全年", "要", "均",
    "价值", "单价", "每份", "每个", "每名", "每套", "每场", "每次", "较上年", "比上年", "较去年", "比去年", "去年的",
    "上年的", "同比", "每人", "每月", "每年", "每天", "每床", "每生", "每户", "上调", "调整", "调", "由", "从",
    "压缩到", "缩短到", "压缩", "缩短", "各", "共", "达", "为", "在", "至", "到", "约", "占", "按", "计", "有", "“",
    "”", " ",
];

/// Nouns that say that something is aimed at, and not what.
const NAMES_NOTHING: &[&str] = &["目标", "任务", "指标", "要求", "标准", "左右", "上下"];

/// How many characters after a number may describe and name what it counts.
const REACH: usize = 20;

/// Verbs that name nothing by themselves: 新建40座 counts what was named before.
const BARE: &[&str] = &[
    "新建", "改建", "扩建", "改扩建", "建设", "建成", "新增", "改造", "完成", "提供", "发放", "安装", "配备", "安排",
    "实施", "开展", "基本建成", "基本完成",
];
/// How many characters the longest of them has.
const LONGEST_BARE: usize = 4;

/// The noun counted by the measure at `start..end` of a clause, as a range of characters. What stands in a row (2所、
/// 3所幼儿园) or after a change (由90元提高到100元) is named once for all.
pub fn find(f: &Folded, clause: &Clause, start: usize, end: usize) -> Option<Range<usize>> {
    // after 每两周, not inside 每份
    let each = clause.last(Cue::Each).filter(|at| (clause.taken..start).contains(at) && f.before(*at) != '每');
    let near = || each.and_then(|from| before(f, from, start)).or_else(|| before(f, clause.taken, start));
    let own = after(f, end).or_else(near).or_else(|| clause_before(f, clause.taken, start));
    let own = own.filter(|name| !is_an_act(f, name, end));
    let spread = own.as_ref().is_some_and(|r| (r.start..r.end).any(|j| f.starts(j, "分别")));
    own.filter(|_| !spread).or_else(|| after(f, row_end(f, end)?)).or_else(|| {
        let first = clause.first.filter(|first| *first < start)?;
        before(f, clause.start, first)
    })
}

/// 更新 in 更新40台 is what is done and not what is counted; 体检2次 counts it.
fn is_an_act(f: &Folded, name: &Range<usize>, end: usize) -> bool {
    let end = if f.ends(end, "以上") { end - 2 } else { end };
    let counted = matches!(f.before(end), '场' | '次' | '堂' | '期' | '班');
    !counted && word(f, name.start) == (name.end - name.start, Some(Part::Act))
}

/// The end of the last measure of a row that goes on at `end`: 、3所.
fn row_end(f: &Folded, end: usize) -> Option<usize> {
    let mut last = None;
    let mut at = end;
    while at < end + 32 && matches!(f.get(at), '、' | '和' | '及' | '与') {
        let Some(next) = numeral::read(f, at + 1).and_then(|n| unit::read(f, n.end)) else { break };
        at = next.end;
        last = Some(at);
    }
    last
}

fn closes(f: &Folded, i: usize) -> bool {
    let c = f.get(i);
    // C、D级 is one word
    let of_letters = || f.before(i).is_ascii_uppercase() && f.get(i + 1).is_ascii_uppercase();
    c == '\0' || ends_clause(c).is_some() || matches!(c, '(' | ')' | ' ' | '|') || c == '、' && !of_letters()
}

/// Length of the word at `i`, and what it does there.
fn word(f: &Folded, i: usize) -> (usize, Option<Part>) {
    let quoted = edges::quoted(f, i);
    if quoted > 0 {
        return (quoted, Some(Part::Noun));
    }
    match PARTS.find(f, i) {
        Some((Part::Act, n)) if f.any(i + n, MAKES_A_NOUN) > 0 => (n, Some(Part::Noun)),
        Some((part, n)) => (n, Some(*part)),
        None => (1, None),
    }
}

fn after(f: &Folded, end: usize) -> Option<Range<usize>> {
    let limit = end + REACH;
    let from = described(f, beside_an_age(f, end + usize::from(f.get(end) == '的')), limit);
    let from = from + f.any(from, &["新建", "改扩建", "改建", "扩建", "新增", "在建"]);
    let counts_events = matches!(f.before(end), '场' | '次' | '堂' | '期');
    let mut at = from;
    while at < limit && !f.get(at).is_ascii_digit() {
        if closes(f, at) && !goes_on(f, from, at, end) {
            break;
        }
        match word(f, at) {
            (_, Some(Part::Light)) => break,
            (n, Some(Part::Act)) if !(counts_events && closes(f, at + n)) => break,
            (n, Some(Part::Close)) if !counts_events && closes(f, at + n) => break,
            (n, _) => at += n,
        }
    }
    let of_a_school = f.before(at) == '中' && matches!(f.get(at.saturating_sub(2)), '高' | '初');
    if at > from + 2 && matches!(f.before(at), '中' | '内' | '里') && !closes(f, at) && !of_a_school {
        at -= 1;
    }
    if at < from + 2 || f.any(from, NAMES_NOTHING) >= at - from {
        return None;
    }
    edges::mended(f, from..at)
}

/// Past 0-3岁 or 60周岁以上的 at `i`, which says whom the noun after it means.
fn beside_an_age(f: &Folded, i: usize) -> usize {
    let digits = (i..i + 8).find(|j| !(f.get(*j).is_ascii_digit() || f.get(*j) == '-')).unwrap_or(i);
    let unit = f.any(digits, &["周岁", "岁"]);
    if digits == i || unit == 0 {
        return i;
    }
    let limit = digits + unit;
    let limit = limit + f.any(limit, &["及以上", "及以下", "以上", "以下", "以内"]);
    limit + usize::from(f.get(limit) == '的')
}

/// Past the 的 of a clause at `from` that describes the noun after it; `from` when there is none.
fn described(f: &Folded, from: usize, limit: usize) -> usize {
    let mut describes = false;
    let mut at = from;
    while at < limit && (!closes(f, at) || f.get(at) == '、') {
        if f.get(at) == '的' {
            return if describes { at + 1 } else { from };
        }
        let (n, part) = word(f, at);
        let also = || matches!(f.get(at), '享' | '具' | '参') && f.any(at, &["享受", "具备", "参加"]) > 0;
        let says = part == Some(Part::Describes) || also();
        if part == Some(Part::Light) && !says {
            break;
        }
        describes |= says;
        at += n;
    }
    from
}

/// True at the 、 of 20名高风险、重度障碍患者: people are counted, and what stands before it names none.
fn goes_on(f: &Folded, from: usize, at: usize, end: usize) -> bool {
    const PEOPLE: &[char] = &['者', '人', '员', '生', '户', '童', '民', '妇', '师', '士', '工', '众', '年', '属', '侨'];
    f.get(at) == '、' && at > from && matches!(f.before(end), '名' | '位' | '人') && !PEOPLE.contains(&f.before(at))
}

fn before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let mut high = start;
    let tails = &*TAILS;
    while high > from {
        match tails.before(f, high) {
            0 => break,
            n => high = high.saturating_sub(n).max(from),
        }
    }
    high -= usize::from(high > from && f.before(high) == '(');
    let mut low = from.max(high.saturating_sub(24));
    let mut at = low;
    let mut last = None;
    while at < high {
        let (n, part) = word(f, at);
        at += n;
        last = part;
        if at < high && (matches!(part, Some(Part::Light | Part::Act)) || closes(f, at - n)) {
            low = at;
        }
    }
    low = after_a_deadline(f, low, high);
    low += f.any(low, &["计划", "继续", "拟"]);
    let names = (low..high).any(|j| !numeral::begins(f.get(j)));
    let only_light = last == Some(Part::Light) && word(f, low).0 + low >= high;
    let bare = high <= low + LONGEST_BARE && BARE.iter().any(|v| f.starts(low, v) && v.chars().count() == high - low);
    if high < low + 2 || !names || only_light || bare {
        return None;
    }
    edges::mended(f, row_of_names(f, from, low..high, start))
}

/// Past the 汛期前 or 月底前 of 汛期前完成40公里, which is no part of a noun; `low` where there is none (学前教育).
fn after_a_deadline(f: &Folded, low: usize, high: usize) -> usize {
    const ENDS: &[char] = &['期', '底', '末', '季', '节', '冬', '夏', '春', '汛', '月', '日', '旬'];
    let ends = |j: &usize| f.get(*j) == '前' && *j > low && ENDS.contains(&f.before(*j));
    (low..high).rev().find(ends).map_or(low, |j| j + 1)
}

/// Back over the 城市、 of 城市、农村低保标准分别: numbers that are told apart by their order have the whole row for a name.
fn row_of_names(f: &Folded, from: usize, names: Range<usize>, start: usize) -> Range<usize> {
    const LONGEST: usize = 24;
    let apart = (names.end..start).any(|j| f.starts(j, "分别"));
    if !apart || f.before(names.start) != '、' {
        return names;
    }
    let least = from.max(names.start.saturating_sub(LONGEST));
    let of_a_row = |j: &usize| is_han(f.get(*j)) || f.get(*j) == '、';
    let low = (least..names.start).rev().take_while(of_a_row).last().unwrap_or(names.start);
    low..names.end
}

/// The noun before the comma or bracket that begins the clause of the number at `start`: 约谈负责人，不少于20次;
/// 随访(每月2次).
fn clause_before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let bracket = (from.max(start.saturating_sub(8))..start).rev().find(|j| f.get(*j) == '(');
    let alone = start - from <= 4;
    let mark = bracket.or_else(|| from.checked_sub(1).filter(|m| alone && f.get(*m) == ','))?;
    let low = mark.saturating_sub(24);
    let begin = (low..mark).rev().find(|j| f.get(*j) != '、' && closes(f, *j)).map_or(low, |j| j + 1);
    let counted = (begin..mark).any(|j| f.get(j).is_ascii_digit());
    if counted { None } else { before(f, begin, mark) }
}
