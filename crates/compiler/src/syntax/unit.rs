//! Measure words: what may follow a number and make it a quantity. Longest match; compound units (元/平方米) and
//! alternate ones (条（个）, 家(次)) are one unit as written.

use std::sync::LazyLock;

use super::fold::Folded;
use super::lexicon::Lexicon;
use super::openings::Openings;

/// What sort of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Counted things and people.
    Count,
    /// Lengths, areas, weights and the like.
    Size,
    /// Yuan.
    Money,
    /// Other currencies.
    Currency,
    /// Percent and the like, times, tenths.
    Ratio,
    /// Percentage points.
    Points,
    /// A length of time.
    Duration,
    /// 岁.
    Age,
    /// 期, 类: counted after Arabic digits, a phase or class after Chinese ones.
    Class,
}

/// A unit at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// One past its last character.
    pub end: usize,
    /// One past the measure word itself, before `/…`.
    pub word_end: usize,
    /// What it measures.
    pub sort: Sort,
    /// True for a compound such as 元/平方米.
    pub per: bool,
}

const COUNT: &str = "个 家 名 人 位 户 对 例 人次 家次 户次 件次 条次 起次 册次 处次 所次 台次 车次 例次 次 场 场次 批次 班次 轮次 频次 届 堂 节 课 \
     课时 学时 轮 趟 批 班 座 所 处 条 套 栋 幢 间 台 台套 辆 部 张 项 件 宗 起 份 册 本 篇 种 款 支 面 块 \
     片 枚 只 头 匹 羽 尾 株 棵 盏 口 眼 孔 根 扇 组 队 床 桩 枪 端口 点位 车位 泊位 机位 学位 \
     园位 托位 床位 席位 坐席 艘 架 列 节次 班级 幅 首 部次 人份 卷 集 门 站 站点 网点 单 笔 箱 包 瓶 \
     盒 粒 袋 组团 层 步 梯位 宗次 人天 社区 村 镇 县 户数 档 方阵 道 段 把 顶 双 副 尊 联 架次 辆次 \
     列次 艘次 标箱 标准箱 颗 剂 剂次 针 针次 餐 餐次 顿 杯 桶 罐 束 枝 朵 窝 群 版 页 盘 缸 具 航次 标台 桌 亩次 \
     组次 项次 期次 台班 人年 人月 学分 工日 床次 诊次 席 方 幕 款次 铺 台件 套件 座次 棚 畦 株次 挂 \
     床日 人日 人时 杆 基 樘 辑 讲 通 封 工位 展位 摊位 铺位 墓位 格位 餐位 客位";

const SIZE: &str = "公里 千米 米 延米 延长米 厘米 毫米 平方公里 平方千米 平方米 平米 平方 ㎡ 亩 公顷 立方米 立方 升 毫升 吨 \
     千克 公斤 斤 克 微克 毫克 千瓦时 千瓦 兆瓦 吉瓦 兆瓦时 度 千伏安 吨标准煤 分贝 km KM m m2 m² km2 km² \
     兆伏安 标方 kW KW MW GW kWh MWh MVA kg t GB TB Mbps Gbps MB \
     公里/小时 里 海里 车道 车道公里 皮长公里 芯公里 车公里 吨公里 分 ℃ 摄氏度 cm mm mg ml mL";

const RATIO: &str = "% ‰ 倍 成";

const DURATION: &str = "小时 个小时 分钟 秒 秒钟 天 个工作日 工作日 个月 周 个星期 年 个年度 个季度 个学期";

static UNITS: LazyLock<Lexicon<Sort>> = LazyLock::new(|| {
    let lists = [
        (COUNT, Sort::Count),
        (SIZE, Sort::Size),
        (RATIO, Sort::Ratio),
        (DURATION, Sort::Duration),
        ("元 元钱 块钱 元人民币", Sort::Money),
        ("美元 港元 欧元 港币 日元 英镑", Sort::Currency),
        ("个百分点 百分点", Sort::Points),
        ("岁 周岁 月龄 个月龄 岁龄", Sort::Age),
        ("期 类 大类", Sort::Class),
    ];
    Lexicon::new(lists.into_iter().flat_map(|(words, sort)| words.split_whitespace().map(move |w| (w, sort))))
});

