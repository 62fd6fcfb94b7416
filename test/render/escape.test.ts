import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeFormula,
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  plainText,
  quoteCsv,
  toAscii,
} from '../../src/render/escape.ts';

/** Text with more than its share of what could do harm. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'<>&"\'|`*_[]()#=+-@\\~$!:/w. \t\r\n',
      '\u001B',
      '\u0000',
      '\u009B',
      '\u202E',
      '\u2066',
      '\uFEFF',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\uD83D', '\uDE00', 'é', '漢', '−'),
  ),
});

const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

describe('plain text', () => {
  it('keeps what people write', () => {
    const text = 'Ysbyty’r Tŷ Gwyn – “25%”, £1,234 −5 مستشفى 東京 👩‍⚕️';
    expect(plainText(text)).toBe(text);
  });

  it.each([
    ['\u001B[31mred', '\uFFFD[31mred'],
    ['a\u202Eb', 'a\uFFFDb'],
    ['a\r\nb\tc', 'a b c'],
    ['\uFEFFname\u200B', 'name'],
    ['half \uD83D', 'half \uFFFD'],
  ])('%j becomes %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('never holds a control character, a text-direction override or half a character', () => {
    fc.assert(fc.property(nasty, (text) => !CONTROLS.test(plainText(text))));
  });
});

describe('HTML', () => {
  it('escapes the five characters that mean something', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it('leaves nothing that could begin a tag or end an attribute', () => {
    fc.assert(fc.property(nasty, (text) => !/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/.test(escapeHtml(text))));
  });
});

describe('Markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['`code`', '\\`code\\`'],
    ['[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['see https://example.org', 'see https\\://example.org'],
    ['www.example.org', 'www\\.example.org'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['---', '\\---'],
    ['1. item', '1\\. item'],
    ['> quote', '\\> quote'],
    ['_it_ and age_band', '\\_it\\_ and age_band'],
    ['&lt; & co', '&amp;lt; & co'],
    ['two\nlines', 'two lines'],
    ['<_A', '<\\_A'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it.each(['P < 0.001', '+19.0%', '-5', 'from 73% to 81%', 'Frome (all ages), 2013/14 Q1'])(
    'leaves %j readable',
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );

  it('never holds a bare table border, code mark or tag', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        // An escaped character stands for itself, in its place: what is around it does not come together.
        const bare = escapeMarkdown(text).replace(/\\[\\`*{}[\]|~$_#>=+\-:.)]/g, '·');
        return !/[|`[\]*]|<[A-Za-z/!?]/.test(bare);
      }),
    );
  });
});

describe('CSV', () => {
  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\tx', '\n=1', '＝1', '\u00A0+1'])(
    '%j cannot be a formula',
    (text) => {
      expect(escapeFormula(text)).toBe(`'${text.replace(/(?<=[\t\r\n])(?=[=+\-@])/, "'")}`);
    },
  );

  it.each(['Frome', '007', 'a=b', '−5', "it's", ''])('leaves %j alone', (text) => {
    expect(escapeFormula(text)).toBe(text);
  });

  it('quotes as RFC 4180 says', () => {
    expect(quoteCsv('a,"b"')).toBe('"a,""b"""');
    expect(quoteCsv('two\r\nlines')).toBe('"two\r\nlines"');
    expect(quoteCsv('plain text')).toBe('plain text');
  });
});

describe('terminals', () => {
  it('spells signs in ASCII', () => {
    expect(toAscii('−5 – 7 ≥ 3 … £2 ± ’tŷ’ ↓ 東')).toBe("-5 - 7 >= 3 ... GBP 2 +/- 'ty' (down) ?");
  });

  it('never lets a control character through, nor without Unicode anything but printable ASCII', () => {
    fc.assert(
      fc.property(
        nasty,
        (text) =>
          !CONTROLS.test(escapeTerminal(text, { unicode: true })) &&
          /^[ -~]*$/.test(escapeTerminal(text, { unicode: false })),
      ),
    );
  });
});
