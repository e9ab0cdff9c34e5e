//! The language of everything the program says, its help included, so it is chosen before the arguments are parsed:
//! `--lang` if given, else the locale; English unless that is Chinese.

use std::env;
use std::sync::OnceLock;

use clap::ValueEnum;
use yinuo_diag::Lang;

static CHOSEN: OnceLock<Lang> = OnceLock::new();

/// The values of `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Choice {
    /// Follows the locale.
    Auto,
    Zh,
    En,
}

/// Chooses the language from the arguments and the environment.
pub(crate) fn choose() {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    let lang = match asked(env::args()) {
        Some(Choice::Zh) => Lang::Zh,
        Some(Choice::En) => Lang::En,
        Some(Choice::Auto) | None => of_locale(locale.as_deref()),
    };
    CHOSEN.get_or_init(|| lang);
}

/// The chosen language.
pub(crate) fn chosen() -> Lang {
    CHOSEN.get().copied().unwrap_or(Lang::En)
}

/// `1 commitment`, `5 commitments`.
pub(crate) fn commitments(count: usize) -> String {
    format!("{count} commitment{}", if count == 1 { "" } else { "s" })
}

/// The wording in the chosen language.
pub(crate) fn say(zh: &'static str, en: &'static str) -> &'static str {
    chosen().pick(zh, en)
}

/// The last `--lang`, which the parser later checks.
fn asked(args: impl Iterator<Item = String>) -> Option<Choice> {
    let args: Vec<String> = args.take_while(|a| a != "--").collect();
    let value = |n: usize| match args[n].strip_prefix("--lang")? {
        "" => args.get(n + 1).map(String::as_str),
        rest => rest.strip_prefix('='),
    };
    (0..args.len()).rev().find_map(value).and_then(|v| Choice::from_str(v, false).ok())
}

fn of_locale(locale: Option<&str>) -> Lang {
    match locale {
        Some(name) if name.to_ascii_lowercase().starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_decides_unless_asked() {
        let of = |args: &str| asked(args.split(' ').map(String::from));
        assert_eq!(of("yinuo check a.txt"), None);
        assert_eq!(of("yinuo --lang zh check a.txt"), Some(Choice::Zh));
        assert_eq!(of("yinuo check --lang=en"), Some(Choice::En));
        assert_eq!(of("yinuo check -- --lang=en"), None);
        assert_eq!(of("yinuo --lang"), None);
        assert_eq!(of_locale(Some("zh_CN.UTF-8")), Lang::Zh);
        assert_eq!(of_locale(Some("C.UTF-8")), Lang::En);
        assert_eq!(of_locale(None), Lang::En);
    }
}