/// Words that begin like a measure word and are something else, by the measure word they would be taken for.
static NO_UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "户籍 户口 户外 部门 部委 部署 部分 部队 人制 人均 人民 人口 人才 人员 人大 人工 人行 人社 人机 人群 \
        人居 名师 名优 名单 名录 名企 名校 名医 名牌 家长 家庭 家属 家访 家政 条例 条件 场馆 场所 场地 场景 \
        场上 所有 所属 台账 台阶 台风 位置 位于 期间 期末 期货 次年 次日 次月 次生 张家 对于 对接 对外 对口 \
        对标 对象 对策 对应 起步 起点 起来 门诊 门店 门口 门槛 本科 本地 本级 本市 本区 本年 本月 份额 种植 \
        种子 种类 片区 面积 面向 面试 面临 面对 组织 组建 组成 队伍 头部 只有 支持 支付 支出 支部 支撑 支援 \
        套餐 座谈 件事 例行 例如 成都 成立 成为 成效 成果 成品 成本 成员 成年 成人 成功 成长 分别 分之 分类 \
        分期 分批 分级 分布 分析 分局 分公司 分中心 分项 度假 年级 年龄 年度 年代 天然 天津 天河 周边 周年 周围 \
        周期 升级 升学 升至 升旗 升到 升格 里程 里面 级别 课程 课堂 课题 课外 课后 课本 班子 班主任 班车 节能 \
        节水 节约 节点 节目 节假 轮流 轮岗 批准 批复 床旁 口岸 口腔 口号 口粮 眼科 眼镜 列车 列入 列为 架构 \
        首批 首次 首个 首届 首家 包括 包含 包保 包联 集中 集团 集成 集体 集采 站房 单位 单元 单独 单次 单项 \
        档案 道路 道口 段落 把握 把关 层级 层面 层次 步行 步道 米粉 米袋 平方根 克服 斤斤 吨位 吨级 联合 联系 联动 \
        联网 联席 双向 双创 双百 类别 类似 队员 点多 顶层 顶格 届时 根据 根本 兆欧 人防 户均 户厕 户主 村级 \
        村庄 村居 村民 村委 村集体 村村 镇街 镇级 县级 县域 县区 县城 社区卫生 社区级 社区工作 间接 间隔 项目部 \
        元旦 元宵 项目库 周六 周日 周末 秒杀 站台 方面 方案 方式 方向 方便 方言 方针 方圆 餐饮 餐厅 席地 针对 束缚 版本 页面 盘活 具有 具备 \
        具体 铺设 铺装 铺面 幕墙 挂牌 挂钩 挂点 群众 群体 群团 群岛 桶装 棚户 棚改 窝沟 缸套 顿号 席卷 杆件 杆线 \
        杆体 杆塔 基地 基层 基础 基本 基金 基站 基于 基因 基准 基点 基建 基药 讲座 讲解 讲师 讲堂 讲好 讲话 讲述 讲习 讲台 \
        通过 通车 通行 通道 通信 通用 通知 通报 通气 通水 通电 通勤 通办 通识 通航 通关 通铺 通达 通讯 封顶 封闭 封堵 封场 \
        封山 封控 封存 封装";
    Lexicon::new(words.split_whitespace().map(|w| (w, ())))
});

/// What a compound unit may be counted by, longer words first.
static DENOMINATORS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "平方米 立方米 平方公里 千瓦时 万人 千人 百人 人次 小时 分钟 工日 学期 学年 人 月 年 天 日 户 亩 次 生 \
        场 公里 米 升 吨 公斤 斤 台 套 张 个 间 床 餐 度 例 期 座 辆 kWh m2 m² ㎡";
    Lexicon::new(words.split_whitespace().map(|w| (w, ())))
});

