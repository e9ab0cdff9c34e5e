//! `yinuo.toml`: a jurisdiction's own choices about findings, kept beside its documents. It may change how grave a code
//! is, leave a code out, say what makes `check` fail, set single findings aside with a reason, and say what the headings of
//! its tables mean. It changes nothing else about how a document is read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use yinuo_diag::{Code, Diagnostic, Severity, Text, codes};
use yinuo_model::{Column, Naming};

/// The name of the file.
pub const FILE_NAME: &str = "yinuo.toml";

/// The choices of one `yinuo.toml`; empty where there is none.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Rules of `check --deny`: codes, names, or `error`, `warning`, `note`.
    pub deny: Vec<String>,
    /// What headings mean.
    pub columns: Vec<Naming>,
    allow: Vec<&'static Code>,
    severity: Vec<(&'static Code, Severity)>,
    suppress: Vec<Suppression>,
}

#[derive(Debug, Clone)]
struct Suppression {
    code: &'static Code,
    commitment: Option<u32>,
    file: Option<String>,
    reason: String,
}

/// A finding that was set aside, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Diagnostic,
    /// The reason as written.
    pub reason: String,
}

/// Why a `yinuo.toml` cannot be used.
#[derive(Debug)]
pub struct SettingsError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong and how to repair it.
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    check: WrittenCheck,
    #[serde(default)]
    severity: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    suppress: Vec<WrittenSuppression>,
    #[serde(default)]
    columns: std::collections::BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCheck {
    #[serde(default)]
    deny: Vec<String>,
    #[serde(default)]
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSuppression {
    code: String,
    commitment: Option<u32>,
    file: Option<String>,
    #[serde(default)]
    reason: String,
}

/// Where the settings for a document may stand, the nearest first.
pub(crate) fn candidates(document: &Path) -> impl Iterator<Item = PathBuf> {
    let absolute = std::path::absolute(document).unwrap_or_else(|_| document.to_path_buf());
    let folders: Vec<PathBuf> = absolute.ancestors().skip(1).map(|folder| folder.join(FILE_NAME)).collect();
    folders.into_iter()
}

impl Settings {
    /// The settings for a document: of the nearest `yinuo.toml` in its folder or one above.
    pub fn near(document: &Path) -> Result<Self, SettingsError> {
        for path in candidates(document) {
            match fs::read_to_string(&path) {
                Ok(text) => return Self::parse(&text).map_err(|text| SettingsError { path, text }),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => {
                    let text = Text::new(format!("读不到：{e}"), format!("cannot be read: {e}"));
                    return Err(SettingsError { path, text });
                }
            }
        }
        Ok(Self::default())
    }

    fn parse(text: &str) -> Result<Self, Text> {
        let written: Written = toml::from_str(text).map_err(|e| {
            let what = e.to_string();
            Text::new(format!("写法有误：{}", what.trim_end()), format!("is not well formed: {}", what.trim_end()))
        })?;
        let mut settings = Settings { deny: written.check.deny, ..Settings::default() };
        for rule in &settings.deny {
            if severity(rule).is_none() {
                code(rule)?;
            }
        }
        for name in &written.check.allow {
            settings.allow.push(code(name)?);
        }
        for (name, grade) in &written.severity {
            let grade = severity(grade).ok_or_else(|| {
                Text::new(
                    format!("“{name}”的等级“{grade}”不在 error、warning、note 之列"),
                    format!("severity `{grade}` of {name} is none of error, warning, note"),
                )
            })?;
            settings.severity.push((code(name)?, grade));
        }
        for (heading, holds) in &written.columns {
            settings.columns.push(naming(heading, holds)?);
        }
        for s in written.suppress {
            if s.reason.trim().is_empty() {
                return Err(Text::new(
                    format!("不再提示 {} 要写明理由：reason = \"……\"", s.code),
                    format!("setting {} aside needs a reason: reason = \"...\"", s.code),
                ));
            }
            let code = code(&s.code)?;
            settings.suppress.push(Suppression { code, commitment: s.commitment, file: s.file, reason: s.reason });
        }
        Ok(settings)
    }

    /// Applies the settings to the findings of the file called `name`: those that stay, and those set aside.
    pub fn apply(&self, name: &str, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Suppressed>) {
        let (mut kept, mut aside) = (vec![], vec![]);
        for mut d in findings {
            if let Some((_, grade)) = self.severity.iter().find(|(c, _)| c.id == d.code.id) {
                d.severity = *grade;
            }
            let fits = |s: &&Suppression| {
                s.code.id == d.code.id
                    && s.commitment.is_none_or(|n| d.commitment == Some(n))
                    && s.file.as_ref().is_none_or(|f| f == name)
            };
            match self.suppress.iter().find(fits) {
                Some(s) => aside.push(Suppressed { finding: d, reason: s.reason.clone() }),
                None if self.allow.iter().any(|c| c.id == d.code.id) => {}
                None => kept.push(d),
            }
        }
        (kept, aside)
    }
}

/// What a heading means, as somebody wrote it.
pub fn naming(heading: &str, holds: &str) -> Result<Naming, Text> {
    let column = yinuo_compiler::column_of(holds);
    column.and_then(|column| Naming::new(heading, column)).ok_or_else(|| {
        let words = Column::common().iter().map(Column::to_string).collect::<Vec<_>>().join(", ");
        Text::new(
            format!("表头“{heading}”的含义“{holds}”读不懂；可写 {words}，或一个通用的表头，如 责任单位"),
            format!("heading {heading}: `{holds}` is no kind of column; write one of {words}, or a common heading such as 责任单位"),
        )
    })
}

fn severity(text: &str) -> Option<Severity> {
    [Severity::Note, Severity::Warning, Severity::Error].into_iter().find(|s| s.name() == text)
}

fn code(text: &str) -> Result<&'static Code, Text> {
    codes::find(text).ok_or_else(|| {
        Text::new(
            format!("没有代码或名称为“{text}”的问题；运行 `yinuo explain` 可列出全部"),
            format!("no finding has the code or name `{text}`; `yinuo explain` lists them all"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: &'static Code, commitment: u32) -> Diagnostic {
        Diagnostic::new(code, Text::new("", "")).about(commitment, "title")
    }

    #[test]
    fn choices_are_applied() {
        let settings = Settings::parse(
            "[check]\nallow = [\"C004\"]\n[severity]\nvague-milestone = \"warning\"\n\
             [[suppress]]\ncode = \"C005\"\ncommitment = 7\nreason = \"口径另行公布\"\n",
        )
        .expect("settings");
        let all = vec![
            finding(&codes::NO_OWNER_NAMED, 1),
            finding(&codes::VAGUE_MILESTONE, 2),
            finding(&codes::NO_MEASURABLE_TARGET, 7),
            finding(&codes::NO_MEASURABLE_TARGET, 8),
        ];
        let (kept, aside) = settings.apply("list.txt", all);
        let ids = kept.iter().map(|d| (d.code.id, d.severity)).collect::<Vec<_>>();
        assert_eq!(ids, [("C006", Severity::Warning), ("C005", Severity::Warning)]);
        assert_eq!(aside[0].reason, "口径另行公布");
    }

    #[test]
    fn headings_are_given_their_meaning() {
        let settings =
            Settings::parse("[columns]\n\"攻坚 举措\" = \"title\"\n\"啃骨头的\" = \"牵头单位\"\n").expect("settings");
        let all: Vec<_> = settings.columns.iter().map(|n| (n.heading(), n.holds.to_string())).collect();
        assert_eq!(all, [("啃骨头的", "lead".to_string()), ("攻坚举措", "title".to_string())]);
    }

    #[test]
    fn faults_are_told() {
        for (text, word) in [
            ("[[suppress]]\ncode = \"C005\"\n", "needs a reason"),
            ("[check]\nallow = [\"C999\"]\n", "C999"),
            ("[severity]\nC005 = \"fatal\"\n", "fatal"),
            ("[columns]\n\"目标\" = \"aim\"\n", "`aim` is no kind of column"),
            ("[chek]\n", "chek"),
            ("[check\n", "not well formed"),
        ] {
            let error = Settings::parse(text).expect_err(text);
            assert!(error.en.contains(word), "{}", error.en);
        }
    }
}
