// Starts `yinuo demo` and the distribution's Chromium once for a file of tests, and names the pages there are.
// Set YINUO or CHROMIUM to use other programs.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
export const program = process.env.YINUO ?? `${target}/debug/yinuo`;

/** What a file of tests shares; filled before its first test. */
export const site = { url: "", office: "", plan: "", browser: null };

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
  "as of a day": `${site.plan}?as_of=2016-05-18`,
  "as of a day before the first": `${site.plan}?as_of=2016-05-17`,
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

/** Starts the program and gives the addresses it prints: of the site, and of the office for one use. */
export async function start(args) {
  const child = spawn(program, [...args, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "ignore"] });
  const failed = new Promise((_, reject) => child.once("error", reject));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await Promise.race([failed, lines.next()])).value.split(" ")[0];
  return { child, url: await next(), office: await next() };
}

/** Ends a program and waits until it has. */
export async function stop(child) {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}

/** An empty folder that goes away with the tests. */
export const folder = mkdtempSync(join(tmpdir(), "yinuo-browser-"));

let demo;

before(async () => {
  demo = await start(["demo", "--data", join(folder, "demo")]);
  site.url = demo.url;
  site.office = demo.office;
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
  if (demo) await stop(demo.child);
  rmSync(folder, { recursive: true, force: true });
});
