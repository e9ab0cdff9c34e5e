//! What sort of work a commitment is, from the words of its title: the words of each kind add up, later words in a
//! clause weigh more because Chinese puts the head at the end.

use std::sync::LazyLock;

use yinuo_model::Kind;

use crate::syntax::clauses;
use crate::syntax::wordlist::WordList;

static WORDS: LazyLock<WordList<(Kind, u32)>> = LazyLock::new(|| WordList::new(TABLE));

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
pub fn of(title: &str) -> Kind {
    let mut scores = [0u32; ORDER.len()];
    for clause in clauses::clauses(title) {
        let found: Vec<_> = WORDS.find(&title[clause]).collect();
        for (n, (_, (kind, weight))) in found.iter().enumerate() {
            let last = u32::from(n + 1 == found.len());
            scores[ORDER.iter().position(|k| k == kind).unwrap_or(ORDER.len() - 1)] += weight * 2 + last;
        }
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    if best == 0 { Kind::Service } else { scores.iter().position(|s| *s == best).map_or(Kind::Service, |n| ORDER[n]) }
}

static TABLE: &[(&str, (Kind, u32))] = &[
    ("建设", (Kind::Works, 2)),
    ("新建", (Kind::Works, 2)),
    ("改建", (Kind::Works, 2)),
    ("扩建", (Kind::Works, 2)),
    ("改扩建", (Kind::Works, 2)),
    ("改造", (Kind::Works, 2)),
    ("工程", (Kind::Works, 2)),
    ("道路", (Kind::Works, 1)),
    ("公路", (Kind::Works, 2)),
    ("断头路", (Kind::Works, 2)),
    ("整治", (Kind::Works, 2)),
    ("治理", (Kind::Works, 2)),
    ("城市更新", (Kind::Works, 2)),
    ("两癌", (Kind::Service, 3)),
    ("效果评估", (Kind::Works, 1)),
    ("防治", (Kind::Works, 2)),
    ("管网", (Kind::Works, 2)),
    ("加装", (Kind::Works, 2)),
    ("主体", (Kind::Works, 2)),
    ("修缮", (Kind::Works, 2)),
    ("清淤", (Kind::Works, 2)),
    ("绿化", (Kind::Works, 1)),
    ("停车位", (Kind::Works, 2)),
    ("投入使用", (Kind::Works, 2)),
    ("启用", (Kind::Works, 2)),
    ("通行", (Kind::Works, 1)),
    ("安装", (Kind::Works, 1)),
    ("住房", (Kind::Housing, 3)),
    ("安置房", (Kind::Housing, 4)),
    ("保障性住房", (Kind::Housing, 4)),
    ("公租房", (Kind::Housing, 4)),
    ("廉租", (Kind::Housing, 4)),
    ("棚户区", (Kind::Housing, 4)),
    ("拆迁安置", (Kind::Housing, 3)),
    ("配建", (Kind::Housing, 2)),
    ("补贴", (Kind::Benefit, 3)),
    ("津贴", (Kind::Benefit, 3)),
    ("补助", (Kind::Benefit, 3)),
    ("救助", (Kind::Benefit, 3)),
    ("救济", (Kind::Benefit, 3)),
    ("资助", (Kind::Benefit, 2)),
    ("慰问", (Kind::Benefit, 2)),
    ("助学", (Kind::Benefit, 2)),
    ("发放", (Kind::Benefit, 2)),
    ("保险", (Kind::Benefit, 2)),
    ("报销", (Kind::Benefit, 2)),
    ("养老金", (Kind::Benefit, 3)),
    ("购买学位", (Kind::Benefit, 3)),
    ("低保", (Kind::Benefit, 2)),
    ("举办", (Kind::Activity, 3)),
    ("活动", (Kind::Activity, 2)),
    ("宣传", (Kind::Activity, 2)),
    ("宣讲", (Kind::Activity, 2)),
    ("义诊", (Kind::Activity, 2)),
    ("讲座", (Kind::Activity, 3)),
    ("招聘会", (Kind::Activity, 3)),
    ("演出", (Kind::Activity, 3)),
    ("电影", (Kind::Activity, 2)),
    ("演习", (Kind::Activity, 2)),
    ("比赛", (Kind::Activity, 2)),
    ("进社区活动", (Kind::Service, 2)),
    ("进企业活动", (Kind::Service, 2)),
    ("援助活动", (Kind::Service, 3)),
    ("服务活动", (Kind::Service, 3)),
    ("救济活动", (Kind::Benefit, 3)),
    ("救助工作", (Kind::Benefit, 3)),
    ("服务", (Kind::Service, 2)),
    ("提供", (Kind::Service, 1)),
    ("培训", (Kind::Service, 2)),
    ("免费", (Kind::Service, 1)),
    ("筛查", (Kind::Service, 2)),
    ("体检", (Kind::Service, 2)),
    ("门诊", (Kind::Service, 2)),
    ("帮扶", (Kind::Service, 1)),
    ("配送", (Kind::Service, 4)),
    ("开放", (Kind::Service, 2)),
    ("托管", (Kind::Service, 2)),
    ("业务", (Kind::Service, 2)),
    ("垃圾分类", (Kind::Service, 2)),
    ("检查", (Kind::Inspection, 3)),
    ("执法", (Kind::Inspection, 2)),
    ("抽检", (Kind::Inspection, 3)),
    ("普查", (Kind::Inspection, 3)),
    ("检测评估", (Kind::Inspection, 3)),
    ("检测评价", (Kind::Service, 1)),
    ("素质检查", (Kind::Service, 3)),
    ("健康检查", (Kind::Service, 3)),
    ("专项整治", (Kind::Inspection, 3)),
    ("排查", (Kind::Inspection, 3)),
    ("巡查", (Kind::Inspection, 2)),
    ("幼儿园", (Kind::Institution, 3)),
    ("托育", (Kind::Institution, 2)),
    ("托位", (Kind::Institution, 2)),
    ("托育园", (Kind::Institution, 3)),
    ("基金会", (Kind::Institution, 3)),
    ("评估", (Kind::Institution, 1)),
    ("创建", (Kind::Institution, 2)),
    ("机构", (Kind::Institution, 1)),
    ("平台", (Kind::Platform, 3)),
    ("系统", (Kind::Platform, 1)),
    ("微信", (Kind::Platform, 2)),
    ("开通", (Kind::Platform, 2)),
    ("通道", (Kind::Platform, 2)),
    ("网站", (Kind::Platform, 2)),
    ("采购", (Kind::Procurement, 2)),
    ("购置", (Kind::Procurement, 3)),
    ("配置设备", (Kind::Procurement, 2)),
];

#[cfg(test)]
mod tests {
    use super::*;

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
        ];
        for (title, kind) in cases {
            assert_eq!(of(title), kind, "{title}");
        }
    }
}
