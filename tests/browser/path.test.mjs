// The ways through the pages: from a named item to its words, with a mouse, with the keyboard, and without script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, site } from "./support.mjs";

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? "with script" : "without script";

  test(`an item, its third quarter and its words in the source are three clicks away, ${mode}`, async () => {
    const page = await open(site.plan, { javaScriptEnabled });
    await page.locator("#matrix th a", { hasText: "家庭病床" }).click();
    assert.match(await page.locator("blockquote").first().innerText(), /300张/);
    const quarter = page.locator('[id="2016-Q3"]');
    assert.match(await quarter.innerText(), /90张/);
    await quarter.getByRole("link", { name: /原文/ }).click();
    assert.match(page.url(), /source#c17-2016-Q3$/);
    const words = page.locator('[id="c17-2016-Q3"]');
    assert.match(await words.innerText(), /义诊20次/);
    const box = await words.boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, `the words are in view, at ${box.y}`);
    // And back.
    await words.getByRole("link").first().click();
    assert.match(page.url(), /\/17#/);
    await page.context().close();
  });

  test(`two characters are enough to find an item, ${mode}`, async () => {
    const page = await open(site.plan, { javaScriptEnabled });
    await page.getByRole("searchbox").fill("病床");
    await page.getByRole("searchbox").press("Enter");
    await page.waitForURL(/q=/);
    const found = page.locator("#matrix th a:visible");
    assert.equal(await found.count(), 1);
    assert.match(await found.first().innerText(), /家庭病床/);
    await page.context().close();
  });

  test(`the language is switched and stays, ${mode}`, async () => {
    const page = await open(site.plan, { javaScriptEnabled });
    await page.getByRole("link", { name: "English" }).click();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.locator("#matrix th a").first().click();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.context().close();
  });
}

test("the keyboard reaches the content at once and shows where it is", async () => {
  const page = await open(site.plan);
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  assert.equal(await skip.getAttribute("href"), "#main");
  assert.ok((await skip.boundingBox()).y >= 0, "the skip link is seen when it has the focus");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator(":focus").evaluate((e) => document.querySelector("main").contains(e)));
  for (let n = 0; n < 12; n += 1) {
    const seen = await page.locator(":focus").evaluate((e) => {
      const style = getComputedStyle(e);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    assert.ok(seen, "what has the focus is marked");
    await page.keyboard.press("Tab");
  }
  await page.context().close();
});

test("every mark of the source leads somewhere, and every cell back", async () => {
  const page = await open(`${site.plan}/source`);
  const links = await page.locator(".edition a").evaluateAll((all) => all.map((a) => a.href));
  const targets = new Map();
  for (const link of new Set(links)) {
    const { origin, pathname, hash } = new URL(link);
    if (!targets.has(origin + pathname)) targets.set(origin + pathname, new Set());
    if (hash) targets.get(origin + pathname).add(decodeURIComponent(hash.slice(1)));
  }
  assert.ok(targets.size > 50);
  for (const [address, ids] of targets) {
    const answer = await fetch(address);
    const text = await answer.text();
    assert.equal(answer.status, 200, address);
    for (const id of ids) assert.ok(text.includes(`id="${id}"`), `${address} has no #${id}`);
  }
  await page.context().close();
});

test("the data stand beside the pages", async () => {
  for (const address of [`${site.plan}.json`, `${site.plan}/17.json`, `${site.plan}/findings.json`, `${site.url}codes.json`]) {
    const answer = await fetch(address);
    assert.equal(answer.status, 200, address);
    assert.match(answer.headers.get("content-type"), /json/);
    await answer.json();
  }
});

test("the other language opens at the same place", async () => {
  const page = await open(`${site.plan}/source#c17`);
  await page.evaluate(() => { location.hash = "c18"; });
  await Promise.all([page.waitForURL(/source\?lang=en#c18$/), page.click("a.lang")]);
  assert.ok(await page.locator("#c18").isVisible());
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
