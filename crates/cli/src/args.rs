//! The arguments, from which help, completions and man pages are made as well. Help is worded in both languages.

use std::path::PathBuf;

use clap::{ArgAction, Args as ClapArgs, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use yinuo_diag::Code;
use yinuo_model::Naming;

pub(crate) use crate::ledger_args::*;

use crate::commands::deny::{self, Rule};
use crate::lang::{Choice, say};
use crate::values::{naming, year};

const TEMPLATE_ZH: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
const TEMPLATE_EN: &str = "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}";

/// Arguments of `yinuo`.
#[derive(Debug, Parser)]
#[command(
    name = "yinuo",
    version,
    about = say("一诺：读懂一份民生实事清单，核对它，展示它", "Yinuo reads a list of public commitments, judges it and shows it"),
    after_help = say(
        "文件写作 - 时读取标准输入。退出码：0 正常，1 有被拒绝的问题，2 无法运行",
        "A file given as - is standard input. Exit codes: 0 clean, 1 denied findings, 2 could not run"
    ),
    subcommand_help_heading = say("命令", "Commands"),
    next_help_heading = say("选项", "Options"),
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(crate) struct Args {
    #[arg(long, global = true, display_order = 100, value_name = "LANG", default_value = "auto",
        hide_possible_values = true, hide_default_value = true,
        help = say("语言：zh、en，或 auto（随系统）", "Language: zh, en, or auto (follows the locale)"))]
    lang: Choice,
    #[arg(short, long, global = true, display_order = 101, action = ArgAction::Help, help = say("显示帮助", "Print help"))]
    help: Option<bool>,
    #[arg(short = 'V', long, display_order = 102, action = ArgAction::Version, help = say("显示版本", "Print version"))]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The parser, in the chosen language throughout.
pub(crate) fn command() -> clap::Command {
    let template = say(TEMPLATE_ZH, TEMPLATE_EN);
    Args::command().help_template(template).mut_subcommands(|c| c.help_template(template))
}

/// One variant for each file in `commands`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(about = say("核对清单，列出问题", "Check lists and print what is unsound in them"))]
    Check(Check),
    #[command(about = say("把清单编译成计划", "Compile a list into a plan"))]
    Compile(Compile),
    #[command(about = say("解释一个问题代码；不写代码则列出全部", "Explain a code; without one, list them all"))]
    Explain {
        #[arg(value_name = "CODE", help_heading = say("参数", "Arguments"),
            help = say("代码或名称，如 C012", "Code or name, such as C012"))]
        code: Option<String>,
    },
    #[command(about = say("以网页展示清单", "Show lists as pages"))]
    Serve(Serve),
    #[command(about = say("以网页展示示例清单", "Show the example as pages"))]
    Demo(Demo),
    #[command(about = say("比较一份清单的两个版本", "Compare two editions of a list"))]
    Diff(Diff),
    #[command(about = say("把清单记入台账，成为该年的计划", "Record a list in a ledger as the plan of its year"))]
    Adopt(Adopt),
    #[command(about = say("显示台账的历史", "Show the history of a ledger"))]
    Log(Log),
    #[command(about = say("显示台账某一天的状况", "Show how a ledger stood on a day"))]
    Status(Status),
    #[command(about = say("更正一处读法", "Correct a reading"))]
    Correct(Correct),
    #[command(about = say("指定一件事由谁负责", "Say who answers for a commitment"))]
    Assign(Assign),
    #[command(about = say("附一条说明", "Add a remark to a commitment or an entry"))]
    Note(Note),
    #[command(about = say("公布记录", "Make entries public"))]
    Release(Release),
    #[command(about = say("抹去一条记录的内容，信封与哈希不变", "Erase what an entry says; envelope and hashes stay"))]
    Erase(Erase),
    #[command(about = say("备份台账", "Copy a ledger while it is in use"))]
    Backup {
        #[command(flatten)]
        data: Data,
        #[arg(value_name = "FOLDER", help_heading = say("参数", "Arguments"),
            help = say("备份放到这个空文件夹", "Empty folder for the copy"))]
        to: PathBuf,
    },
    #[command(about = say("从备份恢复台账，或只核对备份", "Restore a ledger from a backup, or check the backup"))]
    Restore(Restore),
    #[command(about = say("逐条检查台账", "Look at every entry of a ledger"))]
    Doctor {
        #[command(flatten)]
        data: Data,
    },
    #[command(hide = true, about = say("供服务器使用：在限度内读一份文件", "For the server: read a document within limits"))]
    ReadDocument { memory: u64, processor: u64 },
    #[command(about = say("输出命令行补全脚本", "Print a completion script"))]
    Completions {
        #[arg(value_name = "SHELL", help_heading = say("参数", "Arguments"), hide_possible_values = true,
            help = say("bash、zsh、fish、elvish 或 powershell", "bash, zsh, fish, elvish or powershell"))]
        shell: Shell,
    },
    #[command(about = say("输出手册页（roff）", "Print a manual page (roff)"))]
    Man {
        #[arg(value_name = "COMMAND", help_heading = say("参数", "Arguments"),
            help = say("命令名；不写则为总页", "A command; without one, the page of yinuo"))]
        command: Option<String>,
    },
}

