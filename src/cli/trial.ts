import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSentences } from '../app/load-sentences.ts';
import { toConfig } from '../config/read-settings.ts';
import { wire } from '../wire.ts';
import type { Service } from '../wire.ts';

/** How far the clock goes in one step: what is due at no known time (an idle draft) is found at most this late. */
const stepMs = 30 * 60_000;

/**
 * Runs `talk` with a service of its own on a temporary folder with the demo regency, and throws the folder away
 * afterwards: whoever tries things out moves the clock, and must not do that to people's data.
 */
export async function withTrial<Result>(talk: (service: Service) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-'));
  try {
    const service = await wire({
      config: toConfig({ DATA_DIR: folder }),
      log: () => {},
      sentences: await loadSentences(),
      demo: true,
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
  const { clock } = service;
  while (clock.now() < to) {
    clock.moveTo(Math.min(to, clock.now() - (clock.now() % stepMs) + stepMs));
    await service.sweep();
  }
}
