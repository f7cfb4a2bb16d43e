import { request } from 'node:http';
import { json } from 'node:stream/consumers';

import { z } from 'zod';

import { manageOfficers } from '../app/manage-officers.ts';
import type { OfficeAnswer, OfficeOrder } from '../app/manage-officers.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import type { Sentences } from '../engine/flow.ts';
import { wire } from '../wire/service.ts';

/**
 * Asks the service that runs on the data folder; when none does, opens the folder for this one order. A database is open
 * to several processes, and this is one more.
 */
export async function askOffice(config: Config, sentences: Sentences, order: OfficeOrder): Promise<OfficeAnswer> {
  const answer = serversOf(config) === null ? await askRunning(socketPath(config.DATA_DIR), order) : null;
  if (answer !== null) return answer;
  const service = await wire({ config, log: () => {}, sentences, demo: false });
  try {
    return await manageOfficers(service.office, service.accountOf, order);
  } finally {
    await service.stop();
  }
}

/** Our own service answers, behind a socket that only this user may open. */
const ourAnswer = z.custom<OfficeAnswer>((value) => typeof value === 'object' && value !== null && 'type' in value);

/** null: nobody listens there. */
function askRunning(path: string, order: OfficeOrder): Promise<OfficeAnswer | null> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: path, method: 'POST', path: '/' }, (response) => {
      json(response).then((answer) => resolve(ourAnswer.parse(answer)), reject);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    asking.end(JSON.stringify(order));
  });
}
