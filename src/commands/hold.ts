import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, renameSync } from 'node:fs';
import { link, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { failure } from '../errors.ts';
import { carry, discard } from './disk.ts';
import { codeOf } from './places.ts';

/** A place that this run alone writes to, until it lets go. */
export interface Hold {
  /** Where the new whole is written, beside its place. */
  readonly stage: string;
  /** Where the old one is between two renames. */
  readonly old: string;
  /** Whether the place is this run's still: another may have taken a run for dead whose machine it cannot ask. */
  readonly isOurs: () => boolean;
  /** Throws where a signal has asked the program to end: before each step. */
  readonly check: () => void;
  /** Lets go, and removes what is left beside the place; then the program ends where a signal has asked for it. */
  readonly release: () => Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Takes hold of a file or folder: a lock file beside it names this run. What runs that have died left there is put back or
 * removed first. Throws a failure where another run holds it.
 */
export async function hold(target: string): Promise<Hold> {
  const beside = (what: string): string => join(dirname(target), `.${basename(target)}.quarterline-${what}`);
  const lock = beside('lock');
  const own: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  const [stage, old] = [beside(`new-${own.token}`), beside('old')];
  const isOurs = (): boolean => holderIn(readOrNull(lock))?.token === own.token;
  const end = onSignal();
  const release = async (): Promise<void> => {
    await discard(stage);
    if (isOurs()) {
      if (existsSync(target)) await discardOld(old, target);
      await discard(lock);
    }
    end.leave();
  };
  try {
    await take(lock, own, target);
    end.check();
    if (existsSync(old) && !existsSync(target)) renameSync(old, target);
    await discardOld(old, target);
    await sweep(dirname(target), `.${basename(target)}.quarterline-`, lock);
  } catch (error) {
    await release();
    throw error;
  }
  return { stage, old, isOurs, check: end.check, release };
}

/**
 * From here on a signal to end waits for the step that is under way: `check` then throws, so that what was begun is cleared away,
 * and `leave` ends the program with the signal's exit code.
 */
function onSignal(): { readonly check: () => void; readonly leave: () => void } {
  let code: number | null = null;
  const handlers = Object.entries(ENDS).map(([signal, its]) => {
    const handler = (): void => {
      // Whoever asks twice does not want to wait.
      if (code !== null) process.exit(its);
      code = its;
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return {
    check: () => {
      if (code !== null) throw failure('write.ended', {});
    },
    leave: () => {
      for (const off of handlers) off();
      if (code !== null) process.exit(code);
    },
  };
}

/** Removes the folder that was replaced, once what others have put into it meanwhile is in the new one. */
async function discardOld(old: string, target: string): Promise<void> {
  if (!existsSync(old)) return;
  const isThere = (path: string): boolean => lstatSync(join(target, path), { throwIfNoEntry: false }) !== undefined;
  await carry(old, target, isThere).catch(() => undefined);
  await discard(old);
}

/** How the names go on that runs give to what they put beside a place. */
const OURS = /^(?:new|lock)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?$/;

/** Removes what dead runs left beside a place. */
async function sweep(folder: string, start: string, lock: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.startsWith(start) && OURS.test(name.slice(start.length)) && path !== lock) await discard(path);
  }
}

/** Makes the lock file, or takes over that of a run that has died. */
async function take(lock: string, own: Holder, target: string): Promise<void> {
  const ticket = `${lock}-${own.token}`;
  await writeFile(ticket, JSON.stringify(own));
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      if (await linked(ticket, lock)) return;
      const text = readOrNull(lock);
      const holder = holderIn(text);
      if (holder && isAlive(holder))
        throw failure('write.held', { path: target, pid: holder.pid, host: holder.host, lock });
      // Whoever moves the dead run's lock away first may go on; one that was made meanwhile is put back.
      const aside = `${ticket}-${tries}`;
      await rename(lock, aside).catch(() => undefined);
      if (readOrNull(aside) !== text) await linked(aside, lock);
      await discard(aside);
    }
    throw failure('write.held', { path: target, pid: 0, host: own.host, lock });
  } finally {
    await rm(ticket, { force: true });
  }
}

/** Whether a file got this second name; false where the name is taken, or the file has gone. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error))) return false;
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error)))
      return written(to, readOrNull(from) ?? '');
    throw error;
  }
}

/** The same where the disk has no second names. */
async function written(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderIn(text: string | null): Holder | null {
  try {
    const { pid, host, token } = JSON.parse(text ?? '') as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string'
      ? { pid, host, token }
      : null;
  } catch {
    return null;
  }
}

/** Runs on another machine cannot be asked: they are taken to be alive. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  // 0 and below name groups of processes.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
