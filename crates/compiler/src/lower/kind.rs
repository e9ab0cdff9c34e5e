//! What sort of work a commitment is, from the words of its title: the words of each kind add up, later words in a
//! clause weigh more because Chinese puts the head at the end.

use std::ops::Range;

use yinuo_model::Kind;

use crate::syntax::kinds::{KINDS, is_figurative};
use crate::syntax::words::Said;

/// Kinds in the order that decides a tie.
const ORDER: [Kind; 9] = [
    Kind::Works,
    Kind::Housing,
    Kind::Benefit,
    Kind::Activity,
    Kind::Inspection,
    Kind::Institution,
    Kind::Platform,
    Kind::Procurement,
    Kind::Service,
];

/// The kind of the commitment with this title. A title that says nothing of its kind is a service. Where other words tell it,
/// 工程 of what is not built (托育服务工程) does not count.
pub fn of(title: Said) -> Kind {
    best(title, true).or_else(|| best(title, false)).unwrap_or(Kind::Service)
}

fn best(title: Said, only_built: bool) -> Option<Kind> {
    let mut scores = [0u32; ORDER.len()];
    for clause in title.clauses() {
        let counts = |range: &Range<usize>| {
            !only_built || &clause.text()[range.clone()] != "工程" || !is_figurative(clause.text(), range)
        };
        let mut found = KINDS.find(clause).filter(|(range, _)| counts(range)).peekable();
        while let Some((_, (kind, weight))) = found.next() {
            let last = u32::from(found.peek().is_none());
            scores[ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len() - 1)] += weight * 2 + last;
        }
    }
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    scores.iter().position(|s| *s == best).map(|n| ORDER[n])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn titles_say_their_kind() {
        let cases = [
            ("改造老旧供水管网12公里", Kind::Works),
            ("举办广场音乐会20场", Kind::Activity),
            ("发放高龄老人津贴", Kind::Benefit),
            ("配建公租房300套", Kind::Housing),
            ("开展食品安全监督抽检800批次", Kind::Inspection),
            ("新设公办幼儿园2所", Kind::Institution),
            ("开通社区预约挂号平台", Kind::Platform),
            ("购置消防车3辆", Kind::Procurement),
            ("为老年人提供助餐服务", Kind::Service),
            ("办好民生实事", Kind::Service),
            ("拓宽城区窄路", Kind::Works),
            ("建设青少年活动角30个", Kind::Works),
            ("开通学生定制公交", Kind::Service),
            ("托育服务工程", Kind::Service),
            ("高龄津贴保障工程", Kind::Benefit),
            ("农村道路建设", Kind::Works),
            ("惠民工程", Kind::Works),
        ];
        for (title, kind) in cases {
            assert_eq!(of(Alone::anew(title).said()), kind, "{title}");
        }
    }
}
