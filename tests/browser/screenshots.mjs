// Takes the pictures in docs/screenshots from `yinuo demo`. Run: node --test screenshots.mjs

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { open, site } from "./support.mjs";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** Name, page, width, height, and what differs from a light screen. */
const pictures = [
  ["plan", "", 1280, 1720, {}],
  ["plan-768", "", 768, 1024, {}],
  ["plan-360", "", 360, 780, {}],
  ["plan-dark", "", 1280, 900, { colorScheme: "dark" }],
  ["commitment", "/26", 1280, 1180, {}],
  ["commitment-360", "/26", 360, 780, {}],
  ["source", "/source", 1280, 1180, {}],
  ["source-360", "/source", 360, 780, {}],
  ["findings", "/findings", 1280, 900, {}],
];

for (const [name, tail, width, height, options] of pictures) {
  test(name, async () => {
    const page = await open(`${site.plan}${tail}`, { viewport: { width, height }, ...options });
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.context().close();
  });
}
