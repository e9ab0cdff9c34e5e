// A year in the office, in a browser: hand in a list, correct it, say who answers, release, hand in a changed edition, and
// find every state again after a restart and after a restore from a backup. axe on every page of the office.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import axe from "axe-core";
import { folder, open, program, root, start, stop } from "./support.mjs";

const list = readFileSync(`${root}examples/guangming-2016.txt`, "utf8");
const changed = list.replace("举办1000场", "举办1200场").replaceAll("1000场", "1200场");
const data = join(folder, "year");

/** Follows a form: fills it and waits for the page that answers. */
const send = async (page, button) => {
  await Promise.all([page.waitForNavigation(), page.locator(button).first().click()]);
};

const sound = async (page) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), [], page.url());
  assert.deepEqual(page.faults, [], page.url());
};

async function adopt(page, url, text) {
  const file = join(folder, "list.txt");
  writeFileSync(file, text);
  await page.goto(`${url}office`);
  await sound(page);
  await page.setInputFiles("input[type=file]", file);
  await send(page, 'button:has-text("上传并预览")');
  await sound(page);
  await send(page, 'button:has-text("记入台账")');
}

test("a year in the office", async (t) => {
  let server = await start(["serve", "--data", data]);
  const page = await open(server.office);
  const plan = () => `${server.url}${encodeURIComponent("光明新区")}/2016`;
  const publicText = async (address) => (await fetch(address)).text();

  await t.test("a list is handed in and is not public yet", async () => {
    await adopt(page, server.url, list);
    assert.equal((await fetch(plan())).status, 404);
  });

  await t.test("two readings are corrected, each with a reason", async () => {
    await page.goto(`${server.url}office/plans/2016/27`);
    await sound(page);
    for (const mode of ["period", "cumulative"]) {
      const form = page.locator('form[action$="/measure"]').nth(1);
      await form.locator("xpath=ancestor::details[1]").evaluate((d) => (d.open = true));
      await form.locator("select[name=mode]").selectOption({ index: mode === "period" ? 1 : 2 });
      await form.locator("[name=reason]").fill("核对后更正");
      await Promise.all([page.waitForNavigation(), form.locator("button").first().click()]);
    }
    await sound(page);
  });

  await t.test("an owner is assigned", async () => {
    await page.goto(`${server.url}office/members`);
    await sound(page);
    await page.locator("input[name=name]").first().fill("区教育局");
    await page.locator("input[name=name]").first().press("Enter");
    await page.waitForLoadState();
    await page.goto(`${server.url}office/plans/2016/5`);
    const form = page.locator('form[action$="/assign"]');
    await form.locator("xpath=ancestor::details[1]").evaluate((d) => (d.open = true));
    await form.locator("input[name=holder]").first().check();
    await Promise.all([page.waitForNavigation(), form.locator("button").first().click()]);
    assert.match(await page.innerText("main"), /区教育局/);
  });

  await t.test("released entries are public", async () => {
    await page.goto(`${server.url}office`);
    await send(page, "button[name=everything]");
    assert.match(await publicText(`${plan()}/5`), /区教育局/);
    assert.match(await publicText(`${plan()}/27`), /核对后更正/);
  });

  await t.test("a changed edition shows what differs, and the public sees it when it is released", async () => {
    await adopt(page, server.url, changed);
    assert.doesNotMatch(await publicText(`${plan()}/42`), /1200/);
    await page.goto(`${server.url}office`);
    await send(page, "button[name=everything]");
    assert.match(await publicText(`${plan()}/42`), /1200/);
    assert.match(await publicText(`${plan()}/history`), /e1/);
  });

  await t.test("the same is there after a restart and after a restore", async () => {
    const before = await publicText(`${plan()}.json`);
    const day = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
    assert.equal((await fetch(`${plan()}?as_of=${day}`)).status, 200);
    await page.context().close();
    await stop(server.child);
    server = await start(["serve", "--data", data]);
    assert.equal(await publicText(`${plan()}.json`), before);
    await stop(server.child);
    execFileSync(program, ["backup", "--data", data, join(folder, "backup")]);
    execFileSync(program, ["restore", join(folder, "backup"), "--data", join(folder, "restored")]);
    server = await start(["serve", "--data", join(folder, "restored")]);
    assert.equal(await publicText(`${plan()}.json`), before);
    await stop(server.child);
  });
});
