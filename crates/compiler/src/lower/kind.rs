//! What sort of work a commitment is, from the words of its title: the words of each kind add up, later words in a
//! clause weigh more because Chinese puts the head at the end.

use yinuo_model::Kind;

use crate::syntax::kinds::KINDS;
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

/// The kind of the commitment with this title. A title that says nothing of its kind is a service.
pub fn of(title: Said) -> Kind {
    let mut scores = [0u32; ORDER.len()];
    for clause in title.clauses() {
        let mut found = KINDS.find(clause).peekable();
        while let Some((_, (kind, weight))) = found.next() {
            let last = u32::from(found.peek().is_none());
            scores[ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len() - 1)] += weight * 2 + last;
        }
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    if best == 0 { Kind::Service } else { scores.iter().position(|s| *s == best).map_or(Kind::Service, |n| ORDER[n]) }
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
        ];
        for (title, kind) in cases {
            assert_eq!(of(Alone::anew(title).said()), kind, "{title}");
        }
    }
}
