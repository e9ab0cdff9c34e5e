//! What is counted: the noun after a measure (100张床位), or before it (建立床位100张). A name for readers, never used
//! to decide what a number means.

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::ends_clause;
use super::fold::Folded;
use super::lexicon::Lexicon;
use super::numeral;

/// Words that end a noun or lead up to one (true), and words that hold one of these and are nouns themselves (false).
static STOPS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    let stops = "开展 提供 建立 完成 实现 进行 实施 发放 配备 安装 免费 举办 新建 改造 建设 建成 新增 增加 达到 达 累计 \
        共 全年 年内 不少于 惠及 帮扶 资助 培训 救助 组织 打造 治理 整治 升级 提升 改善 更新 加装 购买 创建 \
        扩建 改扩建 推进 推动 开办 设立 申报 指导 为 对 向 将 把 在 于 的 并 及 等 和 以上 以下 具备 移交 竣工 \
        享受 引导 支持 检查 配送 控制在 约 超 近 估计 预计 至 到 每 各 至少 由 从 其中 含 铺设 选派 开通 新开 新设 \
        引进 培养 培育 吸纳 接待 处理 办理 投入 拨付 拉动 实际 确保 力争 争取 募集 采购 布局 释放 发布";
    let nouns = "增加值 对外 对口 对象 等级 及时 和美 在线 在校 在岗 在职 在册 达标 培训班 培训基地 培训项目 建设用地 \
        改造工程 改造项目 公共 共享 向日葵 到期 至善 为民 约谈 提升工程 提升项目 建设项目 建设工程 检查站 近视 \
        超市 和谐 和平 各类 等候 处理厂 处理率 处理能力 办理率 完成率 治理工程 整治工程 组织化 支持率 含氟 从业 \
        由头";
    let stops = stops.split_whitespace().map(|w| (w, true));
    Lexicon::new(stops.chain(nouns.split_whitespace().map(|w| (w, false))))
});

/// Words between a noun and its number.
const TAILS: &[&str] = &[
    "达到", "控制在", "提高到", "提高至", "提升到", "提升至", "增长到", "增加到", "扩大到", "下降到", "下降至",
    "降低到", "降至", "增至", "压缩至", "缩短至", "保持在", "稳定在", "不低于", "不少于", "不超过", "突破", "增长",
    "增加", "下降", "提高", "提升", "数量", "分别", "平均", "总数", "人数", "共计", "合计", "累计", "全年", "要", "均",
    "各", "共", "达", "为", "在", "至", "到", "约", "占", "按", "计", "有", "“", "”", " ",
];

/// The noun counted by the measure at `start..end`, as a range of characters. `from` is where its clause begins, or
/// where the measure before it ends.
pub fn find(f: &Folded, from: usize, start: usize, end: usize) -> Option<Range<usize>> {
    after(f, end).or_else(|| before(f, from, start))
}

fn closes(f: &Folded, i: usize) -> bool {
    let c = f.get(i);
    c == '\0' || ends_clause(c).is_some() || matches!(c, '(' | ')' | '、' | ' ' | '|')
}

/// Length of the word at `i`, and whether it is a stop.
fn word(f: &Folded, i: usize) -> (usize, bool) {
    STOPS.find(f, i).map_or((1, false), |(stop, n)| (n, *stop))
}

fn after(f: &Folded, end: usize) -> Option<Range<usize>> {
    let from = end + usize::from(f.get(end) == '的');
    let mut at = from;
    while at < from + 20 && !closes(f, at) && !f.get(at).is_ascii_digit() {
        match word(f, at) {
            (_, true) => break,
            (n, false) => at += n,
        }
    }
    (at >= from + 2).then_some(from..at)
}

fn before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let mut high = start;
    while high > from {
        match f.any_before(high, TAILS) {
            0 => break,
            n => high = high.saturating_sub(n).max(from),
        }
    }
    let mut low = from.max(high.saturating_sub(24));
    let mut at = low;
    while at < high {
        let (n, stop) = word(f, at);
        at += n;
        if (stop || closes(f, at - n)) && at < high {
            low = at;
        }
    }
    let names = (low..high).any(|j| !numeral::begins(f.get(j)));
    (high >= low + 2 && names).then_some(low..high)
}
