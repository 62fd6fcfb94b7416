import { textWidth } from '../../charts/parts/text-width.ts';

/** What Vega hands to its measure of text. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/**
 * Makes Vega measure text by Arimo's advance widths; without a canvas it would take 0.8 em a letter. `vega` is the module; its
 * typings do not know the metrics. Setting them again changes nothing.
 */
export function installTextMetrics(vega: object): void {
  (vega as { textMetrics: { width: unknown } }).textMetrics.width = measure;
}

function measure(item: TextItem, text: unknown): number {
  const weight = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 'bold' : 'normal';
  return textWidth(text === null || text === undefined ? '' : String(text), item.fontSize ?? 11, weight);
}
