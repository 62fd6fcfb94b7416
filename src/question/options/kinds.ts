import { usageError } from '../../errors.ts';
import { parseColumns } from '../columns.ts';
import { type PeerGroupSetting, parsePeerGroup, peerGroupText } from '../peer-group.ts';

/** What an option takes and what becomes of it: the same on the command line, in a plan, in the library and in the schemas. */
export interface Kind<Value> {
  readonly default: Value;
  /** Text to value; `previous` is the value so far, for options given several times. None: the text itself, or a flag. */
  readonly parse?: (text: string, previous: unknown) => Value;
  readonly choices?: readonly string[];
  /** A number: what is not one is refused. */
  readonly isNumber?: true;
  readonly isAboveZero?: true;
  /** Periods, read by the frequency of the data: which end of a longer period `2014/15` stands for. */
  readonly edge?: 'start' | 'end' | 'both';
  /** A file that is read, or written. */
  readonly file?: 'read' | 'written';
  /** The value as it is typed: the text of each time that the option is given. None: the value itself. */
  typed?(value: Value): readonly string[];
  /** The value in the JSON document, as JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

const NULLABLE_TEXT = { type: ['string', 'null'] };

/** A word or a name as typed. */
export const text: Kind<string | null> = { default: null, schema: NULLABLE_TEXT };

/** A word or a name that has a default; `read`: it may name a file. */
export function word(standard: string, file?: 'read'): Kind<string> {
  return { default: standard, schema: { type: 'string' }, ...(file ? { file } : {}) };
}

export const flag: Kind<boolean> = { default: false, schema: { type: 'boolean' } };

/** Yes, no, or null: as something else decides. */
export const yesOrNo: Kind<boolean | null> = { default: null, schema: { type: ['boolean', 'null'] } };

/** One of a few words; the first of them unless another default is given. */
export function choice<const Word extends string>(choices: readonly [Word, ...Word[]]): Kind<Word> {
  return { default: choices[0], choices, schema: { enum: choices } };
}

/** One of a few words, or null where none is given. */
export function choiceOrNone<const Word extends string>(choices: readonly Word[]): Kind<Word | null> {
  return { default: null, choices, schema: { enum: [...choices, null] } };
}

/** NaN where the text is no number: an empty one, which Number() takes as nought, too. */
const toNumber = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

export const number: Kind<number | null> = {
  default: null,
  parse: toNumber,
  isNumber: true,
  schema: { type: ['number', 'null'] },
};

/** As `number`, above zero. */
export const aboveZero: Kind<number | null> = {
  ...number,
  isAboveZero: true,
  schema: { ...number.schema, exclusiveMinimum: 0 },
};

/** A number that has a default. */
export function numberFrom(standard: number): Kind<number> {
  return { default: standard, parse: toNumber, isNumber: true, schema: { type: 'number' } };
}

/** Numbers with commas between them. `13,851` is refused: it may be one number as people write it, or two. */
export const numbers: Kind<readonly number[]> = {
  default: [],
  parse: (typed, previous) => {
    if (/^\s*\d{1,3}(,\d{3})+\s*$/.test(typed)) throw usageError('usage.thousands', { text: typed.trim() });
    return [...(Array.isArray(previous) ? (previous as number[]) : []), ...commaList(typed).map(toNumber)];
  },
  typed: (value) => [value.join(',')],
  schema: { type: 'array', items: { type: 'number' } },
};

/** A number where the text is one, else the text. */
export const numberOrText: Kind<number | string | null> = {
  default: null,
  parse: (typed) => {
    const value = toNumber(typed);
    return Number.isNaN(value) ? typed.trim() : value;
  },
  schema: { type: ['number', 'string', 'null'] },
};

/** One number; where a command takes measures for it, `numberOrText`. */
export const target: Kind<number | string | null> = { ...numberOrText, parse: toNumber, isNumber: true };

const commaList = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Names, one each time that the option is given. */
export const names: Kind<readonly string[]> = {
  default: [],
  parse: (typed, previous) => [...(Array.isArray(previous) ? (previous as string[]) : []), typed],
  typed: (value) => value,
  schema: { type: 'array', items: { type: 'string' } },
};

/** A period of the data; `end`: of a longer one its last. */
export function period<const Edge extends 'start' | 'end'>(edge: Edge): Kind<string | null> & { readonly edge: Edge } {
  return { default: null, edge, schema: NULLABLE_TEXT };
}

/** A stretch of periods: a year, or Q..Q. */
export const stretch: Kind<string | null> = { default: null, edge: 'both', schema: NULLABLE_TEXT };

/** Periods with commas between them. */
export function periods(edge: 'start' | 'both'): Kind<readonly string[]> {
  const schema = { type: 'array', items: { type: 'string' } };
  return { default: [], parse: commaList, typed: (value) => [value.join(',')], edge, schema };
}

export const fileToRead: Kind<string | null> = { default: null, file: 'read', schema: NULLABLE_TEXT };
export const fileToWrite: Kind<string | null> = { default: null, file: 'written', schema: NULLABLE_TEXT };

/** role -> heading. */
export const columns: Kind<Readonly<Record<string, string>>> = {
  default: {},
  parse: (typed) => parseColumns(typed),
  typed: (value) => [
    Object.entries(value)
      .map(([role, heading]) => `${role}=${heading}`)
      .join(','),
  ],
  schema: { type: 'object', additionalProperties: { type: 'string' } },
};

export const groups: Kind<readonly PeerGroupSetting[]> = {
  default: [],
  parse: parsePeerGroup,
  typed: (value) => value.map(peerGroupText),
  schema: {
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'areas'],
      additionalProperties: false,
      properties: { name: { type: 'string' }, areas: { type: 'array', items: { type: 'string' } } },
    },
  },
};
