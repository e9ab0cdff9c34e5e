//! The words that a reader of names knows: what ends a name, what leads up to it, what may stand between it and its number.
//! Tables and the look at one place; which words are the name is for `object`.

use std::ops::Range;
use std::sync::LazyLock;

use yinuo_model::{NO_YEAR, TimeValue};

use super::among;
use super::edges;
use super::endings::Endings;
use super::fold::Folded;
use super::lexicon::Lexicon;
use super::numeral;
use super::scan;
use super::time::{self, What};

/// What a word does at the border of a noun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Ends a noun or leads up to one, and names nothing itself.
    Light,
    /// An act: ends a noun, unless a word such as 工程 makes it part of one.
    Act,
    /// An act that ends a noun only where the clause ends with it: 残疾人就业, but 就业困难人员.
    Close,
    /// Holds one of the others and is part of a noun.
    Noun,
    /// Begins or closes a clause that describes the noun after its 的: 符合条件的家庭.
    Describes,
}

pub static PARTS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    let lists = [
        (
            Part::Light,
            "开展 提供 建立 完成 实现 进行 实施 发放 配备 免费 举办 举行 新建 建成 新增 增加 达到 达 累计 共 全年 年内 \
            不少于 惠及 组织 打造 扩建 改扩建 推进 推动 开办 设立 为 对 向 将 把 在 于 的 并 及 等 和 以上 以下 以内 具备 \
            引导 支持 控制在 约 超 近 估计 预计 至 到 每 每周 每月 每季 每季度 每半年 每学期 每年 每天 每日 每人 每户 每生 每份 每个 每名 每套 每所 每场 每次 每餐 月人均 拥有 \
            提高 上调 上升 下降 降低 缩短 压缩 扩大 减少 价值 单价 各 至少 由 从 选派 开通 \
            新开 新开工 新设 吸纳 拨付 拉动 实际 确保 力争 争取 释放 发布 做好 按时 按期 按计划 如期 顺利 全部 全方位 定期 来 \
            参加 签订 启用 投入使用 投入运营 投用 开工 完工 封顶 设置 正常 均 用于 以 落实 促进 带动 实行 配上 配齐 同步 追回 追讨 办结 查漏补缺 再新增 再建 再完成 持续 通过 到位 到账 到岗 到户 按 覆盖 全覆盖 全面 结对 给予 做 基本建成 基本完成 可容纳 容纳 其余 剩余 余下 多渠道 帮助",
        ),
        (
            Part::Act,
            "帮扶 资助 培训 救助 治理 整治 升级 提升 改善 更新 加装 安装 购买 创建 申报 指导 移交 竣工 享受 检查 配送 改造 建设 \
            铺设 引进 培养 培育 接待 处理 办理 投入 募集 采购 布局 分配 回购 开放 购置 修缮 淘汰 优化 更换 补装 增设 接种 适配 减免 选址 \
            配置 新配置 开设 招聘 走访慰问 搬迁 再改造 签约 配租 缴纳 代缴 挽回 投保 整修 翻修 架设 敷设",
        ),
        (Part::Close, "就业 上岗 体检 检测 评估 验收 入住 就餐 建档 轮岗 开园"),
        (
            Part::Noun,
            "增加值 对外 对口 对象 等级 及时 和美 在线 在校 在岗 在职 在册 在园 在读 达标 建设用地 公共 共享 共建 向日葵 到期 至善 \
            为民 通过率 约谈 近视 近郊 一对一 超市 和谐 和平 各类 等候 组织化 支持率 含氟 从业 从教 由头 外来 未来 来访 来信 往来 平均 均衡 \
            做法 普及率 普及培训 医共体 共同体 自来水 检测评估 以工代赈 以旧换新 覆盖率 检查站 处理厂 去向 通达 直达 发达 超声 超级 近海 近代 约定 准入 按摩 按揭 流向 公约 节约 合约 条约 预约 履约 招聘会 中度以上 重度以上 初级以上 中级以上 高级以上 县级以上 省级以上 市级以上 联合 和睦 社会组织 党组织 行业组织 治理能力 提高班 救助标准 救助金 资助标准 资助金 \
            计划生育 提升泵 行为 规范化 抽检合格率 抽检不合格",
        ),
        (
            Part::Describes,
            "符合 进入 享受 参与 获得 取得 需要 具有 存在 未 已 无 有 失去 遭受 居住 从事 成熟 困难 急需 严重 贫困 破损",
        ),
    ];
    let listed = lists.into_iter().flat_map(|(part, words)| words.split_whitespace().map(move |w| (w, part)));
    Lexicon::new(listed.chain(among::words().map(|w| (w, Part::Light))))
});

