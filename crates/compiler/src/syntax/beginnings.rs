//! Words by which works begin, for all who tell works begun from works done. `verbs` has more words of beginning (试点, 着手): with
//! those an undertaking begins, and nothing that is counted.

use super::words::Said;

/// Works begin: each is a verb of beginning too.
pub const WORKS: [&str; 4] = ["开工", "动工", "进场", "启动"];

/// Works are over; a number that such a word has too is not only of what began.
pub const FINISHED: [&str; 6] = ["完工", "竣工", "建成", "交付", "投用", "完成"];

/// Whether words say that works begin.
pub fn told(said: Said) -> bool {
    WORKS.iter().any(|word| said.text().contains(word))
}

/// Whether words say that works begin, and not that any are over.
pub fn only(said: Said) -> bool {
    told(said) && !FINISHED.iter().any(|word| said.text().contains(word))
}

#[cfg(test)]
mod tests {
    use yinuo_model::Verb;

    use super::*;
    use crate::syntax::verbs;

    #[test]
    fn they_are_verbs_of_beginning() {
        let begins = |word: &str| verbs::TABLE.iter().any(|(w, verb)| *w == word && *verb == Verb::Start);
        assert!(WORKS.iter().all(|word| begins(word)));
    }
}
