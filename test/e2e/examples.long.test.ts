import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/question/commands.ts';
import { holdsExample } from './example-runs.ts';
import { temporaryFolder } from './support.ts';

const folder = temporaryFolder();

describe('the examples of the demo', () => {
  it('are there', () => {
    expect(COMMANDS.demo.examples.length).toBeGreaterThan(0);
  });

  it.each(COMMANDS.demo.examples)('%s', async (example) => {
    await holdsExample(example, folder);
  });
});
