"""Rebuilds a list as documents of other formats, with tools that are not ours, for `cargo xtask formats`.

    rebuild.py PLAN.json TEXT FOLDER

PLAN.json is what the text was read as. A list of titles and quarters becomes tables (python-docx, openpyxl, HTML by hand); any other
text becomes a document of the same paragraphs, unless a table is drawn in it. LibreOffice and Chromium, where they are there, make further documents of
these. Prints one line for each document made: its path. Must not look at what any of them is read as.
"""
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl.styles import Alignment, Border, Side

QUARTERS = ["第一季度", "第二季度", "第三季度", "第四季度"]
FIGURES = "〇一二三四五六七八九十"
BORDERS = "table{border-collapse:collapse}td{border:1px solid #000;padding:2px 4px}"
FONT = "Noto Serif CJK SC"


class Plan:
    """The words of a scheduled list: what stands above it, and its rows."""

    def __init__(self, plan):
        counts = plan["declared"] or {}
        said = "".join(f"{counts[k]}{w}" for k, w in (("categories", "大类"), ("items", "项")) if counts.get(k))
        self.head = [plan["title"] + (f"（共{said}）" if said else "")]
        if plan["published"]:
            year, month, day = plan["published"].split("-")
            self.head.append(f"日期：{year}年{month}月{day}日")
        self.categories = []
        for n, category in enumerate(plan["categories"], 1):
            count = category["declared_items"]
            name = f"（{FIGURES[n]}）{category['name']}" + (f"（{count}项）" if count else "")
            self.categories.append((name, [self.row(c) for c in category["commitments"]]))

    @staticmethod
    def row(commitment):
        due = {m["period"][-2:]: m["text"] for m in commitment["milestones"]}
        words = [commitment["title"]["text"], *(due.get(f"Q{q}", "") for q in range(1, 5))]
        return [commitment["label"], *words]


