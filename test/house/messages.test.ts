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

describe('the version', () => {
  it("is the package's", () => {
    expect(VERSION).toBe(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version);
  });
});
