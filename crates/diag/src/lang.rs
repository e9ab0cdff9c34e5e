//! The two languages a person reads. Every sentence is written in both where it is made; which one is shown is
//! decided at the edge (terminal, page, JSON).

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese, the default on pages.
    Zh,
    /// English, the default in a terminal whose locale is not Chinese.
    En,
}

impl Lang {
    /// The tag used in HTML and in addresses: `zh` or `en`.
    pub fn tag(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// The wording in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Both wordings. Use with `format!` on either side.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The wording in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}
