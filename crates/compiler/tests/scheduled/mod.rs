//! Rows of a schedule put together as a list, for tests of what is linked and what is said of it. All invented.

use yinuo_compiler::{Compiled, Options, compile};

/// A promise and its four quarters.
pub type Row = (&'static str, [&'static str; 4]);

/// The rows as a flattened table of one category.
pub fn list(rows: &[Row]) -> Compiled {
    let head = "序号\n\n工作任务\n\n进度安排\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n";
    let mut text = format!("青石区2028年民生实事(共1大类{n}项)\n\n(一)民生({n}项)\n\n{head}", n = rows.len());
    for (n, (title, cells)) in rows.iter().enumerate() {
        text += &format!("{}\n\n{title}\n\n{}\n\n", n + 1, cells.join("\n\n"));
    }
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("an invented list is text");
    compile(&document, &Options::default())
}
