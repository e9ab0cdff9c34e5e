// A ledger from its first document to a second edition, in a browser without scripts: hand in, record, correct, be told of
// a conflict, assign, release, compare, look back. Then every page of it against axe's rules and at 360 px.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { back, inLanguage, program, site } from "./support.mjs";

const example = readFileSync(fileURLToPath(new URL("../../examples/guangming-2016.txt", import.meta.url)), "utf8");
const folder = mkdtempSync(`${tmpdir()}/yinuo-office-`);
const list = (text) => ({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from(text) });

let server, home, door, state;

before(async () => {
  const args = ["serve", "--data", folder, "--listen", "127.0.0.1:0"];
  server = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  home = (await lines.next()).value.split(" ")[0].replace(/\/$/, "");
  door = (await lines.next()).value.split(" ")[0];
});

after(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Hands in a document and records it. */
async function record(page, text) {
  await page.goto(`${home}/office`);
  await page.setInputFiles("#document", list(text));
  await page.click("text=上传并预览");
  await page.click("#record form >> nth=0 >> button");
}

/** Fills in how the first number of a commitment is to be read. */
async function reread(page, mode, reason) {
  const form = page.locator(".read-cell details").first();
  await form.locator("summary").click();
  await form.locator("select[name=mode]").selectOption(mode);
  await form.locator("input[name=reason]").fill(reason);
  return form.locator("button");
}

test("a year in the office, without scripts", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home}/office`);
  assert.match(page.url(), /closed$/);
  await page.goto(door);
  await record(page, example);
  await page.click("text=全部公布");

  await page.goto(`${home}/office/members?name=${encodeURIComponent("人社科")}`);
  await page.click("form[action='/office/members'] button");
  const item = `${home}/office/plans/2016/26`;
  const other = await context.newPage();
  await Promise.all([page.goto(item), other.goto(item)]);
  const mine = await reread(page, "Context", "只是规模");
  await (await reread(other, "Rate", "另一人的理由")).click();
  await mine.click();
  assert.match(await page.locator(".conflict").innerText(), /另一人的理由/);
  assert.equal(await page.inputValue(".read-cell details[open] input[name=reason]"), "只是规模");
  await page.click(".read-cell details[open] button");
  assert.match(page.url(), /done=e5$/);

  await page.click("text=指定单位或岗位");
  await page.locator("input[name=holder]").first().check();
  await page.click("form[action$='/assign'] button");
  await page.goto(`${home}/office`);
  await page.click("text=全部公布");
  await page.goto(home);
  const plan = page.url();
  await page.goto(`${plan}/26`);
  assert.match(await page.locator(".corrected").innerText(), /只是规模/);
  assert.match(await page.locator(".facts").innerText(), /人社科/);

  await record(page, example.replace("招聘会36场", "招聘会48场"));
  await page.goto(`${plan}/history`);
  assert.equal(await page.getByText("与上一版比较").count(), 0, "not before it is released");
  await page.goto(`${home}/office`);
  await page.click("text=全部公布");
  await page.goto(`${plan}/compare`);
  assert.match(await page.locator(".edit").first().innerText(), /36 场 → 48 场/);
  state = await context.storageState();
  site.ledger = plan;
  await context.close();
});

/** How many entries the ledger has, by the number that the page of a commitment carries. */
async function head(page) {
  await page.goto(`${home}/office/plans/2016/26`);
  return Number((await page.locator("input[name=seen]").first().inputValue()).slice(1));
}

test("a form that is sent twice is recorded once", async () => {
  const context = await site.browser.newContext({ storageState: state });
  const page = await context.newPage();
  const before = await head(page);
  await page.click("text=写一条说明");
  await page.fill("textarea[name=text]", "双击的说明");
  const button = page.locator("form[action$='/note'] button");
  await button.dblclick({ noWaitAfter: true });
  // The second click ends the way of the first, which a wait for an address would take for a fault.
  for (let tries = 0; !/done=/.test(page.url()) && tries < 200; tries++) await page.waitForTimeout(50);
  await page.waitForLoadState();
  assert.equal(await head(page), before + 1, "a double click");

  await page.click("text=写一条说明");
  await page.fill("textarea[name=text]", "两次提交的说明");
  await Promise.all([
    page.waitForURL(/done=/),
    page.evaluate(() => {
      const form = document.querySelector("form[action$='/note']");
      // The first request goes on beside the page's own.
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      form.requestSubmit();
    }),
  ]);
  assert.equal(await head(page), before + 2, "two requests at once");

  await page.click("text=写一条说明");
  await page.fill("textarea[name=text]", "返回再提交的说明");
  await button.click();
  await page.waitForURL(/done=/);
  await back(page);
  await page.click("text=写一条说明");
  await page.fill("textarea[name=text]", "返回再提交的说明");
  await button.click();
  await page.waitForURL(/done=/);
  assert.equal(await head(page), before + 3, "back and sent again");
  await context.close();
});

test("without scripts, what was sent already is told and not recorded again", async () => {
  const context = await site.browser.newContext({ storageState: state, javaScriptEnabled: false });
  const page = await context.newPage();
  const before = await head(page);
  const write = async () => {
    await page.click("text=写一条说明");
    await page.fill("textarea[name=text]", "无脚本的说明");
    await Promise.all([page.waitForURL(/done=|\/note$/), page.click("form[action$='/note'] button")]);
  };
  await write();
  assert.match(page.url(), /done=/);
  await back(page);
  await write();
  assert.match(await page.locator(".problems").innerText(), /与已记录的相同/);
  assert.equal(await head(page), before + 1);
  await context.close();
});

test("pages over a ledger keep axe's rules and their width", async (t) => {
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  const pages = {
    desk: `${home}/office`,
    members: `${home}/office/members`,
    plan: `${home}/office/plans/2016`,
    item: `${home}/office/plans/2016/26`,
    "item with findings": `${home}/office/plans/2016/13`,
    closed: `${home}/office/closed`,
    commitment: `${site.ledger}/26`,
    history: `${site.ledger}/history`,
    compare: `${site.ledger}/compare`,
    "as of a day": `${site.ledger}?as_of=${today}`,
    "too early": `${site.ledger}?as_of=2016-01-01`,
  };
  for (const lang of ["zh", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await site.browser.newContext({ storageState: state, colorScheme, viewport: { width: 360, height: 780 } });
      for (const [kind, address] of Object.entries(pages)) {
        await t.test(`${kind}, ${lang}, ${colorScheme}`, async () => {
          const page = await context.newPage();
          await page.goto(inLanguage(address, lang));
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160))}`), []);
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, "no sideways scroll");
          await page.close();
        });
      }
      await context.close();
    }
  }
});
