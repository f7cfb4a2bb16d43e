import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { loadSentences } from '../app/opening/load-sentences.ts';
import { toConfig } from '../config/read-settings.ts';
import { wire } from '../wire/service.ts';
import type { Service, Wiring } from '../wire/service.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** When the trial begins, and who sees its turns. */
export type Trial = Pick<Wiring, 'startsAt' | 'watchTurn'>;

/** A moment with its offset, with or without seconds: the machine's zone says nothing about the regency's. */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]);

/** Far enough for every reminder and retention; beyond it somebody mistyped a year. */
export const furthestMs = 731 * dayMs;

/** What falls due on the way is found at most this late: half an hour in the coming weeks, later a quarter of a day. */
function stepMs(leftMs: number): number {
  return leftMs > 30 * dayMs ? 6 * hourMs : hourMs / 2;
}

/**
 * Runs `talk` with a service of its own on a temporary folder with the demo regency, and throws the folder away
 * afterwards: whoever tries things out moves the clock, and must not do that to people's data.
 */
export async function withTrial<Result>(
  talk: (service: Service) => Promise<Result>,
  trial: Trial = {},
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-'));
  try {
    const service = await wire({
      config: toConfig({ DATA_DIR: folder }),
      log: () => {},
      sentences: await loadSentences(),
      demo: true,
      ...trial,
    });
    try {
      await service.start();
      return await talk(service);
    } finally {
      await service.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Moves the service's clock to `to` and lets everything happen that falls due on the way, in its order. */
export async function advance(service: Service, to: number): Promise<void> {
  const { clock, moveClock } = service;
  if (moveClock === null) return;
  while (clock.now() < to) {
    const step = stepMs(to - clock.now());
    moveClock(Math.min(to, clock.now() - (clock.now() % step) + step));
    await service.sweep();
  }
}
