/** How much is written at once. */
const CHUNK = 65_536;

/** Pieces joined to chunks that are worth writing. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** How deep a document is taken apart: its fields, those of its result, and the entries of their lists. */
const DEPTH = 3;

/**
 * What `JSON.stringify(value, null, 2)` gives, piece by piece: entries of lists (or of what else can be gone through) one by
 * one, so that a list of thousands is never one text.
 */
export function* jsonPieces(value: unknown, depth = DEPTH, pad = ''): Generator<string> {
  const isList = typeof value === 'object' && value !== null && Symbol.iterator in value;
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield indented(value, pad);
    return;
  }
  const inner = `${pad}  `;
  let between = isList ? '[\n' : '{\n';
  for (const [key, one] of isList ? numbered(value as Iterable<unknown>) : Object.entries(value)) {
    // JSON leaves fields that are undefined out; in a list they are null.
    if (one === undefined && !isList) continue;
    yield `${between}${inner}${isList ? '' : `${JSON.stringify(key)}: `}`;
    yield* jsonPieces(one ?? null, depth - 1, inner);
    between = ',\n';
  }
  yield between === ',\n' ? `\n${pad}${isList ? ']' : '}'}` : isList ? '[]' : '{}';
}

function* numbered(list: Iterable<unknown>): Generator<[string, unknown]> {
  for (const one of list) yield ['', one];
}

/** Line ends in strings are escaped: those that stand there are of the layout. */
const indented = (value: unknown, pad: string): string =>
  JSON.stringify(value ?? null, null, 2).replaceAll('\n', `\n${pad}`);
