//! Words of a clause that colour the numbers in it without touching them: 累计, 每, 从, 全年, 约, 率, 完成 and the like.
//! A clause ends at a comma, semicolon or full stop; 、 does not end it.

use std::sync::LazyLock;

use super::fold::Folded;
use super::lexicon::Lexicon;

/// What a word says about the numbers after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// 累计.
    Running,
    /// 每, 人均: by the head, by the month.
    Each,
    /// 从, 由: the base of a change.
    From,
    /// 全年, 年内.
    WholeYear,
    /// 共, 合计.
    Total,
    /// 约, 估计, 预计.
    About,
    /// 至少, apart from its number.
    AtLeast,
    /// 年满.
    Reached,
    /// 率, 比例.
    Share,
    /// 完成, 进度.
    Progress,
    /// 面向: where the work is done.
    Facing,
    /// 现有, 原有: how things stand.
    Standing,
    /// A word that holds one of the others and means something else.
    Nothing,
}

pub(super) static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    let lists = [
        (Cue::Running, "累计 累积 截至 截止 总数达 总量达 总数增至 总量增至 总数增加到 总量增加到"),
        (Cue::Each, "每 单个 人均 户均 亩均 村均 校均 年均 月均 日均 平均 时速"),
        (Cue::From, "从 由 自"),
        (Cue::WholeYear, "全年 年内 本年度 全年度"),
        (Cue::Total, "共 合计 总共 共计 总计"),
        (Cue::About, "约 大约 估计 预计 预估 估算"),
        (Cue::AtLeast, "至少 最少"),
        (Cue::Reached, "年满 满 已满"),
        (Cue::Share, "率 比例 占比 比重 浓度 满意度"),
        (Cue::Progress, "完成 进度 进展"),
        (Cue::Facing, "面向 依托 在 涉及"),
        (Cue::Standing, "现有 原有 已有 目前 现已 已建成 连续"),
        (
            Cue::Nothing,
            "公共 共同 共享 共有产权 共建 共治 共青团 共产 约谈 约定 约束 节约 预约 签约 公约 合约 违约 履约 满足 \
            满意 圆满 充满 满堂 满园 自主 自然 自治 自愿 自行 自助 自身 自来 自我 自动 自评 自诊 自习 自建 自查 \
            自强 由于 理由 自由 从业 从事 从而 从教 从严 从重 效率 在线 在册 在建 在校 在岗 在园 在读 存在 现在 \
            实在 内在 潜在 所在 在外 在职 公共服务 共和",
        ),
    ];
    Lexicon::new(lists.into_iter().flat_map(|(cue, words)| words.split_whitespace().map(move |w| (w, cue))))
});

/// Every cue, for the keyword list.
pub fn words() -> impl Iterator<Item = &'static str> {
    CUES.words()
}

/// Where each cue last stood in the clause, one past its end; none when it has not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clause {
    /// First character of the clause.
    pub start: usize,
    /// First character of the sentence.
    pub sentence: usize,
    /// One past the last measure in the clause; its beginning when there is none.
    pub taken: usize,
    /// Where the first measure in the clause begins.
    pub first: Option<usize>,
    at: [Option<usize>; 13],
}

impl Clause {
    /// A clause that begins at `start`.
    pub fn begin(&mut self, start: usize, sentence: bool) {
        let sentence = if sentence { start } else { self.sentence };
        *self = Clause { start, sentence, taken: start, first: None, at: Default::default() };
    }

    /// Notes the cue at `i`, if there is one, and says where to read on.
    pub fn note(&mut self, f: &Folded, i: usize) -> Option<usize> {
        let (cue, n) = CUES.find(f, i)?;
        if *cue != Cue::Nothing {
            self.at[*cue as usize] = Some(i + n);
        }
        Some(i + n)
    }

    /// Notes a cue that was read as part of something else and ends at `end`.
    pub fn set(&mut self, cue: Cue, end: usize) {
        self.at[cue as usize] = Some(end);
    }

    /// Where the cue last ended.
    pub fn last(&self, cue: Cue) -> Option<usize> {
        self.at[cue as usize]
    }

    /// True when the cue stood in the clause.
    pub fn has(&self, cue: Cue) -> bool {
        self.last(cue).is_some()
    }
}

/// True for a mark that ends a clause, and whether it ends a sentence too.
pub fn ends_clause(c: char) -> Option<bool> {
    match c {
        ',' | '，' | ':' => Some(false),
        '。' | '；' | ';' | '！' | '？' | '!' | '?' | '\n' => Some(true),
        _ => None,
    }
}
