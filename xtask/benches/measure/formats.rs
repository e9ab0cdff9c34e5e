//! One list of a megabyte as a file of each kind: time from the file to the plan's JSON, and peak memory, each in a process of
//! its own. A text is the table example over and over; the others hold the same rows, packed in a workbook.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::corpus::{MB, one_document};
use crate::memory;
use crate::pdf::{Font, Page, pdf};

const TITLE: &str = "青石县2027年民生实事清单";
const HEAD: [&str; 7] = ["序号", "工作任务", "第一季度", "第二季度", "第三季度", "第四季度", "责任单位"];
const ROWS_ON_A_PAGE: usize = 30;

type Row = [String; 7];

/// Rows of a table whose words come to so many bytes.
fn rows(bytes: usize) -> Vec<Row> {
    let mut rows = vec![HEAD.map(str::to_string)];
    let mut total = 0;
    for n in 1.. {
        if total >= bytes {
            break;
        }
        let (places, people) = (n % 9 + 2, n * 7 % 900 + 100);
        let row = [
            n.to_string(),
            format!("新建社区服务点{places}处，服务居民{people}人次，培训志愿者{}名", n % 40 + 20),
            "完成选址和设计，启动招标".into(),
            format!("建成{}处，服务{}人次", places / 2, people / 3),
            format!("累计建成{}处", places - 1),
            format!("全部建成投入使用，累计服务{people}人次"),
            format!("第{}街道办事处", n % 30 + 1),
        ];
        total += row.iter().map(|cell| cell.len() + 1).sum::<usize>();
        rows.push(row);
    }
    rows
}

/// Prints a line for each kind of file.
pub fn one_megabyte() {
    let rows = rows(MB);
    let kinds = [
        ("txt", one_document(MB).into_bytes()),
        ("html", page(&rows).into_bytes()),
        ("csv", csv(&rows).into_bytes()),
        ("docx", docx(&rows)),
        ("xlsx", xlsx(&rows)),
        ("pdf", pages(&rows)),
    ];
    println!("| | file, MB | seconds | peak memory, MB | commitments read |\n|---|---|---|---|---|");
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (kind, bytes) in kinds {
        let path = folder.path().join(format!("list.{kind}"));
        fs::write(&path, &bytes).expect("the folder can be written");
        let size = bytes.len() as f64 / MB as f64;
        match memory::of(&path) {
            Some(m) => println!("| {kind} | {size:.2} | {:.2} | {:.0} | {} |", m.seconds, m.peak_mb, m.commitments),
            None => println!("| {kind} | {size:.2} | – | – | – |"),
        }
    }
}

fn csv(rows: &[Row]) -> String {
    let lines: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
    format!("{TITLE}\n{}\n", lines.join("\n"))
}

fn page(rows: &[Row]) -> String {
    let mut page = format!("<!DOCTYPE html><meta charset=utf-8><title>{TITLE}</title><h1>{TITLE}</h1><table>");
    for row in rows {
        let _ = write!(page, "<tr><td>{}</td></tr>", row.join("</td><td>"));
    }
    page + "</table>"
}

fn docx(rows: &[Row]) -> Vec<u8> {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let mut body = paragraph(TITLE) + "<w:tbl>";
    for row in rows {
        let cells: String = row.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
        let _ = write!(body, "<w:tr>{cells}</w:tr>");
    }
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:tbl></w:body></w:document>");
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override \
                 PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
                 wordprocessingml.document.main+xml\"/></Types>";
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
                     Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
                     Target=\"word/document.xml\"/></Relationships>";
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts = [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", &document)];
    for (name, words) in parts {
        archive.start_file(name, stored).expect("an archive takes a file");
        archive.write_all(words.as_bytes()).expect("memory can be written");
    }
    archive.finish().expect("an archive ends").into_inner()
}

/// The standing ledger that the program itself writes.
fn xlsx(rows: &[Row]) -> Vec<u8> {
    let document = yinuo_extract::read("list.csv", csv(rows).as_bytes()).expect("a table is a document");
    let compiled = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default());
    yinuo_publish::workbook(&compiled.plan, &[], yinuo_diag::Lang::Zh).expect("a plan is a workbook")
}

fn pages(rows: &[Row]) -> Vec<u8> {
    let widths = [30, 400, 180, 200, 120, 280, 120];
    let head: Vec<&str> = HEAD.to_vec();
    let pages = rows[1..].chunks(ROWS_ON_A_PAGE).enumerate().map(|(n, rows)| {
        let body = rows.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
        let all: Vec<Vec<&str>> = std::iter::once(head.clone()).chain(body).collect();
        let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        let page = if n == 0 { Page::default().words(200, 800, 16, TITLE, Font::Ucs2) } else { Page::default() };
        page.table(40, 780, &widths, &all)
    });
    pdf(&pages.collect::<Vec<_>>(), Font::Ucs2)
}
