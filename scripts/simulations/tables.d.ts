import type { Results } from './experiments.js';

export function tables(results: Results): string;
export function withTables(page: string, results: Results): string;
