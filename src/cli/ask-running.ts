import { request } from 'node:http';
import { json } from 'node:stream/consumers';

import { z } from 'zod';

/** Asks the service that runs on a data folder, through its socket file. Resolves with null when nobody listens there. */
export function askRunning<Answer extends object>(path: string, order: object): Promise<Answer | null> {
  // Our own service answers, behind a socket that only this user may open.
  const ours = z.custom<Answer>((value) => typeof value === 'object' && value !== null && 'type' in value);
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: path, method: 'POST', path: '/' }, (response) => {
      json(response).then((answer) => resolve(ours.parse(answer)), reject);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    asking.end(JSON.stringify(order));
  });
}
