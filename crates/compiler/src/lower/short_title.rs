//! A name for a commitment where room is short: matrix rows, links, headings of pages. What a person would call it: the
//! thing, without money, grounds, leading verbs and trailing counts. It is for display only; nothing is read from it.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::syntax::letters::{but_han, is_han};
use crate::syntax::openings::Openings;
use crate::syntax::words::{Alone, Said};

/// Longest name, counted in Han characters; two others take the room of one.
const ROOM: usize = 20;

/// Clauses that open with one of these give a ground, a purpose or a share, not the thing.
static ASIDE: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(ASIDES.iter().map(|w| (*w, ()))));

/// Verbs that may be left out when what follows stands alone.
static LEADING: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(LEADS.iter().map(|w| (*w, ()))));

const ASIDES: [&str; 27] = [
    "投入", "投资", "依据", "根据", "按照", "通过", "围绕", "结合", "提高", "提升", "增强", "保障", "促进", "助力",
    "方便", "其中", "每年", "到年底", "确保", "进一步提高", "进一步提升", "加强组织", "为进一步", "不断", "切实",
    "总投资", "计划投资",
];

const LEADS: [&str; 34] = [
    "大范围实施", "继续深入推进", "深入推进", "全面落实", "全面推进", "持续推进", "继续推进", "加快推进", "组织实施",
    "组织开展", "研究推进", "试点推进", "争取完成", "力争完成", "持续开展", "继续开展", "深入开展", "深入实施",
    "继续实施", "全面完成", "开展", "推进", "完成", "实施", "推动", "启动", "举办", "深化", "落实", "加快", "举行",
    "组织", "做好", "开通",
];

/// Starts that cannot stand alone.
const BOUND: [&str; 12] = ["对", "为", "向", "在", "将", "把", "与", "和", "及", "的", "并", "从"];

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
    let mut text = joined(title.text());
    while let Some(open) = text.find(['(', '（']) {
        let Some(length) = text[open..].find([')', '）']) else { break };
        let end = open + length + text[open + length..].chars().next().map_or(0, char::len_utf8);
        text.replace_range(open..end, "");
    }
    Alone::anew(text)
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

/// The clause without what leads to the thing and without a trailing count.
fn head(clause: &str) -> String {
    let mut words = clause.trim();
    for opening in ["力争", "争取", "全年", "一年内", "年内", "今年"] {
        words = words.strip_prefix(opening).unwrap_or(words);
    }
    words = without_date(words);
    words = after_recurrence(words).unwrap_or(words);
    let joined = about(words);
    let words = without_tail(without_level(joined.as_deref().unwrap_or(words)));
    let mut words = &*words;
    let rest;
    if let Some((verb, ())) = LEADING.of(words) {
        rest = without_leading_count(&words[verb.len()..]);
        if han(rest) >= 4 && !BOUND.iter().any(|b| rest.starts_with(b)) {
            words = rest;
        }
    }
    match words.strip_suffix("工作") {
        Some(rest) if han(rest) >= 5 => rest.to_string(),
        _ => words.to_string(),
    }
}

fn in_date(c: char) -> bool {
    c.is_ascii_digit() || "到至年月日底前末以之起".contains(c)
}

/// 6月底前开通… without the date.
fn without_date(words: &str) -> &str {
    let rest = words.trim_start_matches(in_date);
    let dated = words.starts_with(|c: char| c.is_ascii_digit()) && words[..words.len() - rest.len()].contains('月');
    if dated && han(rest) >= 4 { rest } else { words }
}

/// Words after which a level is named, and how many characters stand before them at least. Each holds 从, 由, 到 or 在.
const CUTS: [(&str, usize); 8] =
    [("分别从", 2), ("分别由", 2), ("从每", 2), ("由每", 2), ("达到", 4), ("提高到", 4), ("保持在", 4), ("控制在", 4)];