/// The unit at `i`, with an alternate in brackets and a denominator.
pub fn read(f: &Folded, i: usize) -> Option<Unit> {
    let (sort, word_end) = word(f, i)?;
    let mut end = alternate(f, word_end);
    // 场/次 and 个/处 are alternate units, not rates.
    if sort == Sort::Count
        && f.get(end) == '/'
        && matches!(f.get(end + 1), '次' | '个' | '套' | '间' | '处' | '座' | '组')
    {
        end += 2;
    }
    let mut per = false;
    if sort == Sort::Size
        && f.get(end) == '每'
        && let Some((_, n)) = DENOMINATORS.find(f, end + 1)
    {
        (end, per) = (end + 1 + n, true);
    }
    while matches!(f.get(end), '/' | '·' | '.') && (f.get(end) == '/' || per) {
        let Some((_, n)) = DENOMINATORS.find(f, end + 1) else { break };
        (end, per) = (end + 1 + n, true);
        end += DENOMINATORS.find(f, end).map_or(0, |(_, n)| n);
    }
    Some(Unit { end, word_end, sort, per })
}

/// True when a word for counted things, people or money stands at `i`.
pub fn counts(f: &Folded, i: usize) -> bool {
    matches!(word(f, i), Some((Sort::Count | Sort::Money, _)))
}

/// True for a length of time.
pub fn is_duration(word: &str) -> bool {
    DURATION.split(' ').any(|w| w == word)
}

/// So many in a number of people: 8/10万.
pub fn in_many(f: &Folded, i: usize) -> Option<Unit> {
    let n = f.any(i, &["/10万", "/十万", "/万", "/千"]);
    let goes_on = f.any(i + n, &["元", "人", "户"]) > 0;
    (n > 0 && !goes_on).then_some(Unit { end: i + n, word_end: i + n, sort: Sort::Ratio, per: true })
}

/// A unit in brackets alone: 1800(次).
pub fn bracketed(f: &Folded, i: usize) -> Option<Unit> {
    let end = alternate(f, i);
    let (sort, _) = word(f, i + 1).filter(|_| end > i)?;
    Some(Unit { end, word_end: end, sort, per: false })
}

/// 路 counts what comes in by a line of its own (监控1400路, 200路视频); elsewhere it is a bus, a street or a number of one.
pub fn channels(f: &Folded, i: usize) -> Option<Unit> {
    const COMES_IN: &[&str] = &["监控", "视频", "摄像", "探头", "信号", "图像", "语音", "感知"];
    const BUSES: &[&str] = &["公交", "车", "线", "口", "段", "巴士", "汽车", "电车"];
    const BUILT: &[&str] = &["新建", "改造", "改建", "安装", "布设", "接入", "建成", "升级"];
    const NEAR: usize = 16;
    if f.get(i) != '路' || f.any(i + 1, BUSES) > 0 {
        return None;
    }
    let ends = |j: &usize| f.get(*j) == '\0' || super::cue::ends_clause(f.get(*j)).is_some();
    let back = (i.saturating_sub(NEAR)..i).rev().take_while(|j| !ends(j));
    let named = back.chain((i + 1..i + NEAR).take_while(|j| !ends(j))).any(|j| f.any(j, COMES_IN) > 0);
    // 建成380处、120路: counted beside another number, and nothing after it that could be a bus
    let digits = (0..i).rev().take_while(|j| f.get(*j).is_ascii_digit()).count();
    let at = i - digits;
    let listed = f.before(at) == '、' && at > 2 && f.get(at - 3).is_ascii_digit() && ends(&(i + 1));
    let counted = listed && matches!(f.get(at - 2), '处' | '台' | '个' | '套' | '盏' | '部' | '座' | '根');
    // 新建600路、改造900路: what is built is no bus
    let built = f.any_before(at, BUILT) > 0 && (ends(&(i + 1)) || f.get(i + 1) == '、');
    (named || counted || built).then_some(Unit { end: i + 1, word_end: i + 1, sort: Sort::Count, per: false })
}

/// 采集全血5.5万单位: blood is counted so; elsewhere 单位 are those who answer.
pub fn of_blood(f: &Folded, i: usize) -> Option<Unit> {
    const NEAR: usize = 16;
    if !f.starts(i, "单位") {
        return None;
    }
    let mut back = (i.saturating_sub(NEAR)..i).rev().take_while(|j| super::cue::ends_clause(f.get(*j)).is_none());
    let end = i + "单位".chars().count();
    back.any(|j| f.get(j) == '血').then_some(Unit { end, word_end: end, sort: Sort::Count, per: false })
}

