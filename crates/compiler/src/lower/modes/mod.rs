//! The mode of each measure (annual, period, cumulative, rate, context), decided with the whole commitment in view:
//! a series that rises to the title's number is cumulative even where no word says so.

mod acts;
mod carried;
mod series;
mod titles;
mod totals;

use std::borrow::Cow;

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Mode, Time};

use super::{durations, interim};
use crate::cell::Cell;

/// More measures than any promise has: such a cell is a table or noise, and each measure keeps what its clause said.
const MANY: usize = 400;

/// Settles the mode of each measure. What the clauses said is already in it.
pub fn assign(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time], year: Option<i16>) {
    if measures.len() > MANY {
        return;
    }
    titles::settle(cells, measures, times, year);
    durations::count(cells, measures);
    interim::settle(cells, measures, times);
    totals::restated(cells, measures);
    totals::to_date(cells, measures, times);
    carried::settle(cells, measures, times);
    series::settle(cells, measures);
    totals::accounts(cells, measures);
}

fn is_period(at: At) -> bool {
    matches!(at, At::Period(_))
}

/// True when two units may count the same thing: 家(次) and (次), 场 and 场次.
pub fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    const BRACKETS: [char; 4] = ['(', ')', '（', '）'];
    const PEOPLE: [&str; 3] = ["人", "名", "位"];
    if PEOPLE.contains(&a) && PEOPLE.contains(&b) {
        return true;
    }
    let bare = |u| if str::contains(u, BRACKETS) { Cow::Owned(u.replace(BRACKETS, "")) } else { Cow::Borrowed(u) };
    let (a, b) = (bare(a), bare(b));
    a == b || !a.is_empty() && !b.is_empty() && (a.contains(&*b) || b.contains(&*a))
}

/// How far a clause is looked at on either side, in bytes.
pub(super) const REACH: usize = 360;

/// The words of the clause before and after a measure.
pub fn clause<'c>(cells: &[(At, &'c Cell)], m: &Measure) -> (&'c str, &'c str) {
    const MARKS: [char; 9] = ['，', ',', '。', '；', ';', '！', '？', '\n', ':'];
    let Some((_, cell)) = cells.iter().find(|(at, _)| *at == m.at) else { return ("", "") };
    let Some(start) = cell.offset(m.place.first().start) else { return ("", "") };
    let text = cell.text();
    let end = start + m.text.len();
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    let after = &after[..after.floor_char_boundary(REACH)];
    let from = before.rfind(MARKS).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    (&before[from..], &after[..after.find(MARKS).unwrap_or(after.len())])
}

/// The words of the sentence before a measure.
fn sentence<'c>(cells: &[(At, &'c Cell)], m: &Measure) -> &'c str {
    let Some((_, cell)) = cells.iter().find(|(at, _)| *at == m.at) else { return "" };
    let start = cell.offset(m.place.first().start).unwrap_or(0);
    let before = cell.text().get(..start).unwrap_or("");
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    before.rsplit(['。', '；', ';', '！', '？', '\n']).next().unwrap_or(before)
}

/// The title's measure of this value in a like unit.
fn promised(measures: &[Measure], unit: &str, value: Decimal) -> Option<usize> {
    measures
        .iter()
        .position(|t| !is_period(t.at) && t.mode == Mode::Annual && alike(&t.unit, unit) && t.value.upper() == value)
}

#[cfg(test)]
mod tests {
    use yinuo_diag::Span;
    use yinuo_model::Period;

    use super::*;
    use crate::lower::measures;
    use crate::syntax::Folded;

    /// The modes of the measures in a title and the cells of four quarters.
    fn modes(title: &str, quarters: [&str; 4]) -> Vec<Mode> {
        let cell = |text: &str| Cell::of(text, Span::new(0, text.len()));
        let texts: Vec<Cell> = [title].into_iter().chain(quarters).map(cell).collect();
        let at = (0..5).map(|n| if n == 0 { At::Title } else { At::Period(Period::Quarter(2027, n)) });
        let cells: Vec<(At, &Cell)> = at.zip(&texts).collect();
        let (mut measures, times) = measures::read(1, &cells, Some(2027), &mut Folded::default(), &mut vec![]);
        assign(&cells, &mut measures, &times, Some(2027));
        measures.iter().map(|m| m.mode).collect()
    }

    use Mode::{Annual as A, Context as X, Cumulative as C, Period as P, Rate as R};

