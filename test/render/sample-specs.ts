import type { TopLevelSpec } from 'vega-lite';

export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

interface ToySpec {
  readonly title: string;
  readonly subtitle: string;
  readonly labels: readonly string[];
  readonly lines: readonly Line[];
  readonly zero?: boolean;
}

const COLOURS = ['#003087', '#4C6272'];

/** A plain line chart at the width of a page (720 px) or a telephone (350 px): something to lay a page out with. */
export function toySpec({ title, subtitle, labels, lines, zero = false }: ToySpec, narrow: boolean): TopLevelSpec {
  const perLine = narrow ? 40 : 86;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: narrow ? 334 : 696,
    height: narrow ? 280 : 340,
    autosize: { type: 'fit', contains: 'content' },
    padding: narrow ? 8 : 12,
    title: {
      text: wrapped(title, perLine),
      subtitle: wrapped(subtitle, perLine + 8),
      anchor: 'start',
      frame: 'bounds',
    },
    data: {
      values: lines.flatMap(({ name, values }) =>
        values.map((value, i) => ({ name, value, label: labels[i] ?? String(i), order: i })),
      ),
    },
    mark: { type: 'line', point: { filled: true, size: 30 } },
    encoding: {
      x: {
        field: 'label',
        type: 'ordinal',
        sort: { field: 'order' },
        axis: {
          title: null,
          labelAngle: 0,
          labelExpr: "substring(datum.label, 8) == 'Q1' ? substring(datum.label, 0, 7) : ''",
        },
      },
      y: { field: 'value', type: 'quantitative', scale: { zero }, axis: { title: null, tickCount: 5 } },
      color: { field: 'name', type: 'nominal', scale: { range: COLOURS }, legend: { orient: 'top', title: null } },
    },
    config: {
      font: 'Arial, Arimo, sans-serif',
      view: { stroke: null },
      title: { fontSize: 16, subtitleFontSize: 13, color: '#212B32', subtitleColor: '#4C6272', subtitlePadding: 4 },
      axis: { labelFontSize: 12, labelColor: '#4C6272', gridColor: '#E8EDEE', domain: false, labelOverlap: false },
      axisX: { grid: false, ticks: false },
      legend: { labelFontSize: 12, symbolType: 'stroke' },
    },
  };
}

function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, length));
  }
  return lines;
}
