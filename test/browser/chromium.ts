import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe, it } from 'vitest';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Chromium's path: CHROMIUM_PATH, or where Debian and its kin put it; null where there is none. */
export function chromiumPath(): string | null {
  const wanted = process.env.CHROMIUM_PATH;
  return [...(wanted ? [wanted] : []), ...USUAL_PATHS].find((path) => existsSync(path)) ?? null;
}

/** A describe block that needs Chromium; where there is none, one skipped test says so in its name. */
export function describeChromium(name: string, body: () => void): void {
  if (chromiumPath() !== null) {
    describe(name, body);
    return;
  }
  describe(name, () => it.skip('[skipped: no Chromium was found; CHROMIUM_PATH can name one]', () => {}));
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own, which goes when it closes. */
export class Chromium {
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.#context = context;
    this.#profile = profile;
  }

  static async start(): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'quarterline-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath() ?? '',
      headless: true,
      args: FLAGS,
    });
    return new Chromium(context, profile);
  }

  /** Opens a file from disk in a window of this width, and writes down what the page says, breaks and asks for. */
  async open(file: string, width: number): Promise<OpenPage> {
    const page = await this.#context.newPage();
    await page.setViewportSize({ width, height: 900 });
    const noise: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => requests.push(request.url()));
    const url = pathToFileURL(file).href;
    await page.goto(url, { waitUntil: 'load' });
    return { page, noise, foreignRequests: () => requests.filter((request) => request !== url) };
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

export interface OpenPage {
  readonly page: Page;
  /** Console messages, page errors and dialogs. */
  readonly noise: readonly string[];
  /** Addresses asked for besides the file itself. */
  readonly foreignRequests: () => readonly string[];
}