    #[test]
    fn series() {
        let table: [(&str, [&str; 4], &[Mode]); 25] = [
            ("培训900人次", ["培训200人次", "累计500人次", "累计700人次", "累计900人次"], &[A, C, C, C, C]),
            ("救助180户", ["救助30户", "救助80户", "救助140户", "救助180户"], &[A, C, C, C, C]),
            ("建床位300张", ["建80张", "建100张", "建90张", "建30张，全年建300张"], &[A, P, P, P, P, C]),
            ("讲座120场", ["办30场", "办40场", "办50场", "完成全年120场"], &[A, P, P, P, C]),
            ("讲座120场", ["办30场", "办40场", "办50场", "共120场"], &[A, P, P, P, C]),
            ("改造7家", ["调研7家", "立项", "招标", "7家开工"], &[A, P, P]),
            ("建设20座", ["20座开工", "建成10座", "建成15座", "建成20座"], &[A, P, C, C, C]),
            ("服务300人", ["筹备", "宣传", "走访", "完成服务300人的目标"], &[A, C]),
            ("服务300人", ["筹备", "宣传", "走访", "服务300人"], &[A, P]),
            ("推进护坡改造", ["招标", "进场", "完工率达到50%", "完工率达到100%"], &[C, C]),
            (
                "铺设明渠90公里",
                ["设计", "完成30公里，占年度计划的33%", "施工", "全线完工，任务完成率100%"],
                &[A, P, C, C],
            ),
            ("推进普查", ["完成20%", "完成80%", "完成100%", "总结"], &[C, C, C]),
            ("每月讲座1场，全年12场", ["每月1场", "每月1场", "每月1场", "每月1场"], &[R, A, R, R, R, R]),
            ("培训80人", ["筹备", "招生", "开课", "完成全部80人培训"], &[A, C]),
            ("发放2亿元，惠及1万家次", ["筹备", "申报", "审核", "发放2亿元，惠及1万家次"], &[A, A, C, C]),
            ("发放2亿元，惠及1万家次", ["筹备", "申报", "审核", "发放1亿元，惠及1万家次"], &[A, A, P, C]),
            ("修路90里，惠及3万人", ["开工", "累计修30里", "累计修60里", "修路90里，惠及3万人"], &[A, A, C, C, C, C]),
            ("建亭2座，投资90万元", ["设计", "开工", "封顶", "2座投用，完成投资90万元"], &[A, A, P, C]),
            ("甲类60项、乙类100项", ["甲类60项", "乙类40项", "乙类60项", "总结"], &[A, A, P, P, P]),
            (
                "增设停车场12个、充电桩40个",
                ["前期", "停车场4个、充电桩10个", "停车场4个、充电桩12个", "停车场4个；泊位总数达300个；充电桩18个"],
                &[A, A, P, P, P, P, P, C, P],
            ),
            ("建村寨7个", ["设计", "进场", "4个村寨主体完工", "7个村寨建成"], &[A, P, P]),
            // the total goes on from what has its name
            (
                "修村道90公里、防护栏60公里",
                ["村道开工20公里", "防护栏完成15公里", "村道累计完成50公里，防护栏累计完成40公里", "验收"],
                &[A, A, P, C, C, C],
            ),
            ("修村道90公里", ["设计", "村道完成路基40公里", "累计完成村道路面50公里", "验收"], &[A, P, C]),
            ("救济500户", ["筹备", "上半年救济260户", "走访", "前四个季度救济500户"], &[A, C, C]),
            (
                "加装60部",
                ["受理45部，开工10部", "累计开工40部，竣工15部", "累计竣工38部", "累计竣工60部"],
                &[A, P, C, C, C, C, C],
            ),
        ];
        for (title, quarters, want) in table {
            assert_eq!(modes(title, quarters), want, "{title} {quarters:?}");
        }
    }

