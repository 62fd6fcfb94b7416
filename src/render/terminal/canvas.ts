import type { Paint } from './style.ts';

const BRAILLE = 0x2800;

/** Bits of the eight dots of a braille character, by row (0 to 3) and column (0 and 1). */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

interface CanvasCell {
  character: string;
  dots: number;
  paint: Paint | null;
}

/** A grid of characters; each cell may hold a character or a pattern of 2 x 4 dots. A character hides the dots. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #cells: CanvasCell[];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#cells = Array.from({ length: width * height }, () => ({ character: ' ', dots: 0, paint: null }));
  }

  #cell(column: number, row: number): CanvasCell | undefined {
    const inside = column >= 0 && column < this.width && row >= 0 && row < this.height;
    return inside ? this.#cells[row * this.width + column] : undefined;
  }

  /** Puts a character; what lies outside the grid is dropped. */
  put(column: number, row: number, character: string, paint: Paint | null): void {
    const cell = this.#cell(column, row);
    if (cell) Object.assign(cell, { character, paint });
  }

  /** Puts a character only where there is none yet, so that later layers stay behind earlier ones. */
  under(column: number, row: number, character: string, paint: Paint | null): void {
    const cell = this.#cell(column, row);
    if (cell?.character === ' ' && cell.dots === 0) Object.assign(cell, { character, paint });
  }

  /** Sets a dot; `x` counts half columns, `y` quarter rows. */
  dot(x: number, y: number, paint: Paint | null): void {
    const cell = this.#cell(Math.floor(x / 2), Math.floor(y / 4));
    if (!cell) return;
    cell.dots |= DOTS[y & 3]?.[x & 1] ?? 0;
    cell.paint ??= paint;
  }

  /** The row as text, painted stretch by stretch. */
  row(row: number): string {
    let text = '';
    let stretch = '';
    let paint: Paint | null = null;
    for (let column = 0; column < this.width; column += 1) {
      const cell = this.#cell(column, row);
      if (!cell) continue;
      if (cell.paint !== paint) {
        text += paint ? paint(stretch) : stretch;
        stretch = '';
        paint = cell.paint;
      }
      stretch += cell.character !== ' ' || cell.dots === 0 ? cell.character : String.fromCharCode(BRAILLE + cell.dots);
    }
    return text + (paint ? paint(stretch) : stretch);
  }
}

/** The whole-numbered places of a straight line between two, both included. */
export function* lineBetween(x0: number, y0: number, x1: number, y1: number): Generator<readonly [number, number]> {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  for (let i = 0; i <= steps; i += 1) {
    const share = steps === 0 ? 0 : i / steps;
    yield [Math.round(x0 + share * (x1 - x0)), Math.round(y0 + share * (y1 - y0))];
  }
}
