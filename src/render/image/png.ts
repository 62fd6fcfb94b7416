import { FONT_FILES } from './fonts-node.ts';

/**
 * An SVG document as PNG on white ground, `scale` times its size in px (2 by default: sharp on paper and good screens). Only the
 * bundled Arimo is used, so that the same bytes come out on every machine.
 */
export async function renderPng(svg: string, { scale = 2 }: { readonly scale?: number } = {}): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svg, {
    background: '#FFFFFF',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [...FONT_FILES],
      defaultFontFamily: 'Arimo',
      sansSerifFamily: 'Arimo',
      serifFamily: 'Arimo',
      monospaceFamily: 'Arimo',
    },
  });
  return picture.render().asPng();
}
