import { manageOfficers } from '../app/manage-officers.ts';
import type { OfficeAnswer, OfficeOrder } from '../app/manage-officers.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import type { Sentences } from '../engine/flow.ts';
import { wire } from '../wire/service.ts';
import { askRunning } from './ask-running.ts';

/**
 * Asks the service that runs on the data folder; when none does, opens the folder for this one order. A database is open
 * to several processes, and this is one more.
 */
export async function askOffice(config: Config, sentences: Sentences, order: OfficeOrder): Promise<OfficeAnswer> {
  const path = socketPath(config.DATA_DIR);
  const answer = serversOf(config) === null ? await askRunning<OfficeAnswer>(path, order) : null;
  if (answer !== null) return answer;
  const service = await wire({ config, log: () => {}, sentences, demo: false });
  try {
    return await manageOfficers(service.office, service.accountOf, order);
  } finally {
    await service.stop();
  }
}
