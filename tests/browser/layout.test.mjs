// Pages fit a phone without scrolling sideways, and paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguage, kinds, open, site } from "./support.mjs";

for (const width of [320, 360, 768, 1440]) {
  test(`no page scrolls sideways at ${width} px`, async (t) => {
    for (const lang of ["zh", "en"]) {
      for (const [kind, address] of Object.entries(kinds())) {
        await t.test(`${kind}, ${lang}`, async () => {
          const page = await open(inLanguage(address, lang), { viewport: { width, height: 800 } });
          const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${wide} px too wide`);
          await page.context().close();
        });
      }
    }
  });
}

test("the plan prints dark on white, without what only a screen can use", async () => {
  const page = await open(site.plan, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  assert.ok(await page.locator("h1").isVisible());
  assert.ok(await page.locator("#matrix table").first().isVisible());
  assert.ok(!(await page.locator("form[role=search]").isVisible()));
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000);
  await page.context().close();
});