/// Words that make an act before them part of a noun: 改造工程, 培训班.
pub static MAKES_A_NOUN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "性 工作 工程 项目 活动 服务 设施 任务 计划 机构 基地 对象 人员 人数 面积 资金 补贴 \
        补助 门诊 课程 体系 平台 系统 能力 中心 方案 用地 班 率 站 点 费 时间 时限";
    Lexicon::new(words.split_whitespace().map(|w| (w, ())))
});

/// Words between a noun and its number.
pub static TAILS: LazyLock<Endings> = LazyLock::new(|| Endings::new(BETWEEN.iter().copied()));

const BETWEEN: &[&str] = &[
    "达到", "控制在", "提高到", "提高至", "提升到", "提升至", "增长到", "增加到", "扩大到", "下降到", "下降至",
    "降低到", "降至", "增至", "压缩至", "缩短至", "保持在", "稳定在", "不低于", "不少于", "不超过", "突破", "增长",
    "增加", "下降", "提高", "提升", "数量", "分别", "平均", "总数", "人数", "小计", "共计", "合计", "累计", "全年",
    "要", "均", "价值", "单价", "每份", "每个", "每名", "每套", "每场", "每次", "较上年同期", "较上年", "比上年同期",
    "比上年", "上升", "上涨", "的", "较去年", "比去年", "去年的", "上年的", "同比", "每人", "每月", "每年", "每天",
    "每床", "每生", "每户", "上调", "调整", "调", "由", "从", "压缩到", "缩短到", "压缩", "缩短", "各", "共", "达",
    "为", "在", "至", "到", "约", "占", "按", "计", "有", "“", "”", " ",
];

/// Acts that lead up to a name (改建公厕6座, 清疏管道32公里) and that are a part of many others elsewhere (开发区, 招聘活动).
static LEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "计划 继续 拟 改建 续建 新改建 修建 翻建 拓宽 打通 清疏 清淤 疏浚 筹集 归集 招收 招募 招聘 开发 推出 布设 投放 新投放 放映 \
        评选 轮训 检测 铺筑 消除 接入 关爱 开设 组建 遴选 召开 上线 化解 加固 维修养护 维修改造 维修 养护 参与 启动 取得 征集 \
        普及 引入 受理 修好 按照 安排 拆除 防治 配套 走访 慰问 梳理 整改 销号 巡查 核实 核查 \
        查处 查办 查纠 纠正 侦办 侦破 破获 抽检 增配 补配 选配 选聘 选树 聘用 施划 划设 规范 支付 兑付 兑现 新打 新设 栽植 补栽 补种 清理 清运 扶持 \
        认定 评定 开行 加开 增开 增发 恢复 推行 压减 压降 盘活 收储 收购 腾退 取缔 关停 推介 输送 授牌 表彰 派驻 补充 补齐 充实 迁建 重建 添置 \
        编印 印制 张贴 播放 录制 拍摄 探访 根治 处置 复垦 摸排 增建 增添 栽种";
    Lexicon::new(words.split_whitespace().map(|w| (w, ())))
});

/// Acts that are the whole of what stands beside a number: 完工3处, 4所开诊. They say what is done and not what is counted.
const ACTS_ALONE: &[&str] = &[
    "办结", "制定", "交付", "组建", "配置", "接入", "通车", "修复", "翻新", "开诊", "装修", "处置", "确定", "养护",
    "维修改造", "主体加固", "救济", "检测", "补贴", "修缮", "启动", "封顶", "占比", "筹集", "整改",
];

/// Names of where something is, and of nothing that is counted.
const PLACES: &[&str] = &["周边", "沿线", "城区", "市区", "中心区", "门前", "附近", "范围内"];

/// Length of the word at `i`, and what it does there.
pub fn word(f: &Folded, i: usize) -> (usize, Option<Part>) {
    let quoted = edges::quoted(f, i);
    if quoted > 0 {
        return (quoted, Some(Part::Noun));
    }
    match PARTS.find(f, i) {
        Some((Part::Act, n)) if makes_a_noun(f, i + n) => (n, Some(Part::Noun)),
        // 开工率, 落实率, 开办时间: what is measured of an act
        Some((Part::Light | Part::Close, n)) if n > 1 && is_measured(f, i + n) => (n, Some(Part::Noun)),
        Some((part, n)) => (n, Some(*part)),
        None => (1, None),
    }
}

