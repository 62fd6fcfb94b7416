import { describe, expect, it } from 'vitest';
import type { Doc } from '../../src/document/document.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { HOSTILE } from './hostile-doc.ts';
import { SAMPLE } from './sample-doc.ts';

const doc: Doc = {
  title: 'Frome against <b>Somerset</b>',
  subtitle: '2013/14 to 2017/18',
  language: 'en-GB',
  notes: ['Reconstruction.', 'Licence: OGL.'],
  blocks: [
    { type: 'paragraph', role: 'lead', text: 'Admissions fell by 8.6%.' },
    { type: 'messages', items: [{ kind: 'caution', text: 'Not a saving.' }] },
    {
      type: 'section',
      id: 's',
      heading: 'Numbers',
      blocks: [
        {
          type: 'table',
          id: 't',
          caption: 'Change',
          folded: false,
          columns: [
            { heading: 'Area', align: 'left' },
            { heading: 'Change', align: 'right' },
          ],
          rows: [[{ text: 'A|B' }, { text: '−8.6%', value: -8.6 }], [{ text: '`x`' }]],
        },
      ],
    },
  ],
};

describe('renderMarkdown', () => {
  it('writes headings, notes as a quotation, messages with their words, and tables', () => {
    expect(renderMarkdown(doc)).toBe(`# Frome against &lt;b>Somerset&lt;/b>

2013/14 to 2017/18

> Reconstruction.
>
> Licence: OGL.

Admissions fell by 8.6%.

- **Caution:** Not a saving.

## Numbers

**Change**

| Area | Change |
| --- | ---: |
| A\\|B | −8.6% |
| \\\`x\\\` |  |
`);
  });

  it('links to the pictures of figures that have one, and shows the tables of those that have none', () => {
    const text = renderMarkdown(SAMPLE, { figurePath: (id) => (id === 'indexed' ? 'charts/in dexed (1).svg' : null) });
    expect(text).toContain(
      '![Line chart. Frome’s admissions fell while the rest of Somerset’s rose. Emergency admissions a quarter, quarterly mean of 2013/14 = 100.](charts/in%20dexed%20%281%29.svg)',
    );
    expect(text.match(/^!\[/gm)).toHaveLength(1);
    expect(text.match(/^\| Quarter \|/gm)).toHaveLength(5);
  });

  it('keeps every table rectangular and every name inert', () => {
    const text = renderMarkdown(HOSTILE);
    expect(text).not.toMatch(/<[A-Za-z/!?]/);
    expect(text).not.toMatch(/(?<!\\)[[\]`]/);
    expect(text).not.toMatch(/\p{Cc}(?<!\n)/u);
    const borders = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\\\', '').replaceAll('\\|', '').split('|').length - 1);
    expect(new Set(borders)).toEqual(new Set([3, 5]));
  });
});
