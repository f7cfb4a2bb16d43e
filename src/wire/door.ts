import { kindOf } from '../app/kind-of.ts';
import { manageOfficers } from '../app/manage-officers.ts';
import { readLedger } from '../app/read-ledger.ts';
import { addressOf } from '../app/receive-message.ts';
import { socketPath } from '../config/socket-path.ts';
import { createWeb } from '../web/create-web.ts';
import { listen } from '../web/listen.ts';
import type { Listening } from '../web/listen.ts';
import { openOfficeDoor } from '../web/office-door.ts';
import { isSimulatorOpen, pageHosts } from '../web/simulator/access.ts';
import type { Service, Wiring } from './service.ts';

/** The phones that the try-out page shows; the last two are the demo's officers. */
const demoPeople = ['warga1', 'warga2', 'petugas1', 'petugas2'];
/** The page's own words in the locale. */
const wordPrefix = 'halaman.coba.';

/** What is open to the network. */
export interface Door extends Listening {
  /** The try-out page is among it. */
  readonly simulator: boolean;
}

/** Opens the pages, the health check and the webhooks. Rejects with the system's error (`EADDRINUSE`, `EACCES`). */
export async function openDoor(
  service: Service,
  { config, sentences, log }: Pick<Wiring, 'config' | 'sentences' | 'log'>,
): Promise<Door> {
  const { simulator: phones, telegram: bot, office, health, measure } = service;
  const ledger = (person: string) =>
    readLedger(office.deliveries, addressOf(office.fingerprint, phones.account, person));
  const words = Object.entries(sentences).filter(([key]) => key.startsWith(wordPrefix));
  const page = {
    phones: { ...phones, ledger },
    people: demoPeople,
    words: Object.fromEntries(words.map(([key, text]) => [key.slice(wordPrefix.length), text])),
    hosts: pageHosts(config),
  };
  const app = createWeb({
    health,
    metrics: config.METRICS_TOKEN === undefined ? null : { token: config.METRICS_TOKEN, measure },
    simulator: isSimulatorOpen(config) ? page : null,
    webhook: bot?.webhook ?? null,
    onError: (error) => log('request failed', { error: kindOf(error) }),
  });
  const door = await listen(app, config.HOST, config.PORT);
  const closeOffice = await openOfficeDoor(socketPath(config.DATA_DIR), (order) =>
    manageOfficers(office, service.accountOf, order),
  );
  return {
    port: door.port,
    simulator: isSimulatorOpen(config),
    close: async () => {
      await Promise.all([door.close(), closeOffice()]);
    },
  };
}
