// Every kind of page, in both languages and both colour schemes, keeps axe's rules and names itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { inLanguage, kinds, open } from "./support.mjs";

const summary = (v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join("\n  ")}`;

for (const lang of ["zh", "en"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing, ${lang}, ${colorScheme}`, async (t) => {
      for (const [kind, address] of Object.entries(kinds())) {
        await t.test(kind, async () => {
          const page = await open(inLanguage(address, lang), { colorScheme });
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
          assert.deepEqual(violations.map(summary), []);
          assert.deepEqual(page.faults, []);
          assert.match(await page.getAttribute("html", "lang"), lang === "zh" ? /^zh/ : /^en/);
          assert.equal(await page.locator("h1").count(), 1);
          assert.notEqual(await page.title(), "");
          await page.context().close();
        });
      }
    });
  }
}
