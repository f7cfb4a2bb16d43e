import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { createBackground } from './app/background.ts';
import { createOperations } from './app/create-operations.ts';
import { createDeliver } from './app/deliver.ts';
import { createForbid } from './app/forbid.ts';
import { createHandleAddress } from './app/handle-address.ts';
import { givesUp } from './app/handling/give-up.ts';
import { createHealth } from './app/health.ts';
import type { Health } from './app/health.ts';
import { openFlows } from './app/load-flows.ts';
import { createLookAtDocuments } from './app/look-at-documents.ts';
import { createHeldSources, createLookBeforeSend, createReportFault } from './app/look-before-send.ts';
import { openRecords, sayFor } from './app/office.ts';
import type { Office } from './app/office.ts';
import { createPump } from './app/pump-lane.ts';
import { createReadPerson } from './app/read-person.ts';
import { loadRegions } from './app/read-regions.ts';
import type { ReadTable } from './app/read-regions.ts';
import { createReceiveMessage } from './app/receive-message.ts';
import { createRemindDraft } from './app/remind-draft.ts';
import { createRunJob } from './app/run-job.ts';
import { seedDemo } from './app/seed-demo.ts';
import { createSweep, patience, startPatience } from './app/sweep.ts';
import { simulator } from './channels/simulator/client.ts';
import type { Simulator } from './channels/simulator/client.ts';
import { toCommands } from './channels/telegram/commands.ts';
import { telegram } from './channels/telegram/telegram.ts';
import type { TelegramChannel } from './channels/telegram/telegram.ts';
import type { Config } from './config/config.ts';
import type { Channel, Receive } from './domain/channel.ts';
import { demoTenant } from './domain/demo.ts';
import type { Log } from './domain/ports/log.ts';
import type { Store } from './domain/ports/store.ts';
import { titleOf } from './engine/flow.ts';
import type { FlowSet, Sentences } from './engine/flow.ts';
import { createSay } from './engine/say.ts';
import type { Session } from './engine/session.ts';
import { nextLook } from './engine/session.ts';
import { takeTurn } from './engine/take-turn.ts';
import type { Facts, Input } from './engine/turn.ts';
import { createInlineQueue } from './queue/inline/inline-queue.ts';
import { createInlineSlots } from './queue/inline/inline-slots.ts';
import type { MovableClock } from './queue/inline/system-clock.ts';
import { createTicker } from './queue/inline/ticker.ts';
import { findKey } from './store/key-file.ts';
import { openSqlite } from './store/sqlite/sqlite.ts';

/** How often the sweep looks for whatever was lost: what a crash may cost a person in waiting. */
const sweepEveryMs = 15_000;
/** Gate, mark and look on one SQLite file, 99 of 100 times. */
const leadMs = 60;
/** What is assumed of a channel that is not connected here. */
const smallest = { textLength: 4096, bulkPerSecond: 20 };

/** What the house is made of. */
export interface Wiring {
  readonly config: Config;
  readonly clock: MovableClock;
  readonly log: Log;
  /** Sentences of the locale. */
  readonly sentences: Sentences;
  /** Begin with the demo regency. */
  readonly demo: boolean;
  /** For harnesses: a store that is watched, or broken on purpose. */
  readonly withStore?: (store: Store) => Store;
}

/** A house with everything in its place; `start` lets people in. */
export interface Service {
  readonly clock: MovableClock;
  readonly office: Office;
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly health: () => Promise<Health>;
  /** The key file that was made just now; null: there was one, or the key came from the settings. */
  readonly newKeyFile: string | null;
  readonly start: () => Promise<void>;
  /** Takes nothing in any more, lets what was begun end, and closes the store. */
  readonly stop: () => Promise<void>;
  /** Resolves when all that follows from what came in is done. */
  readonly settle: () => Promise<void>;
  /** Looks for what is due now, and settles. */
  readonly sweep: () => Promise<void>;
}

/**
 * Puts the house together on the data folder. Throws `StoreTrouble` (folder, key, disk) and `FlowTrouble` (a broken
 * flow); then nothing is held.
 */
