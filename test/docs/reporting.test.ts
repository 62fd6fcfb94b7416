import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPORTING_TITLES } from '../../src/messages/evaluate/reporting.ts';
import { REPORTING_ITEMS } from '../../src/reference/reporting-standards.ts';
import { ROOT } from '../house/sources.ts';

const page = readFileSync(join(ROOT, 'docs/reporting.md'), 'utf8');
const template = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

describe('docs/reporting.md', () => {
  it('holds every item to fill, in order, empty', () => {
    const items = parse(template) as Record<string, unknown>;
    expect(Object.keys(items)).toEqual(REPORTING_ITEMS.map(({ id }) => id));
    expect(Object.values(items).every((answer) => answer === null)).toBe(true);
  });

  it('asks in the words of the program, and says what the program fills', () => {
    for (const { id, fact } of REPORTING_ITEMS) {
      const line = template.split('\n').find((one) => one.startsWith(`${id}:`)) ?? '';
      expect(line).toContain(`# ${REPORTING_TITLES[id]}`);
      expect(line.includes('the tool fills this'), id).toBe(fact !== null);
    }
  });
});
