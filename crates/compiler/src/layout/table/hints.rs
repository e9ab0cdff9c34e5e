//! What the words of a short row tell of the periods they belong to without naming one as headings do: 年底前, 完成全年任务, the
//! stages of a series, the end of the work. A row as long as its header needs none of this.

use super::atoms::{self, Atom};

/// What words tell of their period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// They are this stage of several, counted from 1: 第三阶段.
    Stage(i8),
    /// With them the work ends.
    End,
}

/// Words with which a work ends.
const ENDS: &[&str] = &["竣工", "全面完成", "全部完成", "完工", "投入使用", "投用", "交付使用"];
/// What comes in a series.
const IN_SERIES: [char; 6] = ['阶', '批', '期', '次', '轮', '步'];

/// Looks for hints in all words of a short row. Stages tell nothing where they begin with the first and go on by one.
pub fn mark(atoms: &mut [Atom]) {
    for atom in atoms.iter_mut() {
        atom.months.extend(time_of_year(atom.text));
        atom.hint = stage(atom.text);
    }
    let stages = |a: &Atom| if let Some(Hint::Stage(n)) = a.hint { Some(n) } else { None };
    let in_order = atoms.iter().filter_map(stages).enumerate().all(|(n, stage)| stage as usize == n + 1);
    for atom in atoms.iter_mut().filter(|a| in_order || a.hint.is_none()) {
        atom.hint = ENDS.iter().any(|w| atom.text.contains(w)).then_some(Hint::End);
    }
}

/// The month for which words stand that name none: 年底, 年中, 完成全年任务.
fn time_of_year(text: &str) -> Option<(i8, i8)> {
    text.match_indices('年').find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + '年'.len_utf8()..]);
        let past = before.ends_with(['去', '上', '昨']);
        match after.chars().next()? {
            '底' | '末' | '终' if !past => Some((12, 12)),
            '中' if is_mid_year(before, after) => Some((6, 6)),
            _ if before.ends_with("完成全") && is_whole(after) => Some((12, 12)),
            _ => None,
        }
    })
}

/// 年中 where it is no part of another word: 年中前, 到年中.
fn is_mid_year(before: &str, after: &str) -> bool {
    before.is_empty() || after.starts_with("中前") || before.ends_with(['到', '至', '，', '。'])
}

/// Whether 全年 is followed by what is done in it and not by a share of that.
fn is_whole(after: &str) -> bool {
    const NEAR: usize = 20;
    let mut clause = after.chars().take(NEAR).take_while(|c| !matches!(c, '，' | '。' | '；' | ',' | ';'));
    !clause.any(|c| c.is_numeric() || matches!(c, '%' | '％' | '的' | '半' | '百'))
}

/// The number of a stage: 第二阶段, 第三批.
fn stage(text: &str) -> Option<Hint> {
    text.match_indices('第').find_map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        let end = rest.char_indices().take(4).find(|(_, c)| IN_SERIES.contains(c))?.0;
        atoms::number_before(&rest[..end], end, 12).map(Hint::Stage)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_year() {
        for (text, month) in [
            ("年底前建成。", Some((12, 12))),
            ("完成全年目标任务。", Some((12, 12))),
            ("完成全年任务的60%。", None),
            ("完成全年任务过半。", None),
            ("较去年底增长一成。", None),
            ("年中前开工。", Some((6, 6))),
            ("实施三年中长期规划。", None),
        ] {
            assert_eq!(time_of_year(text), month, "{text}");
        }
    }

    #[test]
    fn stages_of_a_series() {
        assert_eq!(stage("开展第三阶段巡查。"), Some(Hint::Stage(3)));
        assert_eq!(stage("完成第二批安装。"), Some(Hint::Stage(2)));
        assert_eq!(stage("完成第二中学主体。"), None);
        assert_eq!(stage("开展第三方评估。"), None);
    }
}
