//! A compiled document as lines that a test can show: categories, commitments with owners and milestones.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fmt::Write;

use yinuo_compiler::{Compiled, Options, compile};

/// Compiles a document of this name.
pub fn read(name: &str, text: &str) -> Compiled {
    read_by(name, text, &Options::default())
}

/// Compiles a document as these choices ask.
pub fn read_by(name: &str, text: &str, options: &Options) -> Compiled {
    let document = yinuo_extract::read(name, text.as_bytes()).expect("a document");
    compile(&document, options)
}

/// One line for each category and commitment: `1 title / body [owners] period=words`.
pub fn outline_of(compiled: &Compiled) -> String {
    let mut out = String::new();
    for category in &compiled.plan.categories {
        let _ =
            writeln!(out, "#{} {}", category.name, category.declared_items.map_or(String::new(), |n| n.to_string()));
        for c in &category.commitments {
            let _ = write!(out, "{} {}", c.number, c.title.text.replace('\n', "⏎"));
            if let Some(body) = &c.body {
                let _ = write!(out, " / {}", body.text.replace('\n', "⏎"));
            }
            if !c.owners.is_empty() {
                let names: Vec<_> = c.owners.iter().map(|o| o.name.as_str()).collect();
                let _ = write!(out, " [{}]", names.join(" "));
            }
            for m in &c.milestones {
                let _ = write!(out, " {}={}", m.period, m.passage.text.replace('\n', "⏎"));
            }
            out.push('\n');
        }
    }
    out.replace(" \n", "\n")
}
