import type { Terminal } from '../render/terminal/type.ts';

export type { Terminal };

/** What is printed or written: a text, bytes, or a text in chunks, to be gone through once. */
export type Content = string | Uint8Array | Iterable<string>;

/** Everything a command may do to the world, passed in so that tests need no disk and no terminal. */
export interface Effects {
  /** Text for people or programs, to standard output; a promise where the reader has to catch up. */
  readonly out: (text: string) => void | Promise<void>;
  /** Messages, to standard error. */
  readonly err: (text: string) => void;
  /** Bytes of a file; `-` is standard input. Throws a QuarterlineError that names the file. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Whether a file is there (for notes beside a file). */
  readonly exists: (path: string) => Promise<boolean>;
  /** A digest of bytes, as lower-case hexadecimal digits. */
  readonly hash: (bytes: Uint8Array, algorithm: 'sha256' | 'md5') => string;
  /** Writes files atomically into a folder with its manifest; never over a file that was read. See write.ts. */
  readonly writeFolder: (folder: string, files: readonly OutputFile[], force: boolean) => Promise<void>;
  /** Writes one file atomically; never over a file that was read. */
  readonly writeFile: (path: string, content: Content, force: boolean) => Promise<void>;
  /** Throws what `writeFolder` (for files of these names) or, without names, `writeFile` would refuse; writes nothing. */
  readonly refuse: (path: string, names: readonly string[] | null, force: boolean) => Promise<void>;
  readonly terminal: Terminal;
}

/** `path` is relative to the folder, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
