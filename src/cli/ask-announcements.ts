import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

import { z } from 'zod';

import { manageAnnouncements } from '../app/announcing/manage-announcements.ts';
import type { AnnounceAnswer, AnnounceOrder } from '../app/announcing/manage-announcements.ts';
import { watchProgress } from '../app/announcing/watch-progress.ts';
import type { Progress } from '../app/announcing/watch-progress.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import type { Sentences } from '../engine/flow.ts';
import { wire } from '../wire/service.ts';
import { askRunning } from './ask-running.ts';

/** How announcements are asked about, and watched. */
export interface AskAnnouncements {
  readonly order: (order: AnnounceOrder) => Promise<AnnounceAnswer>;
  readonly follow: (number: string) => AsyncIterable<Progress>;
}

/** A bar that moves once a second is alive. */
const lookEveryMs = 1000;

/**
 * Gives `work` the announcements of the service that runs on the data folder; when none does, or a database is there, this
 * process looks itself and sends nothing: what it writes down is found by whoever runs.
 */
export async function withAnnouncements<Result>(
  config: Config,
  sentences: Sentences,
  work: (ask: AskAnnouncements) => Promise<Result>,
): Promise<Result> {
  const path = socketPath(config.DATA_DIR);
  const ask = (order: AnnounceOrder) => askRunning<AnnounceAnswer>(path, { announcements: order });
  if (serversOf(config) === null && (await ask({ type: 'announce-show', number: '' })) !== null) {
    const none: AnnounceAnswer = { type: 'announce', outcomes: [] };
    return work({
      order: async (order) => (await ask(order)) ?? none,
      follow: (number) => followRunning(path, number),
    });
  }
  const service = await wire({ config, log: () => {}, sentences, demo: false });
  try {
    return await work({
      order: (order) => manageAnnouncements(service.office, order),
      follow: (number) => watchProgress(service.office, number, () => setTimeout(lookEveryMs)),
    });
  } finally {
    await service.stop();
  }
}

/** The stream of the service that runs (web/progress-stream.ts). Rejects when it goes away meanwhile. */
async function* followRunning(path: string, number: string): AsyncGenerator<Progress> {
  const response = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    const query = new URLSearchParams({ number }).toString();
    request({ socketPath: path, path: `/progress?${query}` }, resolve)
      .on('error', reject)
      .end();
  });
  // Our own service answers, behind a socket that only this user may open.
  const ours = z.custom<Progress>((value) => typeof value === 'object' && value !== null && 'state' in value);
  for await (const line of createInterface({ input: response })) {
    if (line.startsWith('data:')) yield ours.parse(JSON.parse(line.slice('data:'.length)));
  }
}
