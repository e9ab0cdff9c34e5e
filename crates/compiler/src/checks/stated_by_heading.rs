//! C005 is not told of works that stand under a heading which says what becomes of them (新开工项目, 建成项目): each is a named
//! thing, and anyone can see whether it was begun or stands. Looks at the headings of categories alone.

use std::collections::HashSet;

use yinuo_diag::{Diagnostic, codes};
use yinuo_model::{Category, Plan};

/// What a heading says is done, before the word for what is under it.
const DONE: [&str; 9] = ["开工", "动工", "建成", "竣工", "完工", "投用", "投入使用", "投产", "通车"];

/// What stands under such a heading.
const WORKS: [&str; 3] = ["项目", "工程", "建设项目"];

/// Whether a heading says what becomes of all that is under it.
pub fn is(category: &Category) -> bool {
    let name = category.name.as_str();
    let bracket = if name.ends_with(['）', ')']) { name.rfind(['（', '(']) } else { None };
    let name = name[..bracket.unwrap_or(name.len())].trim_end();
    WORKS.iter().filter_map(|word| name.strip_suffix(word)).any(|said| DONE.iter().any(|done| said.ends_with(done)))
}

/// Takes back what was found of works whose heading says what becomes of them.
pub fn spare(plan: &Plan, findings: &mut Vec<Diagnostic>) {
    let under = plan.categories.iter().filter(|c| is(c)).flat_map(|c| &c.commitments);
    let numbers: HashSet<u32> = under.map(|c| c.number).collect();
    if !numbers.is_empty() {
        let stated = |d: &Diagnostic| d.commitment.is_some_and(|number| numbers.contains(&number));
        findings.retain(|d| d.code.id != codes::NO_MEASURABLE_TARGET.id || !stated(d));
    }
}
