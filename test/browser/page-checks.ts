import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chromium, describeChromium, type OpenPage } from './chromium.ts';
import {
  chartsBeyondWindow,
  drawingsShown,
  fontFamilies,
  intruders,
  longestLine,
  smallestChartText,
} from './measure.ts';
import { saveHtml } from './pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 768, 390, 320];
const WITH_AXE = [1280, 390];

/** A page to look at. */
export interface PageCase {
  readonly name: string;
  /** A page that is there, or the HTML of one. */
  readonly page: { readonly path: string } | { readonly make: () => Promise<string> };
  /** Whether its texts are sentences, so that the length of its lines says something. */
  readonly prose: boolean;
}

const openDetails = (): void => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};

/** What is seen of a page at one width: as it opens, then with its tables open. */
async function look({ page, noise, foreignRequests }: OpenPage, width: number) {
  const shown = await page.evaluate(drawingsShown);
  const beyond = await page.evaluate(chartsBeyondWindow);
  const smallest = await page.evaluate(smallestChartText);
  await page.evaluate(openDetails);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({
    scrollWidth: document.scrollingElement?.scrollWidth ?? Number.POSITIVE_INFINITY,
    innerWidth: globalThis.innerWidth,
  }));
  const [said, asked] = [[...noise], foreignRequests()];
  return { shown, beyond, smallest, scrollWidth, innerWidth, said, asked, violations: await violations(page, width) };
}

async function violations(page: OpenPage['page'], width: number): Promise<readonly string[] | null> {
  if (!WITH_AXE.includes(width)) return null;
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Tests of these pages in one browser, each page opened once for each width. */
export function describePages(title: string, cases: readonly PageCase[]): void {
  describeChromium(title, () => {
    let chromium: Chromium;
    beforeAll(async () => {
      chromium = await Chromium.start();
    });
    afterAll(() => chromium.close());
    describe.each(cases)('$name', (one) => pageTests(one, () => chromium));
  });
}

function pageTests({ page: source, prose }: PageCase, browser: () => Chromium): void {
  let path = '';
  beforeAll(async () => {
    path = 'path' in source ? source.path : saveHtml(await source.make(), 'page');
  });
  afterAll(() => {
    if ('make' in source) rmSync(dirname(path), { recursive: true, force: true });
  });

  const at = async <T>(width: number, see: (opened: OpenPage) => Promise<T>): Promise<T> => {
    const opened = await browser().open(path, width);
    try {
      return await see(opened);
    } finally {
      await opened.page.close();
    }
  };

  describe.each(WIDTHS)('at %i px', (width) => {
    let seen: Awaited<ReturnType<typeof look>>;
    beforeAll(async () => {
      seen = await at(width, (opened) => look(opened, width));
    });

    it('says nothing, asks for nothing and does not scroll sideways', () => {
      expect(seen.said).toEqual([]);
      expect(seen.asked).toEqual([]);
      expect(seen.scrollWidth).toBeLessThanOrEqual(seen.innerWidth);
    });

    it('shows every chart once, whole and with text of 11 px or more', () => {
      expect(seen.shown.length).toBeGreaterThan(0);
      expect(new Set(seen.shown)).toEqual(new Set([1]));
      expect(seen.beyond).toBe(0);
      if (width >= 390) expect(seen.smallest?.size, seen.smallest?.text).toBeGreaterThanOrEqual(11);
    });

    if (WITH_AXE.includes(width))
      it('has no accessibility violation that axe finds', () => {
        expect(seen.violations).toEqual([]);
      });
  });

  it('is set without serifs, in lines of at most 72 characters; holds nothing but text where names stand; describes every drawing', async () => {
    await at(1280, async ({ page }) => {
      for (const family of await page.evaluate(fontFamilies)) expect(family).toMatch(/^Arial, Arimo,.*sans-serif$/);
      const line = prose ? await page.evaluate(longestLine) : { length: 0, text: '' };
      expect(line.length, line.text).toBeLessThanOrEqual(72);
      expect(await page.evaluate(intruders)).toEqual([]);
      const undescribed = await page.evaluate(
        () =>
          [...document.querySelectorAll('.chart svg')].filter(
            (svg) =>
              svg.getAttribute('role') !== 'img' || !(svg.querySelector('title') || svg.getAttribute('aria-label')),
          ).length,
      );
      expect(undescribed).toBe(0);
    });
  });

  it('can be read with the keyboard: the skip link first, and it leads to the report', async () => {
    await at(1280, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
      expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('opens its tables, shows wide charts and hides the contents in print', async () => {
    await at(390, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.evaluate(() => {
        const unseen = (element: Element): boolean =>
          !(element.checkVisibility() && element.getClientRects().length > 0);
        return {
          tables: [...document.querySelectorAll('table')].filter(unseen).length,
          wide: [...document.querySelectorAll('.chart.wide')].filter(unseen).length,
          narrow: [...document.querySelectorAll('.chart.narrow')].filter((chart) => !unseen(chart)).length,
          contents: [...document.querySelectorAll('nav')].filter((nav) => !unseen(nav)).length,
          split: [...document.querySelectorAll('figure')].filter(
            (figure) => getComputedStyle(figure).breakInside !== 'avoid',
          ).length,
        };
      });
      expect(hidden).toEqual({ tables: 0, wide: 0, narrow: 0, contents: 0, split: 0 });
    });
  });
}