/// 低保标准从每月760元提高到… without what it rises from and to.
fn without_level(words: &str) -> &str {
    let Some(last_digit) = words.bytes().rposition(|b| b.is_ascii_digit()) else { return words };
    if !words.contains(['从', '由', '到', '在']) {
        return words;
    }
    let level = |(c, least): &(&str, usize)| words[..last_digit].find(c).filter(|at| han(&words[..*at]) >= *least);
    CUTS.iter().filter_map(level).min().map_or(words, |at| &words[..at])
}

/// 每季度举办1次… without the recurrence.
fn after_recurrence(words: &str) -> Option<&str> {
    let rest = words.strip_prefix('每')?;
    LEADS.iter().filter_map(|v| rest.find(v)).min().map(|at| &rest[at..])
}

/// 对甲进行乙, 为甲提供乙, 在甲开展乙: the thing is 乙, with 甲 where there is room.
fn about(words: &str) -> Option<String> {
    if let Some(rest) = ["加强对", "强化对", "做好对"].iter().find_map(|o| words.strip_prefix(o)) {
        return rest.rfind('的').map(|at| rest[at + '的'.len_utf8()..].to_string()).filter(|thing| han(thing) >= 4);
    }
    let opened = ["对", "为", "向", "在", "资助"].iter().find_map(|o| words.strip_prefix(o).map(|rest| (*o, rest)))?;
    let (opener, rest) = opened;
    if let (true, Some(at)) = (opener != "资助", rest.find("免费")) {
        let free = &rest[at..];
        if han(free) >= 4 && !free.starts_with("免费提供") {
            return Some(free.to_string());
        }
    }
    let placed = || ["设置", "布设", "安装", "建设", "新建", "建立", "增设"].iter().find_map(|b| rest.find(b));
    if let Some(at) = if opener == "在" { placed() } else { None } {
        return Some(rest[at..].to_string());
    }
    let bridge = ["免费提供", "提供", "开展", "进行", "实施", "发放", "推广", "给予"]
        .iter()
        .find_map(|b| rest.find(b).map(|at| (at, b.len())))?;
    let (group, thing) = (&rest[..bridge.0], &rest[bridge.0 + bridge.1..]);
    let thing = without_leading_count(thing);
    // 对收入低于标准的农户进行补助: 农户补助
    let whom = || group.rfind('的').map(|at| &group[at + '的'.len_utf8()..]).filter(|whom| han(whom) > 1);
    if han(thing) < 4 {
        let long = opener == "对" && length(group) + length(thing) > ROOM;
        return Some(format!("{}{thing}", whom()?)).filter(|_| long && han(thing) > 1);
    }
    let joined = format!("{}{}", group, without_tail(thing));
    Some(match opener {
        "对" if length(&joined) <= ROOM => joined,
        // what is given says less than what it is given for
        "对" if han(thing) < 6 && words.contains("给予") => group.to_string(),
        _ => thing.to_string(),
    })
}

/// What a count, a range of counts or a sum of money at the end may consist of.
const COUNT: &str =
    "0123456789.,—–-~～至万亿元余多以上下内左右约近超人次名场个项所家座处条张套户对期台辆部册吨亩米公里例剂件栋批";

/// 学校七所 without the count. 工程三期 names a phase.
fn without_numerals(words: &str) -> &str {
    let counted = words.trim_end_matches(|c: char| "场次个项所家名座处条台辆部间套".contains(c));
    let kept = counted.trim_end_matches(|c: char| "一二两三四五六七八九十".contains(c));
    let one_unit = han(&words[counted.len()..]) == 1 && kept.len() < counted.len();
    if one_unit && han(kept) >= 4 && !kept.ends_with(['第', '百', '千', '万', '统', '唯', '专', '同']) {
        kept
    } else {
        words
    }
}

