import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTROL_RULE_IDS } from '../../src/analysis/control-chart/rules.ts';
import { RUN_RULE_IDS } from '../../src/analysis/run-chart/rules.ts';
import { VERSION } from '../../src/version.ts';
import { FINDINGS, PROBLEMS } from '../support/sentences.ts';
import { ROOT, sources } from './sources.ts';

describe('messages', () => {
  it('keeps no sentence that nothing gives', () => {
    const text = sources()
      .filter((file) => !file.path.startsWith('messages'))
      .map((file) => file.text)
      .join('\n');
    const signals: readonly string[] = [
      ...CONTROL_RULE_IDS.map((rule) => `control-chart.${rule}`),
      ...RUN_RULE_IDS.map((rule) => `run-chart.${rule}`),
    ];
    const given = (id: string) => text.includes(`'${id}'`) || signals.includes(id);
    expect([...Object.keys(FINDINGS), ...Object.keys(PROBLEMS)].filter((id) => !given(id))).toEqual([]);
  });
});

/** Where texts of several words stand that are no sentences of ours, by the beginning of a path. */
const NO_SENTENCES: Readonly<Record<string, string>> = {
  'analysis/': 'names of methods, as results give them',
  'statistics/': 'names of methods, as results give them',
  'reference/': 'where tables are from, as results give it',
  'document/r-script/': 'R code',
  'render/html/page-style.ts': 'a style sheet',
  'data/sheet/': 'headings that files have',
  'data/notes/yaml.ts': 'what is wrong with YAML, beside what the package says',
  'document/placing.ts': 'what a maintainer is told',
  'data/recipe/recipe.ts': 'what should not happen',
  'library/ask.ts': 'what should not happen',
  'question/schema.ts': 'descriptions in schemas',
};

describe('sentences', () => {
  it('stand in messages/, and of options and commands in question/, nowhere else', () => {
    const texts = (text: string) =>
      [...text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*/gm, '').matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
        .map((found) => found[1] ?? found[2] ?? '')
        .filter((one) => /\b[a-z]{2,} [a-z]+ [a-z]{2,}\b/.test(one));
    const told = sources().filter(({ text }) => texts(text).length > 0);
    const foreign = told
      .map(({ path }) => path)
      .filter((path) => !/^(messages|question\/(options\/|commands\.ts))/.test(path))
      .filter((path) => !Object.keys(NO_SENTENCES).some((start) => path.startsWith(start)));
    expect(foreign).toEqual([]);
    const kept = Object.keys(NO_SENTENCES).filter((start) => !told.some(({ path }) => path.startsWith(start)));
    expect(kept).toEqual([]);
  });
});

describe('the version', () => {
  it("is the package's", () => {
    expect(VERSION).toBe(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version);
  });
});
