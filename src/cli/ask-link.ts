import { manageLink } from '../app/manage-link.ts';
import type { LinkAnswer } from '../app/manage-link.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import type { LinkOrder, LinkState } from '../domain/link.ts';
import type { Sentences } from '../engine/flow.ts';
import { wire } from '../wire/service.ts';
import { askRunning } from './ask-running.ts';

/** Carries out one order after the other; null: no device can be linked here. */
export type AskLink = (order: LinkOrder) => Promise<LinkState | null>;

/**
 * Gives `work` the linked device of the service that runs on the data folder, or of whichever process on the database holds
 * the account. When none does, this process is the service meanwhile.
 */
export async function withLink<Result>(
  config: Config,
  sentences: Sentences,
  work: (ask: AskLink) => Promise<Result>,
): Promise<Result> {
  const isAlone = serversOf(config) === null;
  const ask = (order: LinkOrder) => askRunning<LinkAnswer>(socketPath(config.DATA_DIR), order);
  if (isAlone && (await ask({ type: 'link-state' })) !== null) {
    return work(async (order) => (await ask(order))?.link ?? null);
  }
  const service = await wire({ config, log: () => {}, sentences, demo: false, role: isAlone ? 'all' : 'worker' });
  try {
    if ((await service.askLink({ type: 'link-state' })) !== null) return await work(service.askLink);
    await service.start();
    return await work(async (order) => (await manageLink(service.whatsapp?.link ?? null, order)).link);
  } finally {
    await service.stop();
  }
}
