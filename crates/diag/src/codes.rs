//! The registry of codes: one row each, never reused. The prefix names the stage: `S` source, `L` layout, `C` check of
//! the plan, `J` ledger. Each code has a page in docs/codes in both languages, a fixture and an emitter; `cargo xtask tidy` checks.

use crate::{Severity, Severity::*};

/// A registered code.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `C012`.
    pub id: &'static str,
    /// Kebab-case; names the fault, not the remedy.
    pub name: &'static str,
    /// The usual severity.
    pub severity: Severity,
    /// Short name on Chinese pages.
    pub title_zh: &'static str,
    /// Short name in English.
    pub title_en: &'static str,
    /// The page in Chinese (Markdown).
    pub page_zh: &'static str,
    /// The page in English (Markdown).
    pub page_en: &'static str,
}

macro_rules! codes {
    ($($konst:ident = $id:literal $name:literal $severity:ident $zh:literal $en:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ": ", $en, ".")]
            pub static $konst: Code = Code {
                id: $id,
                name: $name,
                severity: $severity,
                title_zh: $zh,
                title_en: $en,
                page_zh: include_str!(concat!("../../../docs/codes/zh/", $id, ".md")),
                page_en: include_str!(concat!("../../../docs/codes/en/", $id, ".md")),
            };
        )*
        /// Every code, in the order of the table.
        pub static ALL: &[&Code] = &[$(&$konst),*];
    };
}

