//! Arguments of the commands that work on a ledger. People name commitments by year and number and measures by their
//! words; ids are for machines.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil::Date;
use yinuo_ledger::EntryId;
use yinuo_model::{Bound, Mode, Naming, Role};

use crate::args::{as_list, columns};
use crate::lang::say;
use crate::values::{bound, date, entry, mode, naming, number, offset, role, year};

/// Where the ledger is.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Data {
    #[arg(long = "data", value_name = "DIR", help = say("台账所在的文件夹", "Folder of the ledger"))]
    pub(crate) folder: PathBuf,
}

/// Which commitment.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Item {
    #[arg(long, value_name = "NUMBER", value_parser = number::<u32>, help = say("第几件", "Number of the commitment"))]
    pub(crate) item: u32,
    #[arg(long, value_name = "YEAR", value_parser = year, help = say("哪一年的计划；默认最近一年", "Year of the plan; the latest by default"))]
    pub(crate) year: Option<i16>,
}

/// Arguments of `diff`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Diff {
    #[arg(value_name = "OLD", help_heading = say("参数", "Arguments"), help = say("旧版", "The old edition"))]
    pub(crate) old: PathBuf,
    #[arg(value_name = "NEW", help_heading = say("参数", "Arguments"), help = say("新版", "The new edition"))]
    pub(crate) new: PathBuf,
    #[arg(long, value_enum, default_value_t = DiffFormat::Text, value_name = "FORMAT",
        help = say("输出格式；html 是可以单独保存的网页", "Output format; html is a page that stands alone"))]
    pub(crate) format: DiffFormat,
    #[arg(short, long, value_name = "FILE", help = say("写到这个文件", "Write to this file"))]
    pub(crate) output: Option<PathBuf>,
}

/// Formats of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Json,
    Html,
}

/// Formats of what a ledger says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Plain {
    Text,
    Json,
}

/// Arguments of `adopt`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Adopt {
    #[arg(value_name = "FILE", help_heading = say("参数", "Arguments"), help = say("清单文件", "The list"))]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, help = say("不再询问", "Do not ask"))]
    pub(crate) yes: bool,
    #[arg(long, value_name = "DATE", value_parser = date, help = say("自哪一天起有效；默认记录当天", "From which day it holds; today by default"))]
    pub(crate) effective_on: Option<Date>,
    #[arg(long, value_name = "NAME",
        help = say("辖区名称，仅在台账新建时使用", "Name of the jurisdiction, when this begins the ledger"))]
    pub(crate) jurisdiction: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "督查室",
        help = say("第一个岗位的名称，仅在台账新建时使用", "Name of the first post, when this begins the ledger"))]
    pub(crate) office: String,
    #[arg(long, value_name = "+HH:MM", default_value = "+08:00", value_parser = offset, allow_hyphen_values = true,
        help = say("辖区的时区，记录按它分日子，仅在台账新建时使用",
            "The jurisdiction's zone, in which days are counted, when this begins the ledger"))]
    pub(crate) utc_offset: i32,
    #[arg(long, value_name = "YEAR", value_parser = year, help = say("清单的年份，文件里看不出时使用", "The list's year, when you know better than the file"))]
    pub(crate) list_year: Option<i16>,
    #[arg(long = "column", value_name = "HEADING=KIND", value_parser = naming, requires = "reason", help = columns())]
    pub(crate) columns: Vec<Naming>,
    #[arg(long, value_name = "TEXT", requires = "columns",
        help = say("为什么这样指定各列", "Why the columns are named so"))]
    pub(crate) reason: Option<String>,
    #[arg(long, help = as_list())]
    pub(crate) as_list: bool,
}

/// Arguments of `log`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Log {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, help = say("只看已公布的", "Only what is public"))]
    pub(crate) public: bool,
    #[arg(long, value_name = "NUMBER", value_parser = number::<u64>, help = say("只看最近这么多条；默认 100 条，JSON 默认全部",
        "Only so many of the latest; 100 by default, in JSON all"))]
    pub(crate) last: Option<u64>,
    #[arg(long, conflicts_with = "last", help = say("全部记录", "Every entry"))]
    pub(crate) all: bool,
    #[arg(long, value_enum, default_value_t = Plain::Text, value_name = "FORMAT",
        help = say("输出格式", "Output format"))]
    pub(crate) format: Plain,
}

/// Arguments of `status`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "DATE", value_parser = date, help = say("到这一天为止所记录的", "What had been recorded by the end of this day"))]
    pub(crate) as_of: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date, help = say("其中到这一天已经有效的", "And of that, what held on this day"))]
    pub(crate) effective: Option<Date>,
    #[arg(long, help = say("只看已公布的", "Only what is public"))]
    pub(crate) public: bool,
}

