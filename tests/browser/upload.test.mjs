// One document of each format in the office, with scripts: choose or drop it, see its way and what is wrong with it, look at
// the source beside the reading, repair, record. Then the source pages against axe's rules, at every width and on paper.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { bulletin, documents, head, printed, rows, title } from "./documents.mjs";
import { inLanguage, program, site } from "./support.mjs";

const folder = mkdtempSync(`${tmpdir()}/yinuo-upload-`);
const WIDTHS = [320, 360, 768, 1440];

let server, home, door, state;

before(async () => {
  server = spawn(program, ["serve", "--data", folder, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  home = (await lines.next()).value.split(" ")[0].replace(/\/$/, "");
  door = (await lines.next()).value.split(" ")[0];
});

after(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The office's first page; the door opens once. */
async function desk(options = {}) {
  if (!state) {
    const first = await site.browser.newContext();
    await (await first.newPage()).goto(door);
    state = await first.storageState();
    await first.close();
  }
  const context = await site.browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  await page.goto(`${home}/office`);
  return page;
}

/** Drops files on the page as a person would from a folder. */
const drop = (page, files) =>
  page.evaluate((all) => {
    const data = new DataTransfer();
    for (const f of all) data.items.add(new File([Uint8Array.from(atob(f.base64), (c) => c.charCodeAt(0))], f.name));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.querySelector("[data-drop]").dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    }
  }, files.map((f) => ({ name: f.name, base64: f.bytes.toString("base64") })));

test("a document is chosen with the keyboard and its way is told", async () => {
  const page = await desk();
  const sending = [];
  await page.exposeFunction("told", (text) => sending.push(text));
  await page.evaluate(() => {
    const status = document.querySelector("[data-status]");
    new MutationObserver(() => window.told(status.textContent)).observe(status, { childList: true });
  });
  const bytes = Buffer.concat([documents[0].bytes, Buffer.from("\n\n附注。".repeat(300_000))]);
  await page.setInputFiles("#document", { name: "大文件.txt", mimeType: "text/plain", buffer: bytes });
  assert.match(await page.locator("[data-status]").innerText(), /已选：大文件\.txt，.* MiB/);
  await page.focus("form[data-upload] button[type=submit]");
  await Promise.all([page.waitForURL(/office\/documents/), page.keyboard.press("Enter")]);
  assert.ok(sending.some((text) => text.startsWith("正在上传")), sending.join("|"));
  assert.ok(sending.includes("已传完，正在读取文件……"), sending.join("|"));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("what cannot be read is told on the page, and the choice is kept", async () => {
  const page = await desk();
  const old = { name: "旧.doc", bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]) };
  await drop(page, [old]);
  await page.fill("#year", "2026");
  await page.click("text=上传并预览");
  const problems = page.locator(".problems");
  await problems.waitFor();
  assert.match(await problems.innerText(), /旧\.doc.*旧版 Office.*另存为.*S002/s);
  assert.equal(await page.evaluate(() => document.activeElement.className), "problems");
  assert.match(await page.locator("[data-status]").innerText(), /仍选着：旧\.doc/);
  assert.equal(await page.evaluate(() => document.querySelector("#document").files[0].name), "旧.doc");
  assert.equal(await page.inputValue("#year"), "2026");
  await drop(page, [old, { ...old, name: "又一份.doc" }]);
  assert.match(await problems.innerText(), /一次只能上传一份/);
  await page.setInputFiles("#document", { name: "太大.txt", mimeType: "text/plain", buffer: Buffer.alloc(17 << 20, 97) });
  assert.match(await problems.innerText(), /17\.0 MiB，超过 16 MiB/);
  await page.context().close();
});

test("a broken connection is told and can be tried again", async () => {
  const page = await desk();
  await page.route("**/office/documents*", (route) => route.abort());
  await drop(page, [documents[1]]);
  await page.click("text=上传并预览");
  await page.locator(".problems").waitFor();
  assert.match(await page.locator(".problems").innerText(), /网络断了/);
  await page.unroute("**/office/documents*");
  await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  await page.context().close();
});

for (const d of documents) {
  test(`${d.name}: dropped, previewed, compared with its source, recorded, repaired`, async () => {
    const page = await desk();
    await drop(page, [d]);
    await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
    for (const row of rows) assert.ok(await page.getByText(row[1]).first().isVisible(), row[1]);
    const preview = page.url();
    await page.click("#i2 a");
    await page.waitForURL(/source.*#c2$/);
    await page.waitForSelector("#c2");
    assert.equal(await page.locator(".sheet").count(), d.table ? 1 : 0);
    if (d.table) {
      const row = page.locator(".sheet tbody tr", { hasText: rows[0][1] });
      assert.equal(await row.locator("th").innerText(), d.place, "the row's own number");
      assert.equal(await page.locator(".sheet thead th", { hasText: head[1] }).count(), 1, "the heading is one");
      const bottom = await page.locator(".sheet td", { hasText: "城管局" }).first();
      assert.equal(await bottom.getAttribute("rowspan"), d.name.endsWith("csv") ? null : "2");
      await page.locator(".sheet").focus();
    }
    await page.click("#m2-0");
    await page.waitForURL(/documents.*#i2$/);
    await page.goto(preview);
    const record = page.locator("form.desk-form[action^='/office/documents'] button");
    if ((await record.count()) === 0) assert.match(await page.locator(".notice").innerText(), /完全相同/);
    else await Promise.all([page.waitForURL(/office\?done=/), record.first().click()]);

    await page.goto(`${home}/office/plans/2026/2`);
    assert.equal(await page.locator(".extract .sheet tbody tr").count(), d.table ? 1 : 0, "the row of this promise alone");
    await page.click(".extract #m2-0");
    assert.equal(await page.evaluate(() => document.querySelector(":target").textContent), "12处", "and the mark leads back");
    await page.locator(".read-cell details").first().locator("summary").click();
    const form = page.locator(".read-cell details").first();
    const bound = form.locator("select[name=bound]");
    // Where the edition before was repaired in the same way, that may hold already.
    await bound.selectOption((await bound.inputValue()) === "About" ? "Exact" : "About");
    await form.locator("input[name=reason]").fill(`按${d.name}核对`);
    await form.locator("button").click();
    assert.match(await page.locator(".notice").innerText(), /已记入台账/);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test("a printed list (PDF): dropped, compared with its source, recorded", async () => {
  const press = await site.browser.newPage();
  await press.setContent(printed);
  const bytes = await press.pdf({ format: "A4" });
  await press.close();
  const page = await desk();
  await drop(page, [{ name: "清单.pdf", bytes }]);
  await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  for (const row of rows) assert.ok(await page.locator(".planned-item", { hasText: row[1] }).isVisible(), row[1]);
  await page.click("#i2 a");
  await page.waitForURL(/source.*#c2$/);
  await page.waitForSelector("#c2");
  assert.equal(await page.evaluate(() => document.querySelector("#m2-0").textContent), "12处");
  await page.click("#m2-0");
  await page.waitForURL(/documents.*#i2$/);
  const record = page.locator("form.desk-form[action^='/office/documents'] button").first();
  await Promise.all([page.waitForURL(/office\?done=/), record.click()]);
  await page.goto(`${home}/office/plans/2034/2`);
  assert.match(await page.locator(".extract").innerText(), /新建公园12处/, "its words beside the reading");
  assert.equal(await page.locator(".read-cell", { hasText: "新建公园12处" }).count() > 0, true);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a bulletin is named as one, and recorded only when it is told to be read as a list", async () => {
  const page = await desk();
  await drop(page, [{ name: "通报.txt", bytes: Buffer.from(bulletin) }]);
  await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  assert.match(await page.locator(".notice").first().innerText(), /没有可采用的清单/);
  const record = page.locator("form.desk-form[action^='/office/documents'] button[type=submit]:not(.second)", { hasText: "记" });
  assert.equal(await record.count(), 0, "there is nothing to record with");
  await Promise.all([page.waitForURL(/as_list=1/), page.click("a:has-text('仍按清单读')")]);
  assert.equal(await page.getByText("没有可采用的清单").count(), 0);
  assert.match(await page.locator("section[aria-labelledby=items-h]").innerText(), /改造农贸市场两家/);
  await Promise.all([page.waitForURL(/office\?done=/), record.first().click()]);
  await page.goto(`${home}/office/plans/2035`);
  assert.match(await page.locator("main").innerText(), /修桥三座/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a column without heading is named by its letter", async () => {
  const lines = ["青石县2036年民生实事清单,,", "序号,,牵头单位", "1,新建候车亭12座,交通局", "2,改造农贸市场2家,商务局"];
  const page = await desk();
  await drop(page, [{ name: "无表头.csv", bytes: Buffer.from(`\ufeff${lines.join("\n")}`) }]);
  await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  await page.getByLabel("它是：B 列（没有表头）").selectOption("@B=title");
  await Promise.all([page.waitForURL(/column=/), page.click("text=按此重读")]);
  assert.match(await page.locator("#i2").innerText(), /改造农贸市场2家/);
  await page.fill("#reason", "标题列漏了表头");
  const record = page.locator("form.desk-form[action^='/office/documents'] button").first();
  await Promise.all([page.waitForURL(/office\?done=/), record.click()]);
  assert.match(await page.locator(".desk-form").first().innerText(), /B 列（没有表头）读作“事项（标题）”/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

/** The page against axe's rules, and whether it stays inside its width. */
async function sound(page, width, what) {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  assert.deepEqual(violations.map((v) => `${v.id}, ${what}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160))}`), []);
  assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= width, `no sideways scroll, ${what}`);
}

test("a column is named, looked at, recorded with the reason, and proposed for the next list", async () => {
  const list = (year) => {
    const lines = [`青石县${year}年民生实事清单,,,`, "序号,工作任务,攻坚举措,谁来办", "1,出行,新建候车亭12座,交通局", "2,买菜,改造农贸市场2家,商务局"];
    return { name: `${year}.csv`, bytes: Buffer.from(`\ufeff${lines.join("\n")}`) };
  };
  const hand = async (page, d) => {
    await drop(page, [d]);
    await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  };
  const page = await desk();
  await hand(page, list(2031));
  assert.match(await page.locator(".named tr", { hasText: "谁来办" }).innerText(), /不认识/);
  await page.getByLabel("它是：攻坚举措").selectOption("攻坚举措=title");
  await page.getByLabel("它是：谁来办").selectOption("谁来办=lead");
  await page.click("text=按此重读");
  assert.match(await page.locator("section[aria-labelledby=renamed-h]").innerText(), /改动 2 项|多出 2 项/);
  assert.match(await page.locator("#i1").innerText(), /新建候车亭12座/);
  for (const lang of ["zh", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      const other = await desk({ colorScheme });
      await other.goto(inLanguage(page.url().replace(/#.*/, ""), lang));
      assert.equal(await other.locator("#columns .named tbody tr").count(), 4, `${lang}: the columns are there`);
      for (const width of [360, 1440]) {
        await sound(other, width, `${lang}, ${colorScheme}, ${width}`);
        // A cell that is squeezed breaks its words letter by letter and grows tall.
        const tallest = await other.evaluate(() => Math.max(...[...document.querySelectorAll("#columns .named td")].map((c) => c.offsetHeight)));
        assert.ok(tallest < 120, `${lang}, ${width}: a cell of ${tallest} px`);
      }
      await other.context().close();
    }
  }
  await page.fill("#reason", "本县自拟的表头");
  const record = page.locator("form.desk-form[action^='/office/documents'] button").first();
  await Promise.all([page.waitForURL(/office\?done=/), record.click()]);
  assert.match(await page.locator(".desk-form").first().innerText(), /表头“攻坚举措”读作“事项（标题）”.*本县自拟的表头/s);

  await hand(page, list(2032));
  assert.match(await page.locator("section[aria-labelledby=columns-h] .notice").innerText(), /以前的清单里这样指定过.*攻坚举措/s);
  assert.match(await page.locator("#i1").innerText(), /新建候车亭12座/);
  assert.equal(await page.inputValue("#reason"), "本县自拟的表头");
  await page.getByLabel("它是：攻坚举措").selectOption("");
  await page.getByLabel("它是：谁来办").selectOption("");
  await Promise.all([page.waitForURL(/column=/), page.click("text=按此重读")]);
  assert.match(await page.locator("#i1").innerText(), /出行/, "and can be refused");
  assert.deepEqual(page.faults, []);

  await page.goto(`${home}/office/plans/2031`);
  await page.click("text=指明各列的含义");
  assert.equal(await page.getByLabel("它是：谁来办").inputValue(), "谁来办=lead", "what holds for the plan is chosen");
  await page.context().close();
});

test("the pages with tables keep axe's rules, their width, their header, and print", async (t) => {
  const opened = await desk();
  await drop(opened, [documents[2]]);
  await Promise.all([opened.waitForURL(/office\/documents/), opened.click("text=上传并预览")]);
  const pages = {
    desk: `${home}/office`,
    preview: opened.url(),
    "its source": opened.url().replace(/([0-9a-f]{64})/, "$1/source"),
    "source in the office": `${home}/office/plans/2026/source`,
    item: `${home}/office/plans/2026/2`,
  };
  await opened.context().close();
  for (const lang of ["zh", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [kind, address] of Object.entries(pages)) {
        await t.test(`${kind}, ${lang}, ${colorScheme}`, async () => {
          const page = await desk({ colorScheme });
          await page.goto(inLanguage(address, lang));
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            const wide = await page.evaluate(() => {
              const { scrollWidth, clientWidth } = document.scrollingElement;
              const beyond = [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > clientWidth);
              return scrollWidth > clientWidth ? beyond.map((e) => e.outerHTML.slice(0, 160)) : [];
            });
            assert.deepEqual(wide, [], `no sideways scroll at ${width}`);
            if (width === 320) continue;
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
            assert.deepEqual(violations.map((v) => `${v.id} at ${width}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160))}`), []);
          }
          await page.context().close();
        });
      }
    }
  }
  const page = await desk();
  const long = [title, head, ...Array.from({ length: 400 }, (_, n) => [n + 1, `新建公园${n + 1}处`, "建成1处", "完工", "城管局"])];
  await drop(page, [{ name: "长.csv", bytes: Buffer.from(`\ufeff${long.map((r) => [r].flat().join(",")).join("\n")}`) }]);
  await Promise.all([page.waitForURL(/office\/documents/), page.click("text=上传并预览")]);
  await page.click("#i390 a");
  await page.waitForSelector("#c390");
  const seen = await page.evaluate(() => {
    const [cell, frame, header] = ["#c390", ".sheet", ".sheet thead"].map((s) => document.querySelector(s).getBoundingClientRect());
    return { below: cell.top >= header.bottom - 1, inside: cell.bottom <= frame.bottom, kept: Math.abs(header.top - frame.top) < 3 };
  });
  assert.deepEqual(seen, { below: true, inside: true, kept: true }, "the cell is in view, under the header");
  await page.emulateMedia({ media: "print" });
  const printed = await page.evaluate(() => {
    const frame = document.querySelector(".sheet");
    return { whole: frame.scrollHeight <= frame.clientHeight + 1, head: getComputedStyle(frame.querySelector("thead")).position };
  });
  assert.deepEqual(printed, { whole: true, head: "static" }, "paper shows every row");
  await page.context().close();
});
