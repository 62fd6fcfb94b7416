import type { Doc } from '../../src/document/document.ts';
import { toySpec } from './sample-specs.ts';

/** Names that files may hold and that no format may act on. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover='alert(3)",
  '</style><script>alert(4)</script>',
  '<!-- --><svg onload=alert(5)>',
  '&lt;b&gt; &amp; &#60;',
  '=cmd()|x',
  ' +1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J',
  '\u202Eesrever\u202C and \u2066isolate\u2069',
  'a|b||c',
  '`code` ``more``',
  '**bold** _it_ ~~no~~ # heading',
  '[link](javascript:alert(6)) ![img](http://example.org/x.png)',
  'http://example.org/ www.example.org <https://example.org>',
  '$x$ \\ \\| \\`',
  'two\nlines\r\nand \u2028more',
  'half a pair \uD83D and \uDE00 other',
  'مستشفى 12',
  '医院 東京',
  'nul\u0000 byte',
  'x'.repeat(200),
  `${'long name '.repeat(20)}end`,
];

const JOINED = HOSTILE_NAMES.join(' ');

/** A document in which every place that can hold a name from a file holds all of them. */
export const HOSTILE: Doc = {
  title: JOINED,
  subtitle: JOINED,
  language: 'en-GB',
  notes: HOSTILE_NAMES,
  blocks: [
    { type: 'paragraph', role: 'lead', text: JOINED },
    { type: 'paragraph', role: 'note', text: JOINED },
    { type: 'list', items: HOSTILE_NAMES },
    { type: 'messages', items: HOSTILE_NAMES.map((text) => ({ kind: 'caution', text })) },
    {
      type: 'table',
      id: '"><script>',
      caption: JOINED,
      folded: false,
      columns: [
        { heading: 'Area', align: 'left' },
        ...HOSTILE_NAMES.slice(0, 3).map((heading) => ({ heading, align: 'right' as const })),
      ],
      rows: HOSTILE_NAMES.map((text) => [{ text }, { text: '1', value: 1 }, { text }, { text: '–', value: null }]),
    },
    ...HOSTILE_NAMES.map((name, i) => ({
      type: 'section' as const,
      id: name,
      heading: name,
      blocks: [
        {
          type: 'figure' as const,
          id: `hostile ${i}`,
          title: name,
          subtitle: name,
          alt: name,
          howToRead: name,
          notes: [name],
          spec: toySpec({ title: name, subtitle: name, labels: ['a', 'b'], lines: [{ name, values: [1, 2] }] }, false),
          narrowSpec: toySpec(
            { title: name, subtitle: name, labels: ['a', 'b'], lines: [{ name, values: [1, 2] }] },
            true,
          ),
          table: {
            type: 'table' as const,
            id: name,
            caption: name,
            folded: true,
            columns: [
              { heading: name, align: 'left' as const },
              { heading: name, align: 'right' as const },
            ],
            rows: [[{ text: name }, { text: name }]],
          },
        },
      ],
    })),
    { type: 'definitions', items: HOSTILE_NAMES.map((name) => ({ term: name, text: name })) },
    {
      type: 'references',
      items: HOSTILE_NAMES.map((name) => ({ text: name, url: `javascript:alert(${JSON.stringify(name)})` })),
    },
    {
      type: 'downloads',
      items: HOSTILE_NAMES.map((name) => ({ name, label: name, mediaType: 'text/csv', content: name })),
    },
  ],
};