/// Whether an act that ends at `i` is part of a noun: 改造工程. 治理中心城区 names the place of the act.
fn makes_a_noun(f: &Folded, i: usize) -> bool {
    MAKES_A_NOUN.find(f, i).is_some() && !f.starts(i, "中心城")
}

/// Whether a share or a length of time of what ends at `i` is named there; 率先 says how something is done.
fn is_measured(f: &Folded, i: usize) -> bool {
    f.get(i) == '率' && !matches!(f.get(i + 1), '先' | '领') || f.any(i, &["时间", "时限"]) > 0
}

/// True when the words are an act and nothing else.
pub fn is_an_act(f: &Folded, name: &Range<usize>) -> bool {
    let length = name.end - name.start;
    let alone = |act: &str| f.starts(name.start, act) && act.chars().count() == length;
    word(f, name.start) == (length, Some(Part::Act)) || ACTS_ALONE.iter().any(|act| alone(act))
}

/// How many characters at the end of a name say only where a thing is: 周边 in 学校周边.
pub fn place(f: &Folded, end: usize) -> usize {
    f.any_before(end, PLACES)
}

/// Past the times, list marks and acts that lead up to a name at `low`: 三季度完成, 国庆期间开设, 改建. Where only a time stands
/// there, no name is left.
pub fn led(f: &Folded, mut low: usize, high: usize) -> usize {
    const LEAST: usize = 2;
    while low < high {
        // 与四季度 in 一季度与四季度
        if let Some(end) = time_at(f, low + usize::from(f.get(low) == '与'), high) {
            low = end;
            continue;
        }
        let next = low + lead(f, low);
        if next == low || next + LEAST > high {
            break;
        }
        low = next;
    }
    low
}

/// One past a time at `i`, at most `high`. A season or a festival may be part of a name (春季植树), unless it is told as a time
/// (暑期期间) or nothing else is there.
fn time_at(f: &Folded, i: usize, high: usize) -> Option<usize> {
    const LONGEST_NUMERAL: usize = 12;
    if !scan::may_begin_time(f.get(i)) {
        return None;
    }
    if (i..=i + LONGEST_NUMERAL).all(|j| numeral::begins(f.get(j))) {
        // no time has such a number, and every measure beside it would read the whole of it again
        return None;
    }
    let year = Some(NO_YEAR);
    let found = time::at_word(f, i, year).or_else(|| time::at_number(f, i, year));
    let found = found.or_else(|| time::first_of_year(f, i, i, year)).or_else(|| time::quarters(f, i, i, year))?;
    let What::Time(value, _) = found.what else { return None };
    let mark = f.any(found.end, &["期间", "以来", "起", "前", "后", "内", "中"]);
    let named = matches!(value, TimeValue::Season(..) | TimeValue::Date(_)) && f.get(i).to_digit(10).is_none();
    let end = found.end + mark;
    (end <= high && (!named || mark > 0 || end == high)).then_some(end)
}

/// Length of what leads up to a name at `at`; 0 where nothing does.
fn lead(f: &Folded, at: usize) -> usize {
    if word(f, at).1 == Some(Part::Noun) {
        return 0;
    }
    if let Some((_, n)) = LEADS.find(f, at) {
        // what an act makes part of a noun is one with it: 招聘活动; money is arranged and not named by it
        let of_money = f.starts(at, "安排") || f.starts(at, "筹集");
        return if !of_money && makes_a_noun(f, at + n) { 0 } else { n };
    }
    // 建文化站, not 建筑 or 建设用地; 设床位, not 设备
    const OTHERS: &[&str] = &["筑", "设", "档", "材", "制", "议", "成", "施", "备", "计", "置", "立", "点", "岗", "区"];
    if matches!(f.get(at), '建' | '设') && f.any(at + 1, OTHERS) == 0 {
        return 1;
    }
    // 4.新投放, a row's number that stayed with its words
    let digits = (at..at + 3).take_while(|j| f.get(*j).is_ascii_digit()).count();
    let marks = digits > 0 && f.get(at + digits) == '.' && !f.get(at + digits + 1).is_ascii_digit();
    if marks { digits + 1 } else { 0 }
}
