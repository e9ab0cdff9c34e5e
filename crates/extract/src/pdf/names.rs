//! A cell that holds a name on each line: offices that are answerable, one under the other in a narrow column. Such lines go
//! as far as they can and would be joined like a sentence. Looks at shapes of names only; knows no office.

/// How names of offices end.
const ENDS: &[&str] = &[
    "局", "委", "办", "厅", "公司", "集团", "政府", "街道", "镇", "乡", "中心", "院", "部", "站", "处", "队", "所",
    "校", "馆", "会", "联", "署", "社",
];
/// How the name of another office begins; or as the first one of the cell does.
const STARTS: &str = "省市区县州旗镇乡各";
/// The longest cell of names, in characters.
const MAX_LENGTH: usize = 120;
/// The shortest name, in characters.
const MIN_NAME: usize = 3;

/// The lines that begin another name, where all that the lines hold is names.
pub(super) fn breaks(lines: &[String]) -> Vec<usize> {
    let all: String = lines.concat();
    let is_of_names = |c: char| !c.is_ascii() && c.is_alphabetic() || matches!(c, '（' | '）' | '(' | ')');
    let first = all.chars().next();
    if lines.len() < 2 || all.chars().count() > MAX_LENGTH || !all.chars().all(is_of_names) {
        return vec![];
    }
    let is_name = |words: &str| words.chars().count() >= MIN_NAME && ENDS.iter().any(|e| words.ends_with(e));
    let begins = |words: &str| words.chars().next().is_some_and(|c| STARTS.contains(c) || Some(c) == first);
    let mut found = vec![];
    let mut name = String::new();
    for (n, line) in lines.iter().enumerate() {
        if is_name(&name) && begins(line) {
            found.push(n);
            name.clear();
        }
        name.push_str(line);
    }
    if is_name(&name) { found } else { vec![] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Vec<usize> {
        breaks(&lines.iter().map(|l| l.to_string()).collect::<Vec<_>>())
    }

    #[test]
    fn names_on_lines_and_names_over_lines() {
        assert_eq!(of(&["县教育局", "县住建局"]), [1]);
        assert_eq!(of(&["县卫健局", "各乡镇人民", "政府"]), [1]);
        assert_eq!(of(&["县自然资", "源局", "县城投公", "司"]), [2]);
        assert_eq!(of(&["青石街道", "青山街道"]), [1]);
        for whole in [
            &["县发展改革委", "员会"][..],
            &["县住房和城乡", "建设局"],
            &["县政府", "办公室"],
            &["由县教育局", "会同各镇"],
            &["县教育局、", "县住建局"],
            &["建成街道3条", "县道7公里"],
            &["县教育局"],
        ] {
            assert_eq!(of(whole), Vec::<usize>::new(), "{whole:?}");
        }
    }
}
