//! What is counted: the noun after a measure (100张床位), or before it (建立床位100张). A name for readers, never used
//! to decide what a number means.

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::ends_clause;
use super::fold::Folded;
use super::lexicon::Lexicon;
use super::numeral;

/// Words that end a noun, or stand between a clause's beginning and its noun.
static STOPS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = [
        "开展",
        "提供",
        "建立",
        "完成",
        "实现",
        "进行",
        "实施",
        "发放",
        "配备",
        "安装",
        "免费",
        "举办",
        "新建",
        "改造",
        "建设",
        "建成",
        "新增",
        "增加",
        "达到",
        "达",
        "累计",
        "共",
        "全年",
        "年内",
        "不少于",
        "惠及",
        "帮扶",
        "资助",
        "培训",
        "救助",
        "组织",
        "打造",
        "治理",
        "整治",
        "升级",
        "提升",
        "改善",
        "更新",
        "加装",
        "购买",
        "创建",
        "扩建",
        "改扩建",
        "推进",
        "推动",
        "开办",
        "设立",
        "申报",
        "指导",
        "为",
        "对",
        "向",
        "将",
        "把",
        "在",
        "于",
        "的",
        "并",
        "及",
        "等",
        "和",
        "以上",
        "以下",
        "具备",
        "移交",
        "竣工",
        "享受",
        "引导",
        "支持",
        "检查",
        "配送",
        "控制在",
        "约",
        "超",
        "近",
        "估计",
        "预计",
        "至",
        "到",
        "每",
        "各",
        "由",
        "从",
    ];
    Lexicon::new(words.map(|w| (w, ())))
});

/// The noun counted by the measure at `start..end` of a clause that begins at `from`, as a range of characters.
pub fn find(f: &Folded, from: usize, start: usize, end: usize) -> Option<Range<usize>> {
    after(f, end).or_else(|| before(f, from, start))
}

fn closes(f: &Folded, i: usize) -> bool {
    let c = f.get(i);
    c == '\0' || ends_clause(c).is_some() || matches!(c, '(' | ')' | '、' | ' ') || c.is_ascii_digit()
}

fn after(f: &Folded, end: usize) -> Option<Range<usize>> {
    let from = end + usize::from(f.get(end) == '的');
    let to = (from..from + 20).find(|j| closes(f, *j) || STOPS.find(f, *j).is_some()).unwrap_or(from + 20);
    (to >= from + 2).then_some(from..to)
}

fn before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let mut low = from.max(start.saturating_sub(24));
    let mut at = low;
    while at < start {
        if let Some((_, n)) = STOPS.find(f, at) {
            at += n;
            if at < start {
                low = at;
            }
        } else {
            if closes(f, at) {
                low = at + 1;
            }
            at += 1;
        }
    }
    let all_numbers = (low..start).all(|j| numeral::begins(f.get(j)));
    (start >= low + 2 && !all_numbers).then_some(low..start)
}
