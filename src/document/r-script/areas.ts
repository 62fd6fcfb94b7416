import { formatPeriod } from '../../data/period.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import type { ScriptInput } from './context.ts';
import { checkNumbers } from './ours.ts';
import { comment, rText, rVector } from './text.ts';

const quarterNote = (index: number): string => `  ${comment(formatPeriod({ frequency: 'quarter', index }))}`;

/** The dates of the evaluation, practice and comparator by quarter, and the quarters that both hold side by side. */
export function areasBlock(input: ScriptInput): string {
  return [comment(R_SCRIPT.areas), ...dates(input), ...frames(input)].join('\n');
}

function dates({ change, second, washout, lag }: ScriptInput): readonly string[] {
  const changes = [
    ...(change === null ? [] : [`change <- ${change}${quarterNote(change)}`]),
    ...(second === null ? [] : [`second <- ${second}${quarterNote(second)}`]),
  ];
  const effects = second === null ? '"post", "s"' : '"post", "s", "post2", "s2"';
  return [
    ...changes,
    `washout <- ${washout === null ? 'NULL' : `${washout[0]}:${washout[1]}${quarterNote(washout[0])}`}`,
    ...(change === null ? [] : [`effect <- c(${effects})`]),
    `lag_of <- function(n) min(${lag === null ? 'floor(4 * (n / 100)^(2 / 9))' : lag}, n - 1)`,
  ];
}

function frames({ recipe, from, to, change, second }: ScriptInput): readonly string[] {
  const names = rVector(recipe.practice.map(rText));
  const others = recipe.isRest ? `setdiff(events$area, c(NA, ${names}))` : rVector(recipe.comparator.map(rText));
  const hasOther = recipe.comparator.length > 0;
  const columns = [
    't = quarter - first + 1',
    'fq = factor((quarter - 1) %% 4 + 1)',
    ...(change === null ? [] : ['post = as.numeric(quarter >= change)', 's = pmax(0, quarter - change)']),
    ...(second === null ? [] : ['post2 = as.numeric(quarter >= second)', 's2 = pmax(0, quarter - second)']),
  ];
  const subtract = [
    comment(R_SCRIPT.subtract),
    'own <- practice[match(comparator$quarter, practice$quarter), ]',
    'comparator <- transform(comparator, y = y - own$y, n = n - own$n)',
    'comparator <- comparator[!is.na(comparator$y), ]',
  ];
  return [
    `practice <- by_quarter(${names})`,
    ...(hasOther ? [`comparator <- by_quarter(${others})`] : []),
    ...(hasOther && recipe.subtract ? subtract : []),
    `first <- ${bounded('max', 'min(practice$quarter)', from)}; last <- ${bounded('min', 'max(practice$quarter)', to)}`,
    comment(R_SCRIPT.timed),
    `timed <- function(a) transform(a, ${columns.join(',\n  ')})`,
    'p <- timed(rates(within_dates(practice)))',
    ...(hasOther
      ? [
          'k <- timed(rates(within_dates(comparator)))',
          'd <- merge(within_dates(practice), within_dates(comparator), by = "quarter", suffixes = c("p", "c"))',
          'd <- timed(paired(d))',
        ]
      : []),
  ];
}

const bounded = (choose: string, held: string, bound: number | null): string =>
  bound === null ? held : `${choose}(${held}, ${bound})`;

/** The totals of what was read, beside those of quarterline. */
export function totalsBlock({ result, recipe }: ScriptInput): string {
  const { quarters, series, trends } = result;
  if (recipe.comparator.length > 0 && quarters.length > 0) {
    const total = (values: readonly (number | null)[]) =>
      values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    const sums = [
      quarters.length,
      total(quarters.map(({ events }) => events)),
      total(quarters.map(({ people }) => people)),
      total(quarters.map(({ others }) => others)),
      total(quarters.map(({ otherPeople }) => otherPeople)),
    ];
    const r = 'c(nrow(d), sum(d$yp), sum(d$np), sum(d$yc), sum(d$nc))';
    return [comment(R_SCRIPT.totals), checkNumbers(R_SCRIPT.said.totals, r, sums)].join('\n');
  }
  const own = series.find(({ subject }) => subject === 'practice');
  const [count, r] = own ? [own.points.length, 'nrow(p)'] : [trends[0]?.n ?? null, 'nrow(practice)'];
  return [comment(R_SCRIPT.totals), checkNumbers(R_SCRIPT.said.totals.slice(0, 1), r, [count])].join('\n');
}
