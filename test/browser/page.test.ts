import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Doc } from '../../src/document/document.ts';
import { written } from '../document/evaluate/evaluated.ts';
import { HOSTILE } from '../render/hostile-doc.ts';
import { SAMPLE } from '../render/sample-doc.ts';
import { Chromium, describeChromium, type OpenPage } from './chromium.ts';
import {
  chartsBeyondWindow,
  drawingsShown,
  fontFamilies,
  intruders,
  longestLine,
  smallestChartText,
} from './measure.ts';
import { galleryPages, saveHtml, writePage } from './pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 768, 390, 320];

interface Case {
  readonly name: string;
  /** A document to render, or null for a page that is there. */
  readonly doc: Doc | null;
  /** A page to make, where it is neither. */
  readonly make?: () => Promise<string>;
  readonly path: string;
  /** Whether its texts are sentences, so that the length of its lines says something. */
  readonly prose: boolean;
}

const CASES: readonly Case[] = [
  { name: 'a full report', doc: SAMPLE, path: '', prose: true },
  { name: 'names that would be markup', doc: HOSTILE, path: '', prose: false },
  {
    name: 'an evaluation among peers',
    doc: null,
    make: () =>
      written(
        'page.html',
        ['test/golden/_sim/peers.csv'],
        'evaluate',
        ...['--practice', 'P01', '--comparator', 'rest', '--quarters', 'calendar', '--intervention', '2014Q2'],
      ),
    path: '',
    prose: true,
  },
  ...galleryPages().map((path) => ({
    name: `reports/${basename(dirname(path))}/${basename(path)}`,
    doc: null,
    path,
    prose: true,
  })),
];

describeChromium('the page in a browser', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await Chromium.start();
  });
  afterAll(() => chromium.close());

  describe.each(CASES)('$name', ({ doc, make, path: there, prose }) => {
    let path = there;
    beforeAll(async () => {
      if (doc) path = await writePage(doc, 'page');
      if (make) path = saveHtml(await make(), 'page');
    });
    afterAll(() => {
      if (doc || make) rmSync(dirname(path), { recursive: true, force: true });
    });

    const at = async <T>(width: number, look: (opened: OpenPage) => Promise<T>): Promise<T> => {
      const opened = await chromium.open(path, width);
      try {
        return await look(opened);
      } finally {
        await opened.page.close();
      }
    };

    it.each(WIDTHS)('says nothing, asks for nothing and does not scroll sideways at %i px', async (width) => {
      await at(width, async ({ page, noise, foreignRequests }) => {
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await page.evaluate(() => document.fonts.ready.then(() => null));
        expect(noise).toEqual([]);
        expect(foreignRequests()).toEqual([]);
        const { scrollWidth, shown } = await page.evaluate(() => ({
          scrollWidth: document.scrollingElement?.scrollWidth ?? Number.POSITIVE_INFINITY,
          shown: innerWidth,
        }));
        expect(scrollWidth).toBeLessThanOrEqual(shown);
      });
    });

    it.each(WIDTHS)('shows every chart once, whole and with text of 11 px or more at %i px', async (width) => {
      await at(width, async ({ page }) => {
        const shown = await page.evaluate(drawingsShown);
        expect(shown.length).toBeGreaterThan(0);
        expect(new Set(shown)).toEqual(new Set([1]));
        expect(await page.evaluate(chartsBeyondWindow)).toBe(0);
        const smallest = await page.evaluate(smallestChartText);
        if (width >= 390) expect(smallest?.size, smallest?.text).toBeGreaterThanOrEqual(11);
      });
    });

    it.each([1280, 390])('has no accessibility violation that axe finds at %i px', async (width) => {
      await at(width, async ({ page }) => {
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    });

    it('is set without serifs, in lines of at most 72 characters', async () => {
      await at(1280, async ({ page }) => {
        for (const family of await page.evaluate(fontFamilies)) expect(family).toMatch(/^Arial, Arimo,.*sans-serif$/);
        if (!prose) return;
        const line = await page.evaluate(longestLine);
        expect(line.length, line.text).toBeLessThanOrEqual(72);
      });
    });

    it('can be read with the keyboard: the skip link first, and it leads to the report', async () => {
      await at(1280, async ({ page }) => {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
        expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
          0,
        );
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

    it('holds nothing but text where names stand', async () => {
      await at(1280, async ({ page }) => {
        expect(await page.evaluate(intruders)).toEqual([]);
      });
    });

    it('describes every drawing', async () => {
      await at(1280, async ({ page }) => {
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
  });
});