/// A measure word that no list knows, seen by where it stands: one character between an Arabic number and a mark.
pub fn unlisted(f: &Folded, i: usize) -> Option<Unit> {
    const NEVER: &[char] = &[
        '号', '路', '线', '年', '月', '日', '时', '点', '级', '型', '届', '等', '后', '前', '内', '外', '上', '下',
        '中', '的', '了', '强', '版', '代', '式', '色', '版', '环', '标', '院', '校', '厂', '市', '区', '省', '国',
    ];
    let (c, after) = (f.get(i), f.get(i + 1));
    let closes = after == '\0' || super::cue::ends_clause(after).is_some() || matches!(after, '、' | '(' | ')');
    let word = ('\u{4e00}'..='\u{9fff}').contains(&c) && !NEVER.contains(&c);
    (word && closes).then_some(Unit { end: i + 1, word_end: i + 1, sort: Sort::Count, per: false })
}

fn word(f: &Folded, i: usize) -> Option<(Sort, usize)> {
    let (sort, n) = UNITS.find(f, i)?;
    let other = NO_UNITS.find(f, i).is_some_and(|(_, m)| m >= n.max(2) || n == 1);
    let latin = f.get(i).is_ascii_alphabetic() && f.get(i + n).is_ascii_alphanumeric();
    (!other && !latin).then_some((*sort, i + n))
}

/// One past `（个）` or `（市、区）` at `i`; `i` when there is none.
fn alternate(f: &Folded, i: usize) -> usize {
    if f.get(i) != '(' {
        return i;
    }
    let mut at = i + 1;
    loop {
        match UNITS.find(f, at) {
            Some((Sort::Count | Sort::Size | Sort::Class, n)) => at += n,
            _ => return i,
        }
        match f.get(at) {
            ')' => return at + 1 + usize::from(f.get(at + 1) == '次'),
            '、' | '/' => at += 1,
            _ => return i,
        }
    }
}

/// Measure words that a small Chinese numeral may stand before; others (三级, 两地, 一面) are names or idioms.
pub fn after_chinese(word: &str) -> bool {
    AFTER_CHINESE.of(word).is_some_and(|(found, ())| found == word)
}

static AFTER_CHINESE: LazyLock<Openings<()>> = LazyLock::new(|| {
    let words = "个 次 所 家 场 座 条 处 项 件 台 套 名 间 辆 部 张 栋 幢 份 册 人 户 对 位 公里 平方米 亩 吨 元 场次 \
        人次 户次 批次 倍 小时 个小时 天 分钟 岁 周岁 个月 个百分点 支 只 艘 枚 盏 棵 例 篇 课时 学时 个工作日 \
        床 成 米 公顷 堂 期 轮 批 轮次";
    Openings::new(words.split_whitespace().map(|w| (w, ())))
});

/// Every measure word, for the keyword list.
pub fn words() -> impl Iterator<Item = &'static str> {
    UNITS.words()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_units_as_written() {
        let table = [
            ("人次以上", 2, Sort::Count),
            ("家(次)。", 4, Sort::Count),
            ("条（个）幸福", 4, Sort::Count),
            ("元/平方米", 5, Sort::Money),
            ("元/人·月", 5, Sort::Money),
            ("微克/立方米", 6, Sort::Size),
            ("个百分点", 4, Sort::Points),
            ("％", 1, Sort::Ratio),
        ];
        for (text, end, sort) in table {
            let mut f = Folded::default();
            f.load(text);
            let unit = read(&f, 0).expect(text);
            assert_eq!((unit.end, unit.sort), (end, sort), "{text}");
        }
        let mut f = Folded::default();
        for text in ["户籍居民", "部门", "人制", "路", "Gmail"] {
            f.load(text);
            assert_eq!(read(&f, 0), None, "{text}");
        }
    }
}
