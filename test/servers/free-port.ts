import { listen } from '../peers/local-server.ts';

/** A port that was free just now; another process may take it before it is used. */
export async function freePort(): Promise<number> {
  const server = await listen(() => undefined);
  await server.close();
  return Number(new URL(server.url).port);
}
