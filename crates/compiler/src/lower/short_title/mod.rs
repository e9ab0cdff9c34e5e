//! A name for a commitment where room is short: matrix rows, links, headings of pages. What a person would call it: the
//! thing, without money, grounds, leading verbs and trailing counts. It is for display only; nothing is read from it.

mod counts;
mod fit;
mod leads;

use std::sync::LazyLock;

use counts::without_counts;
use fit::{list_head, shorten};
use leads::{head, in_date};

use crate::syntax::letters::{but_han, is_han};
use crate::syntax::openings::Openings;
use crate::syntax::words::{Alone, Said};

/// Longest name, counted in Han characters; two others take the room of one.
const ROOM: usize = 20;

/// Clauses that open with one of these give a ground, a purpose or a share, not the thing.
static ASIDE: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(ASIDES.iter().map(|w| (*w, ()))));

const ASIDES: [&str; 27] = [
    "投入", "投资", "依据", "根据", "按照", "通过", "围绕", "结合", "提高", "提升", "增强", "保障", "促进", "助力",
    "方便", "其中", "每年", "到年底", "确保", "进一步提高", "进一步提升", "加强组织", "为进一步", "不断", "切实",
    "总投资", "计划投资",
];

/// The name of the commitment with this title.
pub fn of(title: Said) -> String {
    let words = without_brackets(title);
    let said = words.said();
    let clauses = || said.clauses().map(|c| c.text().trim());
    let aside = |c: &str| ASIDE.of(c).is_some() || han(c.trim_start_matches(in_date)) < 3 || is_when_or_where(c);
    // 提高低保标准。将标准由…提高到…: the first says what the second measures
    let raised = || clauses().next().filter(|c| ["提高", "提升"].iter().any(|up| c.starts_with(up)));
    let thing = clauses().find(|c| !aside(c));
    let thing = thing.map(|c| if c.starts_with('将') { raised().unwrap_or(c) } else { c });
    let first = || clauses().find(|c| !is_when_or_where(c)).or_else(|| clauses().next());
    let clause = thing.or_else(first).unwrap_or_default();
    let name = head(clause);
    let name = if length(&name) > ROOM { list_head(&name) } else { name };
    let name = if length(&name) > ROOM { without_counts(&name) } else { name };
    let name = shorten(name.trim_matches(|c: char| c.is_whitespace() || "、，,。；;：:-—".contains(c)));
    // a quotation that the document never closes is no quotation
    let count = |mark: char| but_han(&name).filter(|(_, c)| *c == mark).count();
    if count('“') > count('”') { name.replacen('“', "", 1) } else { name }
}

/// 从2031年起, 在各安置点: says when or where the rest is done.
fn is_when_or_where(clause: &str) -> bool {
    clause.starts_with('从') && clause.ends_with('起') || clause.starts_with('在') && clause.ends_with(PLACE_ENDS)
}

const PLACE_ENDS: [char; 10] = ['点', '区', '村', '镇', '县', '内', '中', '上', '里', '处'];

fn length(text: &str) -> usize {
    let (mut all, mut wide) = (0, 0);
    for c in text.chars() {
        all += 1;
        wide += usize::from(is_han(c));
    }
    wide + (all - wide).div_ceil(2)
}

fn han(text: &str) -> usize {
    text.chars().filter(|c| is_han(*c)).count()
}

