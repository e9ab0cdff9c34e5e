// One invented list as a file of each format that an office has: the same table with a header of two rows, a category row
// merged across and a cell merged down. Office files are put together here, so that no program of ours has written them.

import { crc32 } from "node:zlib";

export const title = "青石县2026年民生实事清单";
export const head = ["序号", "工作任务", "上半年", "下半年", "牵头单位"];
export const rows = [
  ["1", "修缮桥梁3座", "完成设计", "完工通车", "交通局"],
  ["2", "新建公园12处", "建成4处", "累计建成12处", "城管局"],
  ["3", "改造老旧小区5个", "完成招标", "完工", "城管局"],
];

/** Files whose bytes are stored as they are. */
function zip(files) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = Buffer.from(name);
    const data = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, path, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, tail, path]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(index.length, 8);
  end.writeUInt16LE(index.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function office(kind, main, parts) {
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`,
    ...parts,
  });
}

function docx() {
  const words = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text, more = "") => `<w:tc><w:tcPr>${more}</w:tcPr>${text === null ? "<w:p/>" : words(text)}</w:tc>`;
  const row = (cells) => `<w:tr>${cells.join("")}</w:tr>`;
  const down = (begins) => (begins ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>");
  const across = (n) => `<w:gridSpan w:val="${n}"/>`;
  const table = [
    row([cell(head[0], down(true)), cell(head[1], down(true)), cell("进度安排", across(2)), cell(head[4], down(true))]),
    row([cell(null, down(false)), cell(null, down(false)), cell(head[2]), cell(head[3]), cell(null, down(false))]),
    row([cell("一、城市建设（3项）", across(5))]),
    row(rows[0].map((text) => cell(text))),
    row(rows[1].map((text, n) => cell(text, n === 4 ? down(true) : ""))),
    row(rows[2].map((text, n) => (n === 4 ? cell(null, down(false)) : cell(text)))),
  ].join("");
  const body = `${words(title)}<w:tbl>${table}</w:tbl>${words("注：由督查室解释。")}`;
  const document = `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return office("word", "word/document.xml", { "word/document.xml": document });
}

function xlsx() {
  const cell = (row, column, text) => `<c r="${"ABCDE"[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const line = (row, texts) => `<row r="${row}">${texts.map((text, n) => (text === null ? "" : cell(row, n, text))).join("")}</row>`;
  const lines = [
    line(1, [title]),
    line(2, head),
    line(3, ["一、城市建设（3项）"]),
    ...rows.map((texts, n) => line(n + 4, texts.map((text, c) => (n === 2 && c === 4 ? null : text)))),
  ].join("");
  const merges = '<mergeCells count="3"><mergeCell ref="A1:E1"/><mergeCell ref="A3:E3"/><mergeCell ref="E5:E6"/></mergeCells>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return office("xl", "xl/workbook.xml", {
    "xl/workbook.xml": `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${main}"><sheetData>${lines}</sheetData>${merges}</worksheet>`,
  });
}

function html() {
  const line = (cells) => `<tr>${cells.join("")}</tr>`;
  const cell = (text, more = "") => `<td${more}>${text}</td>`;
  const table = [
    line(head.map((text) => `<th>${text}</th>`)),
    line([cell("一、城市建设（3项）", " colspan=5")]),
    line(rows[0].map((text) => cell(text))),
    line(rows[1].map((text, n) => cell(text, n === 4 ? " rowspan=2" : ""))),
    line(rows[2].slice(0, 4).map((text) => cell(text))),
  ].join("");
  return Buffer.from(`<!doctype html><meta charset=utf-8><title>${title}</title><nav><a href=/>首页</a></nav><h1>${title}</h1><table>${table}</table>`);
}

const csv = () => Buffer.from(`\ufeff${[[title, "", "", "", ""], head, ...rows].map((r) => r.join(",")).join("\r\n")}\r\n`);
const txt = () => Buffer.from([title, ...head, ...rows.flat()].join("\n\n"));

/** A list on paper: its table printed by the browser, in a year of its own. */
export const printed = `<!doctype html><meta charset=utf-8><style>td,th{border:1px solid;padding:4px 8px}table{border-collapse:collapse}</style><h1>${title.replace("2026", "2034")}</h1><table>${[head, ...rows]
  .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`)
  .join("")}</table>`;

/** What the office has of a year's work, and is no list of promises. */
export const bulletin = `青石县2035年民生实事9月份调度通报
序号 | 事项 | 责任单位 | 进展情况 | 完成比例
1 | 修桥三座 | 交通局 | 已建成两座，第三座正在施工 | 67%
2 | 改造农贸市场两家 | 商务局 | 已完成一家，另一家进展缓慢 | 50%
3 | 新建公园四处 | 城管局 | 已全部建成开放 | 100%
`;

/** One file of each format; `table` where it is shown as a table. */
export const documents = [
  { name: "清单.txt", bytes: txt(), table: false, place: null },
  { name: "清单.docx", bytes: docx(), table: true, place: "4" },
  { name: "清单.xlsx", bytes: xlsx(), table: true, place: "4" },
  { name: "清单.html", bytes: html(), table: true, place: "3" },
  { name: "清单.csv", bytes: csv(), table: true, place: "3" },
];