/// Arguments of `check`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Check {
    #[arg(value_name = "FILE", required = true, help_heading = say("参数", "Arguments"),
        help = say("清单文件（.txt、.md、.csv、.html、.docx、.xlsx、.pdf）或装有它们的文件夹，- 为标准输入",
            "Lists (.txt, .md, .csv, .html, .docx, .xlsx, .pdf) or folders of them; - is standard input"))]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Pretty,
        help = say("输出格式", "Output format"))]
    pub(crate) format: Format,
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = Order::Finding,
        help = say("排列：finding 按问题，item 按项目；只用于 pretty",
            "Order of pretty: by finding, or by item, all findings of a commitment together"))]
    pub(crate) by: Order,
    #[arg(long, value_name = "RULE", value_delimiter = ',', help = say(
        "使退出码为 1 的问题：代码、名称，或 error、warning、note 及以上；默认 error",
        "What makes the exit code 1: a code, a name, or error, warning, note and above; error by default"))]
    pub(crate) deny: Vec<Rule>,
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = deny::code,
        help = say("不报告的问题：代码或名称", "Findings to leave out: codes or names"))]
    pub(crate) allow: Vec<&'static Code>,
    #[arg(long, conflicts_with_all = ["deny", "allow"], help = say(
        "改为列出读法有别的可能之处，最难分的在前",
        "List readings that were a choice between close alternatives instead, the closest first"))]
    pub(crate) doubts: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Pretty,
    Compact,
    Json,
    Sarif,
    Github,
}

/// What `check` keeps together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    Finding,
    Item,
}

/// Arguments of `compile`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Compile {
    #[arg(value_name = "FILE", help_heading = say("参数", "Arguments"),
        help = say("清单文件（.txt、.md、.csv、.html、.docx、.xlsx、.pdf），- 为标准输入", "A list (.txt, .md, .csv, .html, .docx, .xlsx, .pdf); - is standard input"))]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = PlanFormat::Text,
        help = say("输出格式；csv 和 xlsx 为台账", "Output format; csv and xlsx are the standing ledger"))]
    pub(crate) format: PlanFormat,
    #[arg(long, value_name = "WHAT", value_enum, conflicts_with = "format",
        help = say("改为输出各处位置所指的原文（text），或每段在文件中的位置（map）",
            "Print the text that spans point into instead (text), or where each paragraph stands in the file (map)"))]
    pub(crate) emit: Option<Emit>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Formats of `compile`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    Text,
    Json,
    Csv,
    Xlsx,
}

/// What `compile --emit` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    Text,
    Map,
}

/// What the caller knows better than the file.
#[derive(Debug, Clone, Default, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Reading {
    #[arg(long, value_name = "YEAR", value_parser = year,
        help = say("清单的年份，文件里看不出时使用", "The list's year, when you know better than the file"))]
    pub(crate) year: Option<i16>,
    #[arg(long = "column", value_name = "HEADING=KIND", value_parser = naming, help = columns())]
    pub(crate) columns: Vec<Naming>,
    #[arg(long, help = as_list())]
    pub(crate) as_list: bool,
}

/// What `--as-list` does.
pub(crate) fn as_list() -> &'static str {
    say("看起来是通报、规则等也按清单读", "Read it as a list even where it looks like a report, rules or the like")
}

impl Reading {
    /// The choices for the compiler.
    pub(crate) fn options(&self) -> yinuo_compiler::Options {
        let (year, columns, as_list) = (self.year, self.columns.clone(), self.as_list);
        yinuo_compiler::Options { year, columns, as_list, ..Default::default() }
    }
}

/// What `--column` does.
pub(crate) fn columns() -> &'static str {
    say(
        "指明表头的含义，可写几次，如 --column 攻坚举措=title 或 --column 攻坚举措=工作任务；没有表头的列写列号，如 @B=title",
        "What a heading means; may be given several times: --column 攻坚举措=title, or =工作任务, a common heading; a column without heading by its letter: @B=title",
    )
}

/// Arguments of `serve`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Serve {
    #[arg(value_name = "FILE", required_unless_present = "data", help_heading = say("参数", "Arguments"),
        help = say("清单文件（.txt、.md、.csv、.html、.docx、.xlsx、.pdf）", "Lists (.txt, .md, .csv, .html, .docx, .xlsx, .pdf)"))]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["files", "year"],
        help = say("改为展示这个台账，并打开办公区", "Show this ledger instead, with the office area"))]
    pub(crate) data: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) listen: Listen,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Arguments of `demo`.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Demo {
    #[command(flatten)]
    pub(crate) listen: Listen,
    #[arg(long, value_name = "DIR",
        help = say("演示台账所在的文件夹；默认在用户数据目录下", "Folder of the demonstration's ledger; in the user's data folder by default"))]
    pub(crate) data: Option<PathBuf>,
    #[arg(long, help = say("从头再来：先清空演示台账", "Begin anew: empty the demonstration's ledger first"))]
    pub(crate) reset: bool,
}

/// Where pages are served.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = say("选项", "Options"))]
pub(crate) struct Listen {
    #[arg(long = "listen", value_name = "ADDR", default_value = "127.0.0.1:8016",
        help = say("监听地址；端口 0 为任意空闲端口", "Address to listen on; port 0 takes any free one"))]
    pub(crate) address: String,
}
