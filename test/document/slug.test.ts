import { expect, it } from 'vitest';
import { slug } from '../../src/document/slug.ts';

it.each([
  ['admissions', 'admissions'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Émergences & co.', 'emergences-co'],
  ['<script>', 'script'],
  ['日本', 'measure'],
])('%s becomes a safe part of an id: %s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});
