import { dataError } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly findings: readonly Finding[];
}

/** Files that are often given in place of a CSV, by their first bytes. */
const SIGNATURES = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'workbook' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'workbook' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'pdf' },
  { bytes: [0x1f, 0x8b], kind: 'archive' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'image' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'image' },
] as const;

/** Windows-1252 where it differs from Latin-1: bytes 0x80 to 0x9F (WHATWG encoding standard, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Bytes of a text file to text, without a byte order mark. UTF-8 first, UTF-16 by its mark or where every other byte is
 * zero, Windows-1252 where the bytes are not UTF-8 (with a caution). Throws data errors for an empty or a binary file.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  if (bytes.length === 0) throw dataError('input.empty-file', {}, { file: path, line: 1 });
  const signature = SIGNATURES.find((entry) => entry.bytes.every((byte, i) => bytes[i] === byte));
  if (signature) throw dataError('input.binary-file', { kind: signature.kind }, { file: path });
  const utf16 = utf16Kind(bytes);
  if (utf16) return { text: withoutMark(new TextDecoder(utf16).decode(bytes)), encoding: utf16, findings: [] };
  if (looksBinary(bytes)) throw dataError('input.binary-file', { kind: 'unknown' }, { file: path });
  try {
    return {
      text: withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      encoding: 'utf-8',
      findings: [],
    };
  } catch {
    const findings = [caution('input.windows-1252', { file: path, line: lineOfFirstHighByte(bytes) })];
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252', findings };
  }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return null;
  const length = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = 0.4 * length;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

/** How far into a file control characters are counted. */
const LOOK = 65_536;

/** Zero bytes, or more than one in twenty control characters other than tab, line ends, form feed and Ctrl-Z. */
function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const start = bytes.subarray(0, LOOK);
  let controls = 0;
  for (let i = 0; i < start.length; i += 1) {
    const byte = start[i] ?? 0x20;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d || byte === 0x0b) && byte !== 0x1a) controls += 1;
  }
  return controls > start.length / 20;
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  return parts
    .join('')
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function lineOfFirstHighByte(bytes: Uint8Array): number {
  let line = 1;
  for (const byte of bytes) {
    if (byte >= 0x80) return line;
    if (byte === 0x0a) line += 1;
  }
  return line;
}
