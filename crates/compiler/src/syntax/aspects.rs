//! Where a name of whom or where is over, though the words go on with what is done for them: 行政村生活污水 counts villages, 农村人口
//! 饮水问题 people. Cuts names only; which words are the name is for `object`.

use std::ops::Range;
use std::sync::LazyLock;

use super::endings::Endings;
use super::fold::Folded;

/// What a village, a school or people can be counted by.
const WHOM: &[&str] = &[
    "村", "社区", "小区", "乡镇", "街道", "校", "小学", "中学", "幼儿园", "高中", "初中", "人口", "居民", "群众",
    "农民", "职工", "家庭", "学生", "儿童", "老人", "老年人", "残疾人", "人员", "农户",
];

/// What is bettered for them.
const WHAT: &[&str] = &[
    "生活污水", "生活垃圾", "污水", "垃圾", "人居环境", "视觉环境", "教室", "照明", "饮水", "饮用水", "吃水", "用水",
    "用电", "住房", "居住", "出行", "就医", "就学", "上学", "雨污", "外立面", "再就业", "厕所", "供水", "供热", "管网",
    "主体", "适老化", "无障碍",
];

/// What is built and so counted itself: 行政村生活污水处理设施.
const BUILT: &[char] = &['施', '站', '点', '厂', '池', '心', '程', '目', '房', '所', '备', '灯', '亭', '箱'];

/// Words of a task and not of what it is about: 行政村建设任务.
const TASKS: &[&str] = &["目标任务", "工作任务", "任务"];
/// Acts before them.
const ACTS: &[&str] = &["建设", "改造", "搬迁", "整治", "治理", "创建", "提升", "搬迁安置", "安置", "实施"];

/// The end of the name at `from..at`, before the task that it is the matter of.
pub fn before_a_task(f: &Folded, from: usize, at: usize) -> usize {
    let task = f.any_before(at, TASKS);
    if task == 0 || at < from + task {
        return at;
    }
    let bare = at - task;
    bare.saturating_sub(f.any_before(bare, ACTS)).max(from)
}

/// The name of what the measure that closes at `end` counts: of villages, schools and people only them.
pub fn whom(f: &Folded, name: Range<usize>, end: usize) -> Range<usize> {
    let end = end - f.any_before(end, &["以上", "左右", "以内"]);
    let counted = matches!(f.before(end), '个' | '所' | '户' | '人' | '名' | '位' | '家' | '对' | '万' | '亿');
    if !counted || BUILT.contains(&f.before(name.end)) && f.any_before(name.end, &["住房"]) == 0 {
        return name;
    }
    let over = |j: &usize| f.any_before(*j, WHOM) > 0 && f.any(*j, WHAT) > 0;
    let over = (name.start + 2..name.end).find(over).unwrap_or(name.end);
    name.start..over
}

/// Acts that things are counted with and not by: 背街小巷整治50条 counts lanes, 管网更新30公里 pipes. Of those that end alike the longest
/// stands first.
static DONE_TO: LazyLock<Endings> = LazyLock::new(|| {
    let words = "规范化创建 规范化建设 标准化建设 溯源整治 综合整治 提升改造 提标改造 更新改造 整治 改造 更新 更换 铺装 铺设 安装 加装 投放 配置 \
        设置 创建 修缮 修复 加固 建设 拆除 清淤 清疏";
    Endings::new(words.split_whitespace())
});

/// What an act is done for, and what nobody counts by itself: 生活污水治理, 人居环境整治.
const UNCOUNTED: &[&str] = &[
    "污水", "垃圾", "环境", "视觉", "风貌", "秩序", "安全", "隐患", "品质", "水平", "能力", "绿化", "亮化", "文明",
    "工程", "配套", "城市", "农村", "社区", "综合", "基础", "管理",
];
/// Measure words of things that stand somewhere.
const THINGS: &[&str] = &[
    "条", "座", "所", "组", "套", "台", "部", "盏", "块", "间", "栋", "幢", "只", "根", "个", "公里", "千米", "平方米",
    "亩", "家", "辆", "张", "株",
];

/// The end of a name before the act that is done to it, where the measure that closes at `end` counts things.
pub fn before_an_act(f: &Folded, name: &Range<usize>, end: usize) -> usize {
    const LEAST: usize = 3;
    let act = DONE_TO.before(f, name.end);
    let bare = name.end.saturating_sub(act);
    if act == 0 || bare < name.start + LEAST || f.any_before(bare, UNCOUNTED) > 0 {
        return name.end;
    }
    let end = end - f.any_before(end, &["以上", "左右", "以内"]);
    if f.any_before(end, THINGS) > 0 { bare } else { name.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_before_what_is_done() {
        let table = [
            ("9个行政村生活污水", "行政村"),
            ("9所公办幼儿园教室照明", "公办幼儿园"),
            ("9户山区群众饮水问题", "山区群众"),
            ("9人失业人员再就业", "失业人员"),
            ("9个行政村生活污水处理设施", "行政村生活污水处理设施"),
            ("9户居民住房", "居民"),
            ("9个社区食堂", "社区食堂"),
            ("9间中学教室照明", "中学教室照明"),
        ];
        let mut f = Folded::default();
        for (name, want) in table {
            f.load(name);
            let range = whom(&f, 2..f.len(), 2);
            assert_eq!(f.chars()[range].iter().collect::<String>(), want, "{name}");
        }
    }

    #[test]
    fn things_are_counted_and_not_what_is_done_to_them() {
        let mut f = Folded::default();
        for (name, unit, want) in [
            ("背街小巷整治", "9条", "背街小巷"),
            ("老旧管网更新改造", "9公里以上", "老旧管网"),
            ("高标准农田建设", "9万亩", "高标准农田"),
            ("背街小巷整治", "9次", "背街小巷整治"),
            ("生活污水治理", "9个", "生活污水治理"),
            ("人居环境整治", "9个", "人居环境整治"),
            ("电站建设", "9座", "电站建设"),
        ] {
            f.load(&format!("{name}{unit}"));
            let length = name.chars().count();
            let end = before_an_act(&f, &(0..length), f.len());
            assert_eq!(f.chars()[..end].iter().collect::<String>(), want, "{name}");
        }
    }

    #[test]
    fn a_task_is_no_part_of_what_it_is_about() {
        let mut f = Folded::default();
        for (name, want) in [("镇村公路建设任务", "镇村公路"), ("搬迁任务", ""), ("口袋公园", "口袋公园")]
        {
            f.load(name);
            let end = before_a_task(&f, 0, f.len());
            assert_eq!(f.chars()[..end].iter().collect::<String>(), want, "{name}");
        }
    }
}