export async function wire(wiring: Wiring): Promise<Service> {
  const { config, clock, sentences, withStore = (store) => store } = wiring;
  const flows = await openFlows(sentences);
  const key = findKey(config.DATA_DIR, config.GELOMBANG_KEY);
  const store = withStore(openSqlite({ dataDir: config.DATA_DIR, key: key.key, clock }));
  try {
    return await furnish(wiring, store, flows, key.made ? key.file : null);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function furnish(wiring: Wiring, store: Store, flows: FlowSet, newKeyFile: string | null): Promise<Service> {
  const { clock, log } = wiring;
  const queue = createInlineQueue({ clock });
  const parts = { ...store, queue, clock, log };
  const receive = createReceiveMessage({ ...parts, fingerprint: store.fingerprint });
  const channels = connect(wiring, store, receive);
  const background = createBackground(log);
  const office = openOffice(wiring, store, { queue, channels: channels.all, nudge: () => background.run(lookAtDue) });
  const lookAtDocuments = createLookAtDocuments(office);
  const lookAtDue = (): Promise<void> => lookAtDocuments(clock.now());
  if (wiring.demo) {
    const { account } = channels.simulator;
    await seedDemo(office, account, (person) => addressOf(store, account, person), clock.now());
  }

  const sending = {
    ...parts,
    slots: createInlineSlots({ clock }),
    channelOf: (account: string) => channels.all.find((channel) => channel.account === account) ?? null,
    mayGo: createLookBeforeSend(office),
    heldSources: createHeldSources(office),
    reportFault: createReportFault(office),
    leadMs,
  };
  const deliver = createDeliver(sending);
  const pump = createPump(sending, deliver);
  const handleAddress = createHandleAddress({ ...parts, ...(await openEngine(office, flows, wiring.sentences)) });
  const runSweep = createSweep({ ...parts, chores: { lookAtDue } });
  const ticker = createTicker(clock, sweepEveryMs, () => runSweep(patience));

  const settle = async (): Promise<void> => {
    do await queue.idle();
    while (await background.ended());
  };
  return {
    clock,
    office,
    ...channels,
    newKeyFile,
    health: createHealth({ store, queue, ticker, channels: channels.all, counters: office.counters }),
    start: async () => {
      queue.start(createRunJob({ ...parts, handleAddress, deliver, pump }));
      await runSweep(startPatience);
      await Promise.all(channels.all.map((channel) => channel.start()));
    },
    stop: async () => {
      await Promise.all(channels.all.map((channel) => channel.stop()));
      await ticker.stop();
      pump.stop();
      await queue.drain();
      await background.ended();
      await store.close();
    },
    settle,
    sweep: async () => {
      await runSweep(patience);
      await settle();
    },
  };
}

interface Channels {
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly all: readonly Channel[];
}

function connect({ config, clock, log, sentences }: Wiring, store: Store, receive: Receive): Channels {
  const say = createSay(sentences);
  const phones = simulator({ receive, now: clock.now });
  if (config.TELEGRAM_BOT_TOKEN === undefined) return { simulator: phones, telegram: null, all: [phones] };
  const url = config.TELEGRAM_WEBHOOK_URL;
  const bot = telegram({
    token: config.TELEGRAM_BOT_TOKEN,
    apiRoot: config.TELEGRAM_API_ROOT,
    ...(url !== undefined && {
      webhook: { url, secret: config.TELEGRAM_WEBHOOK_SECRET ?? store.fingerprint('telegram webhook', url) },
    }),
    commands: toCommands(sentences),
    labels: { contact: say('telegram.tombol_nomor'), location: say('telegram.tombol_lokasi') },
    receive,
    log,
    clock,
  });
  return { simulator: phones, telegram: bot, all: [phones, bot] };
}

function openOffice(
  { sentences, clock }: Wiring,
  store: Store,
  rest: Pick<Office, 'queue' | 'nudge'> & { readonly channels: readonly Channel[] },
): Office {
  const { addresses, deliveries } = store;
  const say = createSay(sentences);
  return {
    ...openRecords(store),
    tenant: demoTenant,
    addresses,
    deliveries,
    queue: rest.queue,
    nudge: rest.nudge,
    clock,
    forbid: createForbid({ addresses, deliveries, clock }),
    say: sayFor(demoTenant, say),
    fingerprint: store.fingerprint,
    channelOf: (account) => {
      const channel = rest.channels.find((one) => one.account === account);
      const kind = channel?.kind ?? account.split(':')[0] ?? account;
      const { textLength, bulkPerSecond } = channel?.limits ?? smallest;
      return { kind, name: say(`layanan.saluran.${kind}`), textLength, bulkPerSecond };
    },
  };
}

/** The engine with its flows, and what it may look at. */
async function openEngine(office: Office, flows: FlowSet, sentences: Sentences) {
  const { say, tenant } = office;
  const operations = createOperations(office);
  const regions = await loadRegions(readRegionTable, tenant.region);
  const words = {
    apology: { text: say('layanan.maaf_gangguan') },
    delayed: { text: say('layanan.maaf_tertunda') },
    givenUp: { text: say('layanan.dihentikan') },
    unreadable: (kind: string) => {
      const key = `layanan.tak_terbaca.${kind}`;
      return { text: say(key in sentences ? key : 'layanan.tak_terbaca.lain') };
    },
  };
  return {
    operations: { ...operations, sources: { ...operations.sources, ...regions } },
    takeTurn: (session: Session | null, input: Input, facts: Facts) => takeTurn(flows, session, input, facts),
    nextLook,
    readPerson: createReadPerson(office),
    remindDraft: createRemindDraft({ say, zone: tenant.zone, titleOf: (session) => titleOf(flows, session) }),
    givesUp,
    words,
    newOwner: () => randomUUID(),
  };
}

export { backup } from './store/sqlite/backup.ts';
export { restore } from './store/sqlite/restore.ts';

/** The id of a person's address, as `receive-message` makes it. */
export function addressOf(store: Pick<Store, 'fingerprint'>, account: string, user: string): string {
  return [account, store.fingerprint(account, user)].join('.');
}

const readRegionTable: ReadTable = (name) =>
  readFile(fileURLToPath(import.meta.resolve(`idn-area-data/data/${name}.csv`)), 'utf8');

/** Opens the pages, the health check and the webhooks. Rejects with the system's error (`EADDRINUSE`, `EACCES`). */
export async function openDoor(
  service: Service,
  { config, sentences, log }: Pick<Wiring, 'config' | 'sentences' | 'log'>,
): Promise<Listening> {
  const { simulator: phones, telegram: bot, office, health } = service;
  const ledger = (person: string) => readLedger(office.deliveries, addressOf(office, phones.account, person));
  const words = Object.entries(sentences).filter(([key]) => key.startsWith(wordPrefix));
  const page = {
    phones: { ...phones, ledger },
    people: demoPeople,
    words: Object.fromEntries(words.map(([key, text]) => [key.slice(wordPrefix.length), text])),
    hosts: pageHosts(config),
  };
  const app = createWeb({
    health,
    simulator: isSimulatorOpen(config) ? page : null,
    webhook: bot?.webhook ?? null,
    onError: (error) => log('request failed', { error: kindOf(error) }),
  });
  return listen(app, config.HOST, config.PORT);
}
