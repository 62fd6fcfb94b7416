/**
 * The library's face: read, ask, show. docs/api.md shows it by task.
 *
 * @module quarterline
 */
export { QuarterlineError } from './errors.ts';
export type { Finding } from './finding.ts';
export { type Answer, check, compare, controlChart, evaluate, power, report, runChart, scan } from './library/ask.ts';
export { type Cell, type Data, dataset, type GivenFile, read } from './library/data.ts';
export type { Options, ReadOptions } from './library/options.ts';
export { type Spec, toHtml, toMarkdown, toSvg, toVegaLite } from './library/show.ts';
export { errorText, findingText, type Locale, loadSentences } from './messages.ts';
/** The numerics by themselves: regression, tests, intervals, distributions. */
export * as statistics from './statistics/index.ts';
export { VERSION } from './version.ts';
