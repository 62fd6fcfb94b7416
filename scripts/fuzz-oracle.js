/** Records of CSV text as RFC 4180 has it, with the line on which each begins. Written for fuzz.js alone, letter by letter. */
export function oracleCells(text, delimiter) {
  const records = [];
  let cells = [];
  let cell = '';
  let line = 1;
  let start = 1;
  let quoted = false;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    records.push({ line: start, cells });
    cells = [];
    start = line;
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    const isEnd = character === '\n' || character === '\r';
    const isPair = character === '\r' && text[i + 1] === '\n';
    if (isEnd) line += 1;
    if (quoted && character === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (character === '"') quoted = !quoted;
    else if (quoted) cell += character;
    else if (character === delimiter) endCell();
    else if (isEnd) endRecord();
    else cell += character;
    if (isPair) i += 1;
  }
  endRecord();
  return records;
}

/** A number as people write one: grouped by commas or spaces, in brackets below zero, with a pound or percent sign. */
export function oracleNumber(cell) {
  const bare = cell.replace(/[\u00A0\u2009\u202F\s,£%+]/g, '').replace(/[\u2212\u2013\u2010-\u2012]/g, '-');
  const negative = /^\((.*)\)$/.exec(bare);
  return negative ? -Number(negative[1]) : Number(bare) + 0;
}