def document():
    """A Word document on paper that lies on its side, in a font that is there."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(9)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    return document


def header(table, row=0):
    """Two rows: the schedule stands over its quarters."""
    cells = [table.cell(row, n) for n in range(6)]
    for n, words in enumerate(["序号", "工作任务", "进度安排"]):
        cells[n].text = words
    for n in (0, 1):
        cells[n].merge(table.cell(row + 1, n))
    cells[2].merge(cells[5])
    for n, words in enumerate(QUARTERS):
        table.cell(row + 1, n + 2).text = words


def one_table(plan, path):
    """All categories in one table, each a row merged across."""
    out = document()
    for words in plan.head:
        out.add_paragraph(words)
    count = 2 + sum(1 + len(rows) for _, rows in plan.categories)
    table = out.add_table(count, 6, style="Table Grid")
    header(table)
    at = 2
    for name, rows in plan.categories:
        table.cell(at, 0).merge(table.cell(at, 5)).text = name
        at += 1
        for row in rows:
            for cell, words in zip(table.rows[at].cells, row):
                cell.text = words
            at += 1
    out.save(path)


def many_tables(plan, path):
    """A table for each category under its heading."""
    out = document()
    for words in plan.head:
        out.add_paragraph(words)
    for name, rows in plan.categories:
        out.add_paragraph(name)
        table = out.add_table(2 + len(rows), 6, style="Table Grid")
        header(table)
        for at, row in enumerate(rows, 2):
            for cell, words in zip(table.rows[at].cells, row):
                cell.text = words
    out.save(path)


def workbook(plan, path):
    """A sheet that prints on paper on its side, its header on each page."""
    book = openpyxl.Workbook()
    sheet = book.active
    side = Side(style="thin")

    def put(row, column, words, until=None):
        cell = sheet.cell(row, column, words)
        for n in range(column, (until or column) + 1):
            sheet.cell(row, n).border = Border(left=side, right=side, top=side, bottom=side)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if until and until > column:
            sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=until)

    for n, words in enumerate(plan.head, 1):
        sheet.cell(n, 1, words)
        sheet.merge_cells(start_row=n, end_row=n, start_column=1, end_column=6)
    at = len(plan.head) + 1
    put(at, 1, "序号"), put(at, 2, "工作任务"), put(at, 3, "进度安排", 6)
    for n in range(6):
        put(at + 1, n + 1, QUARTERS[n - 2] if n > 1 else None)
    for n in (1, 2):
        sheet.merge_cells(start_row=at, end_row=at + 1, start_column=n, end_column=n)
    sheet.print_title_rows = f"{at}:{at + 1}"
    at += 2
    for name, rows in plan.categories:
        put(at, 1, name, 6)
        at += 1
        for row in rows:
            for n, words in enumerate(row, 1):
                put(at, n, int(words) if n == 1 and words.isdigit() else words or None)
            # A program that opens a file does not make its rows higher by itself.
            lines = max(-(-len(words) // (16 if n == 1 else 13)) for n, words in enumerate(row) if n)
            sheet.row_dimensions[at].height = 15 * lines + 4
            at += 1
    for n, width in enumerate([6, 36, 30, 30, 30, 30]):
        sheet.column_dimensions["ABCDEF"[n]].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    book.save(path)


def page(plan, path):
    """A page with a real table, whose header is repeated when it is printed."""
    cell = lambda words, more="": f"<td{more}>{html.escape(words).replace(chr(10), '<br>')}</td>"
    top = cell("序号", " rowspan=2") + cell("工作任务", " rowspan=2") + cell("进度安排", " colspan=4")
    rows = ""
    for name, items in plan.categories:
        rows += f"<tr>{cell(name, ' colspan=6')}</tr>"
        rows += "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in items)
    head = f"<h1>{html.escape(plan.head[0])}</h1>" + "".join(f"<p>{html.escape(p)}</p>" for p in plan.head[1:])
    table = f"<table><thead><tr>{top}</tr><tr>{''.join(map(cell, QUARTERS))}</tr></thead><tbody>{rows}</tbody></table>"
    write(path, plan.head[0], head + table)


def write(path, title, body):
    with open(path, "w", encoding="utf-8") as out:
        style = f"<style>{BORDERS}body{{font-family:'{FONT}'}}</style>"
        out.write(f"<!doctype html><meta charset=utf-8><title>{html.escape(title)}</title>{style}<body>{body}</body>")


def prose(paragraphs, folder):
    out = document()
    section = out.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    for words in paragraphs:
        out.add_paragraph(words)
    out.save(os.path.join(folder, "prose.docx"))
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    write(os.path.join(folder, "prose.html"), paragraphs[0], body)


def convert(files, kind, folder):
    """Lets LibreOffice make files of another kind."""
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, *files], check=True, stdout=subprocess.DEVNULL, timeout=240)


def print_pages(path, folder, chromium):
    os.makedirs(folder, exist_ok=True)
    out = os.path.join(folder, os.path.basename(path)[:-5] + ".pdf")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}"]
    command = [chromium, *options, "file://" + os.path.abspath(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def is_table(plan):
    """Whether titles and quarters are all that the list says: the tables made here have columns for no more."""
    all_items = [c for category in plan["categories"] for c in category["commitments"]]
    due = [m["period"][-2:] for c in all_items for m in c["milestones"]]
    more = any(c.get("body") or c["owners"] for c in all_items)
    return bool(due) and not more and all(period in ("Q1", "Q2", "Q3", "Q4") for period in due)


def main(plan_file, text_file, folder):
    with open(plan_file, encoding="utf-8") as file:
        plan = json.load(file)
    made = os.path.join(folder, "made")
    os.makedirs(made, exist_ok=True)
    if is_table(plan):
        words = Plan(plan)
        one_table(words, os.path.join(made, "one-table.docx"))
        many_tables(words, os.path.join(made, "many-tables.docx"))
        workbook(words, os.path.join(made, "sheet.xlsx"))
        page(words, os.path.join(made, "page.html"))
    else:
        with open(text_file, encoding="utf-8-sig") as file:
            lines = [line.strip() for line in file if line.strip()]
        # A table drawn with signs is one in a text only.
        if any("|" in line or "\t" in line for line in lines):
            return
        prose(lines, made)
    files = sorted(os.path.join(made, name) for name in os.listdir(made))
    if shutil.which("soffice"):
        word = [f for f in files if f.endswith(".docx")]
        calc = [f for f in files if f.endswith(".xlsx")]
        for kind in ("pdf", "html", "docx"):
            convert(word, kind, os.path.join(folder, "writer"))
        for kind in ("pdf", "html", "xlsx") if calc else ():
            convert(calc, kind, os.path.join(folder, "calc"))
    chromium = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    for file in files if chromium else ():
        if file.endswith(".html"):
            print_pages(file, os.path.join(folder, "chromium"), chromium)
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            print(os.path.join(place, name))


main(*sys.argv[1:])
