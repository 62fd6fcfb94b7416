import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PageFonts } from '../html/page-style.ts';

/** The bundled fonts lie two folders above this module, in src/render as in dist/render. */
const fontFile = (name: string): string => fileURLToPath(new URL(`../../../assets/fonts/${name}`, import.meta.url));

/** Arimo for drawing text into pictures: regular and bold, TrueType. */
export const FONT_FILES: readonly string[] = ['Arimo-Regular.ttf', 'Arimo-Bold.ttf'].map(fontFile);

/** Arimo for pages, for those who have no Arial: the Latin letters, WOFF2 in base64. */
export async function pageFonts(): Promise<PageFonts> {
  const [regular, bold] = await Promise.all(
    ['Arimo-Regular-latin.woff2', 'Arimo-Bold-latin.woff2'].map((name) => readFile(fontFile(name), 'base64')),
  );
  return { regular: regular ?? '', bold: bold ?? '' };
}
