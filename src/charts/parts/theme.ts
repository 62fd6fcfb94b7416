import type { Config } from 'vega-lite';

/** Arial where it is, the bundled Arimo (same widths) where it is not; never a serif face. */
export const FONT_STACK = 'Arial, Arimo, "Liberation Sans", sans-serif';

export type PaletteName = 'quarterline' | 'mdc';

/** Colours by what they mean. `outline` goes round marks whose own colour is too pale on white; null where none is needed. */
export interface Palette {
  readonly ground: string;
  readonly grid: string;
  readonly axis: string;
  readonly text: string;
  readonly secondary: string;
  readonly practice: string;
  readonly comparator: string;
  readonly improvement: string;
  readonly concern: string;
  readonly neither: string;
  readonly common: string;
  /** Lines that join common points. */
  readonly line: string;
  readonly target: string;
  readonly intervention: string;
  readonly outline: string | null;
}

const QUARTERLINE: Palette = {
  ground: '#FFFFFF',
  grid: '#E8EDEE',
  axis: '#768692',
  text: '#212B32',
  secondary: '#4C6272',
  practice: '#003087',
  comparator: '#4C6272',
  improvement: '#005EB8',
  concern: '#B34700',
  neither: '#490092',
  common: '#768692',
  line: '#768692',
  target: '#AE2573',
  intervention: '#212B32',
  outline: null,
};

/** `mdc`: the colours of NHS England's Making Data Count; two of them fall below 3:1 on white, so marks keep a dark outline. */
export const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  quarterline: QUARTERLINE,
  mdc: {
    ...QUARTERLINE,
    improvement: '#00B0F0',
    concern: '#E46C0A',
    common: '#A6A6A6',
    outline: '#212B32',
  },
};

/** Type sizes and line heights in px. Nothing is smaller than `label`, so that a narrow chart may shrink a little. */
export const TYPE = {
  title: { size: 16, line: 20 },
  subtitle: { size: 13, line: 17 },
  panel: { size: 13, line: 17 },
  label: { size: 12, line: 15 },
} as const;

/** Which variant of a chart: `wide` for pages and slides, `narrow` for telephones. */
export type ChartWidth = 'wide' | 'narrow';

export interface ChartOptions {
  readonly width: ChartWidth;
  readonly palette: PaletteName;
}

/** Full width and outer margin in px. */
export const FRAMES: Readonly<Record<ChartWidth, { readonly width: number; readonly margin: number }>> = {
  wide: { width: 720, margin: 12 },
  narrow: { width: 350, margin: 8 },
};

/** Vega-Lite config: white ground, one light horizontal grid, no frame. */
export function chartConfig(palette: Palette): Config {
  return {
    background: palette.ground,
    font: FONT_STACK,
    aria: false,
    view: { stroke: null },
    title: { color: palette.text, fontSize: TYPE.title.size, fontWeight: 'bold', lineHeight: TYPE.title.line },
    axis: {
      labelColor: palette.secondary,
      labelFontSize: TYPE.label.size,
      labelAngle: 0,
      labelLimit: 0,
      titleColor: palette.secondary,
      titleFontSize: TYPE.label.size,
      titleFontWeight: 'normal',
      titleAngle: 0,
      gridColor: palette.grid,
      domainColor: palette.axis,
      tickColor: palette.axis,
    },
  };
}