/// The title without bracketed notes and line breaks. A bracket that never closes stays.
fn without_brackets(title: Said) -> Alone {
    if !but_han(title.text()).any(|(_, c)| c.is_whitespace() || matches!(c, '(' | '（')) {
        return Alone::Part(title);
    }
    let text = joined(title.text());
    let (mut kept, mut rest) = (String::with_capacity(text.len()), &*text);
    while let Some((before, bracket)) = rest.find(['(', '（']).map(|open| rest.split_at(open)) {
        let Some((_, after)) = bracket.split_once([')', '）']) else { break };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    Alone::anew(kept)
}

/// The words without breaks; those of a language that divides its words by blanks keep them.
fn joined(words: &str) -> String {
    let mut all = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(all.chars().next_back()) && latin(word.chars().next()) {
            all.push(' ');
        }
        all.push_str(word);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(title: &str) -> String {
        of(Alone::anew(title).said())
    }

    #[test]
    fn titles_are_called_by_the_thing() {
        let cases = [
            ("投入320万元,开展滨河路路面修复工程。", "滨河路路面修复工程"),
            ("举办公益音乐会24场,丰富群众生活。", "公益音乐会"),
            ("对出租房屋进行消防检查不少于900(次)。", "出租房屋消防检查"),
            ("推进东湖基金会发展。", "东湖基金会发展"),
            ("新建3座口袋公园、改造2处绿地。", "新建3座口袋公园、改造2处绿地"),
            ("为800对新婚夫妇免费提供婚前健康检查;举办讲座20场。", "婚前健康检查"),
            ("每季度举办1次法律咨询集市活动,全年举办4次。", "法律咨询集市活动"),
            ("在城区36个小区设置旧衣回收箱。", "设置旧衣回收箱"),
            ("东门、西门、南门3所学校操场向居民开放。", "东门、西门、南门3所学校操场向居民开放"),
            ("开办烹饪班、月嫂班、电工班、焊工班等技能培训班不少于20期", "技能培训班"),
            ("实施水网改造二期总投资4200万", "水网改造二期"),
            ("北湖中学2031年9月投入使用。", "北湖中学2031年9月投入使用"),
            ("为不少于1.2万名35周岁以上户籍妇女免费开展乳腺筛查。", "免费开展乳腺筛查"),
            ("到2031年底,建成5G基站600座。", "建成5G基站"),
            ("全年培训护理员3000人次,其中新入职800名。", "培训护理员"),
            ("新增养老床位约300—350张。", "新增养老床位"),
            ("6月底前开通社区预约挂号平台。", "社区预约挂号平台"),
            ("2031年9月起启用北湖中学。", "启用北湖中学"),
            ("养老机构护理补贴分别从每月100元、200元提高到120元、240元。", "养老机构护理补贴"),
            ("加强对独居老人和困境儿童的探访关爱,健全机制。", "探访关爱"),
            ("在东湖社区医院推广“暖心”志愿V站服务。", "“暖心”志愿V站服务"),
            ("救助金由每人每月1010元提高到1050元。", "救助金"),
            ("落实护理补助标准由年人均300元提高到330元。", "护理补助标准"),
            ("每月开展1次以上“走进农家”义诊活动。", "“走进农家”义诊活动"),
            ("一年内新建改建学校七所。", "新建改建学校"),
            ("建设视频监控三期。", "建设视频监控三期"),
            ("组织义诊进社区第三场。", "义诊进社区第三场"),
            // a phrase is not broken off
            ("对新入学儿童参加城乡互助保险个人缴纳部分给予全额补贴。", "新入学儿童参加城乡互助保险个人缴纳部分"),
            ("对年销售额3万元以上且发货量达900单以上的农户进行补助。", "农户补助"),
            ("从2031年起,提高农村低保标准。", "提高农村低保标准"),
            ("提高农村低保标准。从2031年起,将标准由每年2500元提高到2900元。", "提高农村低保标准"),
            ("在县级和谐乡村、移民搬迁以及避险搬迁集中安置点,建设健身广场。", "建设健身广场"),
            ("Repair 12 old bridges", "Repair 12 old bridges"),
            ("", ""),
        ];
        for (title, wanted) in cases {
            assert_eq!(called(title), wanted, "{title}");
        }
    }

    #[test]
    fn names_are_short_and_close_their_quotations() {
        let long = "推动“一刻钟便民生活圈”与“邻里中心”以及“银发食堂”协同建设运营管理试点";
        let name = called(long);
        assert!(length(&name) <= ROOM, "{name}");
        assert_eq!(name.matches('“').count(), name.matches('”').count(), "{name}");
    }
}
