// Pages fit a phone without scrolling sideways, and paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguage, kinds, open, site } from "./support.mjs";

/** 320 px is what WCAG's reflow asks for: a wide window magnified four times. */
const WIDTHS = [320, 360, 768, 1440];

for (const lang of ["zh", "en"]) {
  test(`no page scrolls sideways, ${lang}`, async (t) => {
    for (const [kind, address] of Object.entries(kinds())) {
      await t.test(kind, async () => {
        const page = await open(inLanguage(address, lang));
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const wide = await page.evaluate(tooWide);
          assert.deepEqual(wide, [], `too wide for ${width} px`);
        }
        await page.context().close();
      });
    }
  });
}

/** In the page: what reaches over the right edge when the page can be scrolled sideways; empty otherwise. */
function tooWide() {
  if (document.scrollingElement.scrollWidth <= innerWidth) return [];
  const over = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5);
  return over.slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
}

test("the plan prints dark on white, without what only a screen can use", async () => {
  const page = await open(site.plan, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  const ink = await page.locator("h1").evaluate((e) => getComputedStyle(e).color.match(/[0-9.]+/g).slice(0, 3).map(Number));
  assert.ok(Math.max(...ink) < 90, `dark ink on paper, not rgb(${ink})`);
  assert.ok(await page.locator("h1").isVisible());
  assert.ok(await page.locator("#matrix table").first().isVisible());
  assert.ok(!(await page.locator("form[role=search]").isVisible()));
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000);
  await page.context().close();
});