/// Without a count, a bound or a sum of money at the end: 招聘会36场, 培训班不少于30期, 三期总投资4825万.
fn without_tail(words: &str) -> Cow<'_, str> {
    let words = without_numerals(words);
    let kept = words.trim_end_matches(|c: char| COUNT.contains(c));
    let tail = &words[kept.len()..];
    let Some(digit) = tail.find(|c: char| c.is_ascii_digit()) else { return words.into() };
    let mut kept = words[..kept.len() + digit].trim_end_matches(['约', '近', '超', '共', '达']);
    for bound in ["不少于", "不低于", "不超过", "至少", "总投资", "投资", "累计", "超过", "达到", "惠及", "合计"]
    {
        kept = kept.strip_suffix(bound).unwrap_or(kept);
    }
    for recurrence in ["每季度", "每月", "每周", "每年"] {
        kept = kept.strip_suffix(recurrence).unwrap_or(kept);
    }
    match han(kept) {
        0..4 => words.into(),
        _ if kept.contains('、') => without_counts(kept).into(),
        _ => kept.into(),
    }
}

/// 1000场“…”活动 without the count, when it opens the words.
fn without_leading_count(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '万' | '余'));
    if rest.len() == words.len() {
        return words;
    }
    match rest.chars().next() {
        Some(c) if "场次个项所家名人套张座处条台部期".contains(c) && han(&rest[c.len_utf8()..]) >= 4 => {
            &rest[c.len_utf8()..]
        }
        _ => words,
    }
}

/// 甲班、乙班、丙班等丁: the thing is 丁. 甲、乙、丙4所学校: the thing is 4所学校.
fn list_head(name: &str) -> String {
    if !name.contains('、') {
        return name.to_string();
    }
    let after_list = name.rfind('等').map(|at| &name[at + '等'.len_utf8()..]).filter(|rest| han(rest) >= 4);
    let last = name.rfind('、').unwrap_or(0);
    let counted =
        name[last..].find(|c: char| c.is_ascii_digit()).map(|at| &name[last + at..]).filter(|rest| han(rest) >= 5);
    after_list.or(counted).unwrap_or(name).to_string()
}

/// Without the counts inside: 配建的843套住房 is 配建的住房.
fn without_counts(name: &str) -> String {
    let mut kept = String::new();
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            kept.push(c);
            continue;
        }
        let mut digits = c.to_string();
        while let Some(d) = chars.next_if(|d| d.is_ascii_digit() || matches!(d, '.' | '万')) {
            digits.push(d);
        }
        if chars.next_if(|u| "场次个项所家名人套张座处条台部期对位亩户".contains(*u)).is_none() {
            kept.push_str(&digits);
            continue;
        }
        for bound in ["不少于", "不低于", "不超过", "超过", "至少", "约", "近", "超"] {
            kept.truncate(kept.strip_suffix(bound).map_or(kept.len(), str::len));
        }
    }
    if han(&kept) >= 4 { kept } else { name.to_string() }
}

/// Words that lead to what was cut off.
const DANGLING: [&str; 12] = ["给予", "予以", "进行", "实施", "提供", "开展", "达到", "达", "不少于", "且", "并", "或"];

/// At most [`ROOM`] characters, cut at a joint of the phrase where there is one, with no quotation left open.
fn shorten(name: &str) -> String {
    if length(name) <= ROOM {
        return name.to_string();
    }
    let fits = name.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| length(&name[..*end]) <= ROOM);
    let end = fits.last().unwrap_or(0);
    // a Latin letter belongs to the word that follows it: U站, 3D打印
    let room = name[..end].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || ".—–-~约".contains(c));
    let end = room.len();
    let joint = room.rfind(['、', '和', '及', '与', '—', '：']).filter(|at| han(&room[..*at]) >= 6);
    let mut cut = room[..joint.unwrap_or(end)].trim_end_matches(['以', '的', '、', '和', '及', '与', '—']);
    while let Some(rest) = DANGLING.iter().find_map(|w| cut.strip_suffix(w)).filter(|rest| han(rest) >= 4) {
        cut = rest;
    }
    let opened = cut.rfind(['“', '《']).filter(|at| !cut[*at..].contains(['”', '》']) && han(&cut[..*at]) >= 4);
    cut[..opened.unwrap_or(cut.len())].to_string()
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