    #[test]
    fn totals_go_on_over_a_comma() {
        let table: [(&str, &str, &[Mode]); 11] = [
            ("万人公交车拥有量达到9标台", "千人床位数达到6张", &[R, R]),
            ("建设村路", "村路累计建成70公里，危桥改造完成4座", &[C, P]),
            ("加强巡查", "全年累计巡查1.2万次，整改隐患3500处", &[C, C]),
            ("加强巡查", "全年办案500件，抽查合格率98%，挽回损失800万元", &[C, R, C]),
            ("加强巡查", "累计巡查1.2万次。整改隐患3500处", &[C, P]),
            ("加强巡查", "累计巡查1.2万次，四季度整改隐患3500处", &[C, P]),
            ("加强巡查", "累计巡查1.2万次，新增网格30个", &[C, P]),
            ("加强巡查", "截至11月底，巡查1.2万次", &[C]),
            ("扩大病种到40种", "病种扩大到40种", &[A, C]),
            ("为500名妇女筛查", "完成全部500人筛查", &[A, C]),
            ("更新6座泵站", "更新任务完成率75%", &[A, C]),
        ];
        for (title, last, want) in table {
            assert_eq!(modes(title, ["筹备", "部署", "推进", last]), want, "{last}");
        }
        // nor is what is counted anew in each quarter
        let quarters = ["办讲座20场", "累计办讲座50场，办培训1期", "累计办讲座90场，办培训1期", "总结"];
        assert_eq!(modes("办讲座120场", quarters), [A, C, C, P, C, P]);
        // what comes to the promise by adding is no running total
        let quarters = ["建成6个", "累计服务8万人次，建成14个", "建成15个", "建成10个"];
        assert_eq!(modes("建成45个", quarters), [A, P, C, P, P, P]);
        // an account of the year goes on from no instalment, and what is made ready opens nothing
        assert_eq!(modes("全年救济800人次", ["", "救济达400人次", "", "全年救济达800人次"]), [A, C, C]);
        assert_eq!(modes("办好招聘会", ["筹备", "提供岗位1500个", "", "全年提供岗位5000个"]), [P, C]);
        assert_eq!(modes("建公园20个", ["完成5个方案设计", "建成8个", "累计建成15个", "建成5个"]), [A, P, C, C, P]);
        assert_eq!(modes("建站6个", ["完成6个选址", "开工4个", "建成3个", "6个全部投用"]), [A, P, P, P, C]);
    }

    #[test]
    fn titles() {
        let none = [""; 4];
        assert_eq!(modes("累计建成驿站700个", none), [C]);
        assert_eq!(modes("累计培训700人", none), [A]);
        assert_eq!(modes("建成投用后驿站总数增至20个", none), [A]);
        assert_eq!(modes("开展一年两次体检", none), [R]);
        assert_eq!(modes("改造卫生室85个，培训医生40人，9月底前完成改造60个", none), [A, A, C]);
        assert_eq!(modes("改厕1.8万户，二季度累计完成9000户", none), [A, C]);
        assert_eq!(modes("限速30公里/小时的路段加装标牌", none), [X]);
        assert_eq!(modes("整治80米以上高层住宅", none), [X]);
        assert_eq!(modes("平均车龄降至5年以下", none), [R]);
        assert_eq!(modes("民间投资占总投资的60%", none), [R]);
        assert_eq!(modes("建田4.5万亩，亩均投资2400元", none), [A, R]);
        assert_eq!(modes("建库11座，补助金额不超过200万元", none), [A, R]);
        assert_eq!(modes("在3个民族乡建成村寨7个", none), [X, A]);
        assert_eq!(modes("证照累计归集超3亿条", none), [C]);
        assert_eq!(modes("举办讲座十二次", none), [A]);
        assert_eq!(modes("完成二次装修", none), []);
        assert_eq!(modes("宣传24次，第一季度与第四季度各12次", none), [A, P]);
        assert_eq!(modes("上半年完成招标，新建8所", none), [A]);
        // for an earlier day, where nothing else is named
        assert_eq!(modes("改造管渠80公里，汛期前完成30公里", none), [A, C]);
        assert_eq!(modes("整治农田3.2万亩，9月底前完成60%", none), [A, C]);
        assert_eq!(modes("三季度末前完成建设任务70%", none), [C]);
        assert_eq!(modes("汛期前完成堤防整治工程的50%", none), [C]);
        assert_eq!(modes("6月底完成主体工程的40%，年底前完成80%", none), [C, A]);
        assert_eq!(modes("上半年完成投资60%", none), [C]);
        assert_eq!(modes("10月底前完成100%，合格率95%", none), [A, R]);
        assert_eq!(modes("改造管渠80公里，年底前完成30公里", none), [A, A]);
        assert_eq!(modes("改造管渠80公里，汛期前完成护坡30公里", none), [A, A]);
        assert_eq!(modes("新建8所，学前班8所", none), [A, A]);
        assert_eq!(modes("截至2026年底已建成46个，今年再建14个", none), [X, A]);
        assert_eq!(modes("截至2027年10月底建成46个", none), [C]);
        assert_eq!(modes("三年累计改造27座，今年9座", none), [X, A]);
        assert_eq!(modes("十四五期间累计改造90座，今年9座", none), [X, A]);
    }
}
