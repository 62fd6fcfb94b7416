import type { ProblemCode, ProblemSlots, SlotsArgument } from './catalogue.ts';
import type { Slots } from './messages/types.ts';

export type { Slots };

/** Where in the input something stands. `line` counts from 1, the header row included; `column` is a heading or a number from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string | number;
}

/** One thing that is wrong: `code` names its sentence in messages.ts, `slots` fill it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly slots: Slots;
  readonly place?: Place;
}

/** failure: something broke (exit 1); usage: wrong options (exit 2); data: the data cannot be used as asked (exit 3). */
type ErrorKind = 'failure' | 'usage' | 'data';

const EXIT_CODES: Readonly<Record<ErrorKind, number>> = { failure: 1, usage: 2, data: 3 };

/** How many problems are collected before reading stops. */
export const MAX_PROBLEMS = 20;

/** The one error class. It carries codes and slots, not sentences: messages.ts makes those at the edge. */
export class QuarterlineError extends Error {
  override readonly name = 'QuarterlineError';
  readonly kind: ErrorKind;
  readonly problems: readonly Problem[];
  /** How many further problems were found and not listed. */
  readonly more: number;

  constructor(kind: ErrorKind, problems: readonly Problem[], options: { more?: number; cause?: unknown } = {}) {
    super(
      problems.map((problem) => `${problem.code} ${JSON.stringify(problem.slots)}`).join('; '),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.kind = kind;
    this.problems = problems;
    this.more = options.more ?? 0;
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }

  /** Whether all that is wrong is of one code, with slots that fit. */
  isAll<Code extends ProblemCode>(code: Code, fits: (slots: ProblemSlots[Code]) => boolean): boolean {
    return this.problems.every((one) => one.code === code && fits(one.slots as unknown as ProblemSlots[Code]));
  }

  /** The same error with the file named in every problem that has no place: for what analysis finds, which knows of no files. */
  inFile(file: string): QuarterlineError {
    const problems = this.problems.map((problem) => ({ ...problem, place: { file, ...problem.place } }));
    return new QuarterlineError(this.kind, problems, { more: this.more, cause: this.cause });
  }

  /** The same error, problems of some codes under other codes: where one sentence does not fit every kind of file. */
  renamed(codes: Readonly<Partial<Record<ProblemCode, ProblemCode>>>): QuarterlineError {
    const problems = this.problems.map((problem) => ({ ...problem, code: codes[problem.code] ?? problem.code }));
    return new QuarterlineError(this.kind, problems, { more: this.more, cause: this.cause });
  }
}

/** Slots and place of a problem as arguments; the slots are `{}` where its sentence has none. */
type Told<Code extends ProblemCode> = keyof ProblemSlots[Code] extends never
  ? [slots?: Record<string, never>, place?: Place]
  : [slots: ProblemSlots[Code], place?: Place];

/** A problem of the catalogue, to be placed and told by others. */
export function problemOf<Code extends ProblemCode>(code: Code, slots: ProblemSlots[Code]): Problem {
  return told(code, slots as object);
}

/** The data cannot be used as asked (exit 3). */
export function dataError<Code extends ProblemCode>(code: Code, ...[slots, place]: Told<Code>): QuarterlineError {
  return new QuarterlineError('data', [told(code, slots, place)]);
}

/** The options are wrong (exit 2). */
export function usageError<Code extends ProblemCode>(
  code: Code,
  ...[slots]: SlotsArgument<ProblemSlots[Code]>
): QuarterlineError {
  return new QuarterlineError('usage', [told(code, slots)]);
}

/** Something that should not happen, or the machine refused (exit 1). */
export function failure<Code extends ProblemCode>(
  code: Code,
  slots: ProblemSlots[Code],
  cause?: unknown,
): QuarterlineError {
  return new QuarterlineError('failure', [told(code, slots)], { cause });
}

function told(code: ProblemCode, slots: object = {}, place?: Place): Problem {
  return { code, slots: slots as Slots, ...(place ? { place } : {}) };
}

/** Collects problems so that a person mends a file in one go; throws them together. */
export class Problems {
  readonly #list: Problem[] = [];
  #more = 0;

  add<Code extends ProblemCode>(code: Code, ...[slots, place]: Told<Code>): void {
    this.addAll([told(code, slots, place)]);
  }

  /** Adds what another reader found wrong. */
  addAll(problems: readonly Problem[]): void {
    for (const one of problems) {
      if (this.#list.length >= MAX_PROBLEMS) this.#more += 1;
      else this.#list.push(one);
    }
  }

  get empty(): boolean {
    return this.#list.length === 0;
  }

  /** Whether as many were collected as are shown: what is dear to find need not be looked for any more. */
  get full(): boolean {
    return this.#list.length >= MAX_PROBLEMS;
  }

  /** Throws a data error with everything collected, if anything was. */
  throwIfAny(): void {
    if (!this.empty) throw new QuarterlineError('data', this.#list, { more: this.#more });
  }
}
