import type { FileRecipe, RecipeValues } from '../../data/series.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { table } from '../../table.ts';
import type { ScriptInput } from './context.ts';
import { comment, rColumn, rIntegers, rText, rVector } from './text.ts';

const ENCODINGS: Readonly<Record<string, string>> = table<string>({
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1252': 'CP1252',
});

/** Frames of the script by frequency: quarters as they are, others on their way to quarters. */
const SUFFIX = { quarter: '', month: '_by_month', day: '_by_day' } as const;

/** How dates may be written so that a label can be made of its day. */
const DATES: readonly (readonly [format: string, write: (date: Date) => string])[] = [
  ['%Y-%m-%d', (date) => date.toISOString().slice(0, 10)],
  ['%d/%m/%Y', (date) => date.toISOString().slice(0, 10).split('-').reverse().join('/')],
];
const DAY_MS = 86_400_000;

/** Reads every file into `events` and `people`: one row an area and quarter, made of months or days where need be. */
export function inputBlock(input: ScriptInput): string {
  const { files } = input.recipe;
  const { measure } = input.result.design;
  const frames = new Set<string>();
  const parts = files.map((file, at) => fileBlock(file, at + 1, measure, input.md5.get(file.path) ?? '', frames));
  const made = (['month', 'day'] as const).flatMap((frequency) =>
    (['events', 'people'] as const).flatMap((frame) => {
      const from = `${frame}${SUFFIX[frequency]}`;
      if (!frames.has(from)) return [];
      const combine = frame === 'people' ? 'mean' : 'sum';
      return [`${frame} <- unique(rbind(${frame}, quarters_of_${frequency}s(${from}, ${combine})))`];
    }),
  );
  const start = [...new Set(['events', 'people', ...frames])].map((frame) => `${frame} <- `).join('');
  return [
    comment(R_SCRIPT.input),
    `${start}NULL`,
    ...parts,
    ...(made.length > 0 ? [comment(R_SCRIPT.toQuarters), ...made] : []),
  ].join('\n');
}

function fileBlock(file: FileRecipe, at: number, measure: string, md5: string, frames: Set<string>): string {
  const frame = `f${at}`;
  const period = `period${at}`;
  const cells = file.period.map((column) => rColumn(frame, column)).join(', ');
  const lines = [
    readLine(file, frame, md5),
    ...file.everybody.map(
      ({ column, texts }) =>
        `${frame} <- ${frame}[${rColumn(frame, column)} %in% ${rVector(texts.map(rText))}, ]${note(R_SCRIPT.everybody)}`,
    ),
    comment(R_SCRIPT.labels[file.frequency]),
    `${period} <- lookup(${file.period.length > 1 ? `paste(${cells})` : cells}, ${labelsOf(file)})`,
  ];
  for (const { values, areas } of grouped(file.values)) {
    const into = `${values.measure === measure ? 'events' : 'people'}${SUFFIX[file.frequency]}`;
    frames.add(into);
    const add = (area: string, column: string) =>
      `${into} <- rbind(${into}, cells_of(${[area, period, column, ...groupsOf(file, frame)].join(', ')}))`;
    if (areas === null) lines.push(add(areaCells(file, frame), rColumn(frame, values.column)));
    else if (areas.length === 1) lines.push(add(rText(areas[0]?.[1] ?? ''), rColumn(frame, values.column)));
    else {
      const isPlain = areas.every(([heading, area]) => heading === area);
      const headings = rVector(
        areas.map(([heading]) => (typeof heading === 'number' ? String(heading) : rText(heading))),
      );
      const named = isPlain ? 'one' : `${rVector(areas.map(([, area]) => rText(area)))}[i]`;
      const from = isPlain ? `${frame}[[one]]` : `${frame}[[${headings}[i]]]`;
      lines.push(`for (${isPlain ? `one in ${headings}` : `i in 1:${areas.length}`}) ${add(named, from)}`);
    }
  }
  return lines.join('\n');
}

/** Columns of one measure together: those of a wide file with the area of each; else the column whose rows name areas. */
function grouped(values: readonly RecipeValues[]) {
  const groups = new Map<string, { values: RecipeValues; areas: (readonly [string | number, string])[] | null }>();
  for (const one of values) {
    const known = groups.get(one.measure);
    if (known && one.area !== null) known.areas?.push([one.column, one.area]);
    else groups.set(one.measure, { values: one, areas: one.area === null ? null : [[one.column, one.area]] });
  }
  return [...groups.values()];
}

function readLine(
  { path, encoding, delimiter, quoted, lines, sha256 }: FileRecipe,
  frame: string,
  md5: string,
): string {
  const separator = rText(delimiter);
  const options = [
    `encoding = ${rText(ENCODINGS[encoding] ?? 'UTF-8')}`,
    `sep = ${separator}`,
    `quote = ${quoted ? String.raw`"\""` : '""'}`,
  ].join(', ');
  const hashes = `  sha256 = "${sha256}",\n  md5 = "${md5}"`;
  const read = `read_input(${rText(path)}, ${options},\n${hashes}`;
  const text = lines === null ? 'text' : `table_lines(text, ${[lines.from, lines.to ?? []].flat().join(', ')})`;
  return lines === null ? `${frame} <- ${read})` : `${frame} <- ${read}, repair = function(text) ${text})`;
}

const note = (text: string): string => `  ${comment(text)}`;

/** Texts and numbers for `lookup`; dates written by R where they are written as R writes them. */
function labelsOf({ labels, frequency }: FileRecipe): string {
  const numbers = rIntegers(labels.map(([, index]) => index));
  const written = (write: (date: Date) => string) =>
    labels.every(([label, index]) => label === write(new Date(index * DAY_MS)));
  const format = frequency === 'day' ? DATES.find(([, write]) => written(write))?.[0] : undefined;
  if (format !== undefined) return `format(as.Date(${numbers}, origin = "1970-01-01"), "${format}"), ${numbers}`;
  return `${rVector(labels.map(([label]) => rText(label)))}, ${numbers}`;
}

/** The area of each row, by its unambiguous name. */
function areaCells({ areas, named }: FileRecipe, frame: string): string {
  const columns = areas.map((column) => rColumn(frame, column)).join(', ');
  const cells = areas.length > 1 ? `paste(${columns})` : columns;
  if (named === null) return cells;
  const texts = rVector(named.map(([text]) => rText(text)));
  return `lookup(${cells}, ${texts}, ${rVector(named.map(([, area]) => rText(area)))})`;
}

const groupsOf = ({ groups }: FileRecipe, frame: string): readonly string[] =>
  groups.length === 0 ? [] : [`paste(${groups.map((column) => rColumn(frame, column)).join(', ')}, sep = "\\n")`];