codes! {
    EMPTY_FILE = "S001" "empty-file" Error "文件是空的" "the file is empty";
    NOT_TEXT = "S002" "not-text" Error "格式不能读取" "the format is not read";
    TOO_LARGE = "S003" "too-large" Error "文件过大" "the file is too large";
    ENCODING_ASSUMED = "S004" "encoding-assumed" Note "按推断的编码读取" "the encoding was inferred";
    UNPACKED_TOO_LARGE = "S005" "unpacked-too-large" Error "解开后过大" "the file unpacks to too much";
    FILE_DAMAGED = "S006" "file-damaged" Error "文件已损坏" "the file is damaged";
    MARKUP_REFUSED = "S007" "markup-refused" Error "标记中有不安全的声明" "the markup holds declarations that are not read";
    FILE_ENCRYPTED = "S008" "file-encrypted" Error "文件有密码" "the file is protected by a password";
    PAGES_ARE_PICTURES = "S009" "pages-are-pictures" Error "页面是图片，没有文字" "pages are pictures without words";
    GLYPHS_UNKNOWN = "S010" "glyphs-unknown" Error "有字认不出" "characters without a name";
    READING_STOPPED = "S015" "reading-stopped" Error "没能在限度内读完" "reading was stopped at its limits";
    NOT_A_LIST = "L001" "not-a-list" Error "没有找到事项清单" "no list of commitments was found";
    CELLS_INFERRED = "L002" "cells-inferred" Note "哪些文字归哪一格靠推断" "which cell some words belong to was inferred";
    HEADER_MISSING = "L003" "header-missing" Note "缺少表头" "a header row is missing";
    TEXT_SET_ASIDE = "L004" "text-set-aside" Note "有文字没有读进清单" "some text was not taken into the list";
    TITLE_SPLIT = "L005" "title-split" Note "事项名称被拆成几段" "a title is broken over paragraphs";
    CELL_BLANK = "L006" "cell-blank" Warning "节点内容空缺" "a cell is blank";
    YEAR_UNKNOWN = "L007" "year-unknown" Warning "没有写明年份" "the year is not stated";
    READING_IN_DOUBT = "L008" "reading-in-doubt" Note "读法有别的可能" "a reading was a choice between close alternatives";
    PROGRESS_REPORT = "L009" "progress-report" Error "这是进展情况，不是清单" "this is a report on progress";
    BALLOT = "L010" "ballot" Error "这是测评或表决用表，不是清单" "this is a ballot";
    SET_OF_RULES = "L011" "set-of-rules" Error "这是规则办法，不是清单" "this is a set of rules";
    NEWS_REPORT = "L012" "news-report" Error "这是新闻报道，不是清单" "this is a news report";
    SECTION_TAKEN = "L013" "section-taken" Note "清单取自长文的一节" "the list was taken from a part of the document";
    NUMBERS_MISSING = "L014" "numbers-missing" Note "序号一列是空的" "the column of numbers is empty";
    MARKS_SET_ASIDE = "L015" "marks-set-aside" Note "事项前的记号没有读进名称" "marks were not taken into the titles";
    COLUMNS_UNKNOWN = "L016" "columns-unknown" Note "有的列认不出来" "some columns are not understood";
    DECLARED_COUNT_DIFFERS = "C001" "declared-count-differs" Warning "标明数量与实际不符" "a declared count differs from the list";
    NUMBERING_GAP = "C002" "numbering-gap" Warning "序号不连续" "the numbering has a gap";
    NUMBER_REPEATED = "C003" "number-repeated" Warning "序号重复" "a number is used twice";
    NO_OWNER_NAMED = "C004" "no-owner-named" Note "未写明责任单位" "no owner is named";
    NO_MEASURABLE_TARGET = "C005" "no-measurable-target" Warning "目标无法衡量" "nothing in the promise can be measured";
    VAGUE_MILESTONE = "C006" "vague-milestone" Note "节点内容含糊" "nobody could say whether the milestone was met";
    REPEATED_MILESTONE = "C007" "repeated-milestone" Note "节点内容重复" "two periods say the same";
    DEADLINE_OUTSIDE_PERIOD = "C008" "deadline-outside-quarter" Warning "时限不在本季度" "a date lies outside its period";
    CONDITIONAL_MILESTONE = "C009" "conditional-milestone" Note "节点附有条件" "the milestone depends on a condition";
    HEDGED_TARGET = "C010" "hedged-target" Note "承诺留有余地" "the promise is hedged";
    TARGET_NOT_SCHEDULED = "C011" "target-not-scheduled" Warning "指标未分解到各期" "a target has no number in any period";
    VERB_DOWNGRADE = "C012" "verb-downgrade" Warning "承诺完成，安排只到启动" "completion is promised, the schedule only starts";
    TARGET_UNMET_BY_PARTS = "C013" "target-unmet-by-parts" Warning "各期合计达不到指标" "the periods do not add up to the target";
    PARTS_EXCEED_TARGET = "C014" "parts-exceed-target" Warning "各期合计超出指标" "the periods exceed the target";
    UNIT_MISMATCH = "C015" "unit-mismatch" Note "计量单位不一致" "periods and target count in different units";
    IMPOSSIBLE_DATE = "C016" "impossible-date" Warning "日期不存在" "the date does not exist";
    LEDGER_NOT_OPENED = "J001" "ledger-not-opened" Error "台账尚未建立" "the ledger has not been opened";
    LEDGER_ALREADY_OPENED = "J002" "ledger-already-opened" Error "台账已经建立" "the ledger is already open";
    UNKNOWN_REFERENCE = "J003" "unknown-reference" Error "指向不存在的内容" "something that does not exist is named";
    ALREADY_CLOSED = "J004" "already-closed" Error "单位或岗位已撤销" "the unit or post is closed";
    CHANGED_MEANWHILE = "J005" "changed-meanwhile" Error "已被他人更正" "somebody corrected it in the meantime";
    TEXT_MISSING = "J006" "text-missing" Error "缺少文字" "a name or reason is missing";
    TEXT_TOO_LONG = "J007" "text-too-long" Error "文字过长" "a text is too long";
    NAME_TAKEN = "J008" "name-taken" Error "名称已被使用" "the name is taken";
    PLAN_INCOMPLETE = "J009" "plan-incomplete" Error "清单不完整，不能确认" "the plan cannot be adopted as it is";
    NOT_RELEASABLE = "J010" "not-releasable" Error "记录不能公布" "the entry cannot be released";
    BASE_NOT_RELEASED = "J011" "base-not-released" Error "所依据的记录未公布" "it rests on an entry that is not public";
    ALREADY_RELEASED = "J012" "already-released" Error "记录已经公布" "the entry is already public";
    NOT_ERASABLE = "J013" "not-erasable" Error "正文不能抹去" "the body cannot be erased";
    EFFECTIVE_TOO_EARLY = "J014" "effective-too-early" Error "生效日过早" "it would hold before what it rests on";
    CLOCK_SET_BACK = "J015" "clock-set-back" Warning "时钟倒退" "the clock was set back";
    NOTHING_TO_CHANGE = "J016" "nothing-to-change" Error "没有任何变化" "nothing would change";
    ENTRY_DAMAGED = "J017" "entry-damaged" Error "记录已损坏" "an entry is damaged";
    ENTRY_FORMAT_UNKNOWN = "J018" "entry-format-unknown" Error "记录格式不认识" "the format of an entry is not known";
    LEDGER_INCONSISTENT = "J019" "ledger-inconsistent" Error "记录前后不一致" "entries do not fit together";
    PART_EXCEEDS_WHOLE = "C017" "part-exceeds-whole" Warning "部分超过整体" "the parts are more than the whole";
    RATE_WITHOUT_BASE = "C018" "rate-without-base" Note "比例没有基数" "a change in percent names no base";
    DUPLICATE_COMMITMENT = "C019" "duplicate-commitment" Warning "两项承诺相同" "two commitments promise the same";
    DEADLINE_AFTER_YEAR = "C020" "deadline-after-year" Warning "时限在年度之后" "a deadline lies after the plan's year";
    TITLE_COUNT_DIFFERS = "C021" "title-count-differs" Warning "数量与列出的名称不符" "the count and the names listed differ";
    DIGITS_LOST_SUSPECTED = "C022" "digits-lost-suspected" Note "疑似丢字" "a character between digits may be lost";
    PERCENT_OVER_HUNDRED = "C023" "percent-over-hundred" Warning "比例超过100%" "a share is over 100%";
    PERIOD_VALUE_MISSING = "C024" "period-value-missing" Note "累计数缺一期" "a series of totals skips a period";
    PARTS_DO_NOT_SUM = "C025" "parts-do-not-sum" Warning "各地相加与总数不符" "the parts of the regions do not add up to the total";
    USED_BEFORE_FINISHED = "C026" "used-before-finished" Warning "投用早于竣工验收" "use is promised before the works are finished";
}

/// Finds a code by id (any case) or name.
pub fn find(text: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|c| c.id.eq_ignore_ascii_case(text) || c.name == text)
}
