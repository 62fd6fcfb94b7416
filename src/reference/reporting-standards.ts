/** A standard for reporting a study. */
export type StandardName = 'EPOC' | 'RECORD' | 'SQUIRE 2.0' | 'TIDieR';

/** What the tool can say of an item by itself. */
export type ReportingFact =
  | 'point-in-time'
  | 'points'
  | 'plan'
  | 'objective-outcome'
  | 'incomplete-data'
  | 'everything-printed'
  | 'other-risks'
  | 'data-sources'
  | 'places-and-times'
  | 'cleaning'
  | 'joining'
  | 'rows'
  | 'reproducible'
  | 'inference'
  | 'variation'
  | 'completeness';

interface ReportingItem {
  readonly standard: StandardName;
  /** The key of the item in a checklist file. */
  readonly id: string;
  /** Null: only the authors can say it. */
  readonly fact: ReportingFact | null;
}

const items = (
  standard: StandardName,
  facts: Readonly<Record<string, ReportingFact | null>>,
): readonly ReportingItem[] => Object.entries(facts).map(([id, fact]) => ({ standard, id, fact }));

/**
 * The items, in the order of their standards. EPOC: both entry criteria and the seven risks of bias of interrupted time series.
 * RECORD: what it adds to STROBE for routinely collected data. SQUIRE 2.0: the items that can be checked by reading. TIDieR: all
 * twelve. methods.md 3.
 */
export const REPORTING_ITEMS: readonly ReportingItem[] = [
  ...items('EPOC', {
    'epoc-point-in-time': 'point-in-time',
    'epoc-three-points': 'points',
    'epoc-1': null,
    'epoc-2': 'plan',
    'epoc-3': null,
    'epoc-4': 'objective-outcome',
    'epoc-5': 'incomplete-data',
    'epoc-6': 'everything-printed',
    'epoc-7': 'other-risks',
  }),
  ...items('RECORD', {
    'record-1.1': 'data-sources',
    'record-1.2': 'places-and-times',
    'record-1.3': null,
    'record-6.1': null,
    'record-6.2': null,
    'record-6.3': null,
    'record-7.1': null,
    'record-12.1': null,
    'record-12.2': 'cleaning',
    'record-12.3': 'joining',
    'record-13.1': 'rows',
    'record-19.1': null,
    'record-22.1': 'reproducible',
  }),
  ...items('SQUIRE 2.0', {
    'squire-5': null,
    'squire-7': null,
    'squire-8': null,
    'squire-9': null,
    'squire-10': null,
    'squire-10b': null,
    'squire-10c': 'completeness',
    'squire-11a': 'inference',
    'squire-11b': 'variation',
    'squire-12': null,
    'squire-15e': null,
    'squire-16': null,
    'squire-18': null,
  }),
  ...items('TIDieR', {
    'tidier-1': null,
    'tidier-2': null,
    'tidier-3': null,
    'tidier-4': null,
    'tidier-5': null,
    'tidier-6': null,
    'tidier-7': null,
    'tidier-8': null,
    'tidier-9': null,
    'tidier-10': null,
    'tidier-11': null,
    'tidier-12': null,
  }),
];

/** The standards, in the order in which they are shown. */
export const STANDARDS: readonly StandardName[] = ['EPOC', 'RECORD', 'SQUIRE 2.0', 'TIDieR'];
