import type { TopLevelSpec } from 'vega-lite';
import { installTextMetrics } from './fonts.ts';
import { type SvgText, tidySvg } from './svg-markup.ts';

/**
 * Draws a spec as an SVG document with `role="img"`, a title and a description. The same spec gives the same bytes on every
 * machine. Throws when Vega-Lite or Vega has anything to warn of: a spec of ours gives them no reason.
 */
export async function renderSvg(spec: TopLevelSpec, text: SvgText): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), import('vega')]);
  installTextMetrics(vega);
  const logger = strictLogger();
  const compiled = compile(spec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  try {
    return tidySvg(await view.toSVG(), text);
  } finally {
    view.finalize();
  }
}

/** A logger to which every warning is an error. */
function strictLogger() {
  const refuse = (...args: readonly unknown[]): never => {
    throw new Error(args.map(String).join(' '));
  };
  const logger = { level: () => logger, error: refuse, warn: refuse, info: () => logger, debug: () => logger };
  return logger as never;
}
