// Starts `yinuo demo` and the distribution's Chromium once for a file of tests, and names the pages there are.
// Set YINUO or CHROMIUM to use other programs.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
export const program = process.env.YINUO ?? `${target}/debug/yinuo`;

/** What a file of tests shares; filled before its first test. */
export const site = { url: "", plan: "", browser: null };

/** Every kind of page, by its name. */
export const kinds = () => ({
  plan: site.plan,
  "plan, searched": `${site.plan}?q=${encodeURIComponent("学校")}`,
  "plan, nothing found": `${site.plan}?q=${encodeURIComponent("没有的词")}`,
  commitment: `${site.plan}/17`,
  "commitment with findings": `${site.plan}/13`,
  source: `${site.plan}/source`,
  findings: `${site.plan}/findings`,
  history: `${site.plan}/history`,
  compare: `${site.plan}/compare`,
  codes: `${site.url}codes`,
  "a code": `${site.url}codes/C012`,
  "nothing here": `${site.url}no/such/page`,
});

/** The address of a page in a language. */
export const inLanguage = (address, lang) => `${address}${address.includes("?") ? "&" : "?"}lang=${lang}`;

/** Opens a fresh page; its errors are collected in `page.faults`. */
export async function open(address, options = {}) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (m) => {
    // A page that is meant to be missing is reported by the browser as well.
    if (m.type() === "error" && !m.text().includes("404")) page.faults.push(m.text());
  });
  await page.goto(address);
  return page;
}

/** Goes back. Chromium refuses it ("Not attached to an active page") while it still puts one page in the place of another. */
export async function back(page) {
  await page.waitForLoadState();
  for (let tries = 0; ; tries++) {
    try {
      return await page.goBack();
    } catch (error) {
      if (tries === 40 || !/Not attached to an active page/.test(String(error))) throw error;
      await page.waitForTimeout(50);
    }
  }
}

let demo;
const folder = mkdtempSync(`${tmpdir()}/yinuo-demo-`);

before(async () => {
  demo = spawn(program, ["demo", "--data", folder, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const failed = new Promise((_, reject) => demo.once("error", reject));
  const line = await Promise.race([failed, createInterface({ input: demo.stdout })[Symbol.asyncIterator]().next()]);
  site.url = line.value.split(" ")[0];
  site.plan = (await fetch(site.url)).url;
  site.browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
});

after(async () => {
  await site.browser?.close();
  demo?.kill();
  rmSync(folder, { recursive: true, force: true });
});
