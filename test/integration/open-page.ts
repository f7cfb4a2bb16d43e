import { existsSync } from 'node:fs';
import { request } from 'node:http';

import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import { openDoor } from '../../src/wire/door.ts';
import { wire } from '../../src/wire/service.ts';
import type { Service, Wiring } from '../../src/wire/service.ts';

const chromiumPath = '/usr/bin/chromium';

/** Page tests need a real browser; the project's CI has it. */
export const hasChromium = existsSync(chromiumPath);
if (!hasChromium) console.warn(`NOT TESTED: the try-out page in a browser, because ${chromiumPath} is missing.`);

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

interface OpenService {
  readonly service: Service;
  readonly port: number;
}

/** The whole service with its door, on a free port unless `settings` name one; it ends with the test. */
export async function openService(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  how: Partial<Wiring> = {},
): Promise<OpenService> {
  const wiring: Wiring = {
    config: toConfig({ DATA_DIR: folder, PORT: '0', ...settings }),
    log: () => {},
    sentences: await loadSentences(),
    demo: true,
    ...how,
  };
  const service = await wire(wiring);
  endings.push(() => service.stop());
  const door = await openDoor(service, wiring);
  endings.push(() => door.close());
  await service.start();
  return { service, port: door.port };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request with exactly these headers, as no browser would send it; a stream is read until `until` is in it. */
export function ask(
  port: number,
  path: string,
  { headers = {}, body, until }: { headers?: Record<string, string>; body?: string; until?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let read = '';
      const done = (): void => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read });
      response.setEncoding('utf8').on('data', (piece: string) => {
        read += piece;
        if (until === undefined || !read.includes(until)) return;
        done();
        sent.destroy();
      });
      response.on('end', done).on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}

let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
});

/** The try-out page, and whatever the browser has against it. */
interface OpenPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly phone: (name: string) => Phone;
}

export interface Phone {
  readonly section: Locator;
  readonly type: (text: string) => Promise<void>;
  readonly tap: (label: string) => Promise<void>;
  /** Resolves when the newest message of the service holds this text. */
  readonly hears: (text: string) => Promise<void>;
}

/** Opens any page of the service in a browser, as wide as a desk or as a phone. */
export async function openPageAt(port: number, path: string, width: number): Promise<Omit<OpenPage, 'phone'>> {
  browser ??= chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await (await browser).newContext({ viewport: { width, height: 844 }, locale: 'id-ID' });
  endings.push(() => context.close());
  // Shorter than a test's own limit, so that a failure says what was waited for.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(error.message));
  // A browser's own wish, which is in no page.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`http://127.0.0.1:${port}${path}`);
  return { page, complaints };
}

/** Opens the try-out page. */
export async function openPage(port: number, width = 1360): Promise<OpenPage> {
  const { page, complaints } = await openPageAt(port, '/coba', width);
  const phone = (name: string): Phone => {
    const section = page.getByRole('region', { name });
    return {
      section,
      type: async (text) => {
        const field = section.getByRole('textbox', { name: 'Tulis pesan' });
        await field.fill(text);
        await field.press('Enter');
      },
      tap: (label) =>
        section
          .locator('.talk')
          .getByRole('button', { name: new RegExp(`^${label}`, 'u') })
          .last()
          .click(),
      hears: (text) => section.locator('li.theirs:last-child', { hasText: text }).waitFor(),
    };
  };
  return { page, complaints, phone };
}