/// Arguments of `correct`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Correct {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "NUMBER", value_parser = number::<u32>, required_unless_present = "columns",
        help = say("第几件", "Number of the commitment"))]
    pub(crate) item: Option<u32>,
    #[arg(long, value_name = "YEAR", value_parser = year, help = say("哪一年的计划；默认最近一年", "Year of the plan; the latest by default"))]
    pub(crate) year: Option<i16>,
    #[arg(long = "column", value_name = "HEADING=KIND", value_parser = naming, conflicts_with_all = ["item", "measure", "at", "dismiss"],
        help = say("表头的含义，可写几次；清单按此重读，记为新版", "What a heading means; may be given several times. The list is read so and recorded as a new edition"))]
    pub(crate) columns: Vec<Naming>,
    #[arg(long, value_name = "WORDS", help = say("要更正的数量，照原文写，如 20场", "The measure to correct, as written, such as 20场"))]
    pub(crate) measure: Option<String>,
    #[arg(long, value_name = "CELL", help = say("所在的格：title、body 或 2016-Q1 之类", "Its cell: title, body, or a period such as 2016-Q1"))]
    pub(crate) at: Option<String>,
    #[arg(long, value_name = "MODE", value_parser = mode, requires = "measure",
        help = say("改读为 annual、period、cumulative、rate 或 context", "Read it as annual, period, cumulative, rate or context"))]
    pub(crate) mode: Option<Mode>,
    #[arg(long, value_name = "BOUND", value_parser = bound, requires = "measure",
        help = say("改读为 exact、at_least、at_most、about 或 more_than", "Read it as exact, at_least, at_most, about or more_than"))]
    pub(crate) bound: Option<Bound>,
    #[arg(long, value_name = "WORDS", requires = "at", conflicts_with_all = ["measure", "dismiss"],
        help = say("--at 所指的格从这几个字起", "The cell named by --at begins with these words"))]
    pub(crate) begins: Option<String>,
    #[arg(long, value_name = "CODE", conflicts_with = "measure",
        help = say("这个问题在这一件不适用", "This finding does not apply to the commitment"))]
    pub(crate) dismiss: Option<String>,
    #[arg(long, value_name = "TEXT", help = say("理由", "Why"))]
    pub(crate) reason: String,
}

/// Arguments of `assign`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Assign {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) item: Item,
    #[arg(long, value_name = "NAME", required = true, value_delimiter = ',',
        help = say("单位名称，可写几个；没有的会新建", "Names of units; those that do not exist are created"))]
    pub(crate) to: Vec<String>,
    #[arg(long, value_name = "ROLE", value_parser = role, default_value = "lead",
        help = say("lead 牵头、responsible 责任、cooperating 配合、leader 分管领导", "lead, responsible, cooperating or leader"))]
    pub(crate) role: Role,
    #[arg(long, value_name = "DATE", value_parser = date, help = say("自哪一天起；默认今天", "From which day; today by default"))]
    pub(crate) from: Option<Date>,
}

/// Arguments of `note`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Note {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) item: Item,
    #[arg(value_name = "TEXT", help_heading = say("参数", "Arguments"), help = say("说明", "The remark"))]
    pub(crate) text: String,
    #[arg(long, help = say("永不公布", "Never to be made public"))]
    pub(crate) office_only: bool,
}

/// Arguments of `release`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Release {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(value_name = "ENTRY", help_heading = say("参数", "Arguments"), value_parser = entry, required_unless_present = "all",
        help = say("记录的编号，如 e3；`yinuo log` 可查", "Entries such as e3; `yinuo log` shows them"))]
    pub(crate) entries: Vec<EntryId>,
    #[arg(long, conflicts_with = "entries", help = say("公布所有可以公布而尚未公布的", "Everything that may be public and is not yet"))]
    pub(crate) all: bool,
    #[arg(long, value_name = "TEXT", help = say("公布时说的话", "What the public is told with it"))]
    pub(crate) remark: Option<String>,
}

/// Arguments of `erase`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Erase {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(value_name = "ENTRY", help_heading = say("参数", "Arguments"), value_parser = entry,
        help = say("记录的编号，如 e3", "An entry such as e3"))]
    pub(crate) entry: EntryId,
    #[arg(long, value_name = "TEXT", help = say("理由；理由是公开的", "Why; this is public"))]
    pub(crate) reason: String,
    #[arg(long, help = say("不再询问", "Do not ask"))]
    pub(crate) yes: bool,
}

/// Arguments of `restore`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Restore {
    #[arg(value_name = "FOLDER", help_heading = say("参数", "Arguments"), help = say("备份", "The backup"))]
    pub(crate) backup: PathBuf,
    #[arg(long = "data", value_name = "DIR", required_unless_present = "verify",
        help = say("恢复到这个空文件夹", "Empty folder to restore to"))]
    pub(crate) folder: Option<PathBuf>,
    #[arg(long, conflicts_with = "folder", help = say("只核对备份，不恢复", "Check the backup and restore nothing"))]
    pub(crate) verify: bool,
}
