import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { createBackground } from './app/background.ts';
import { createOperations } from './app/create-operations.ts';
import { createDeliver } from './app/deliver.ts';
import { createHandleAddress } from './app/handle-address.ts';
import { givesUp } from './app/handling/give-up.ts';
import { createWords } from './app/handling/words.ts';
import { createHealth } from './app/health.ts';
import type { Health } from './app/health.ts';
import { importRegency, readTenant } from './app/import-regency.ts';
import type { Imported } from './app/import-regency.ts';
import { kindOf } from './app/kind-of.ts';
import { openFlows } from './app/load-flows.ts';
import { createLookAtDocuments } from './app/look-at-documents.ts';
import { createHeldSources, createLookBeforeSend, createReportFault } from './app/look-before-send.ts';
import { manageOfficers } from './app/manage-officers.ts';
import { openOffice } from './app/office.ts';
import type { Office } from './app/office.ts';
import { createPump } from './app/pump-lane.ts';
import { readLedger } from './app/read-ledger.ts';
import { createReadPerson } from './app/read-person.ts';
import { loadRegions } from './app/read-regions.ts';
import type { ReadTable } from './app/read-regions.ts';
import { addressOf, createReceiveMessage } from './app/receive-message.ts';
import { createRemindDraft } from './app/remind-draft.ts';
import { createRunJob } from './app/run-job.ts';
import { seedDemo } from './app/seed-demo.ts';
import type { Sending } from './app/sending/sending.ts';
import { startChannels } from './app/start-channels.ts';
import { createSweep, patience, startPatience } from './app/sweep.ts';
import { simulator } from './channels/simulator/client.ts';
import type { Simulator } from './channels/simulator/client.ts';
import { toCommands } from './channels/telegram/commands.ts';
import type { TelegramChannel } from './channels/telegram/telegram.ts';
import type { Config } from './config/config.ts';
import { socketPath } from './config/socket-path.ts';
import type { Channel, Receive } from './domain/channel.ts';
import { demoTenant } from './domain/demo.ts';
import type { Log } from './domain/ports/log.ts';
import type { Store } from './domain/ports/store.ts';
import type { Regency } from './domain/regency-file.ts';
import type { FlowSet, Sentences } from './engine/flow.ts';
import { createSay } from './engine/say.ts';
import type { Session } from './engine/session.ts';
import { nextLook } from './engine/session.ts';
import { takeTurn } from './engine/take-turn.ts';
import { titleOf } from './engine/title-of.ts';
import type { Facts, Input } from './engine/turn.ts';
import { createInlineQueue } from './queue/inline/inline-queue.ts';
import { createInlineSlots } from './queue/inline/inline-slots.ts';
import { createSystemClock } from './queue/inline/system-clock.ts';
import type { MovableClock } from './queue/inline/system-clock.ts';
import { createTicker } from './queue/inline/ticker.ts';
import { findKey } from './store/key-file.ts';
import { openSqlite } from './store/sqlite/sqlite.ts';
import { createWeb } from './web/create-web.ts';
import { listen } from './web/listen.ts';
import type { Listening } from './web/listen.ts';
import { openOfficeDoor } from './web/office-door.ts';
import { isSimulatorOpen, pageHosts } from './web/simulator/access.ts';

/** How often the sweep looks for whatever was lost: what a crash may cost a person in waiting. */
const sweepEveryMs = 15_000;
/** Gate, mark and look on one SQLite file, 99 of 100 times. */
const leadMs = 60;
/** The phones that the try-out page shows; the last two are the demo's officers. */
const demoPeople = ['warga1', 'warga2', 'petugas1', 'petugas2'];
/** The page's own words in the locale. */
const wordPrefix = 'halaman.coba.';

/** What the house is made of. */
export interface Wiring {
  readonly config: Config;
  readonly log: Log;
  /** Sentences of the locale. */
  readonly sentences: Sentences;
  /** Begin with the demo regency. */
  readonly demo: boolean;
  /** For harnesses: a store that is watched or broken on purpose, channels at a pace that no platform allows. */
  readonly withStore?: (store: Store) => Store;
  readonly withChannel?: (channel: Channel) => Channel;
}

type Timed = Wiring & { readonly clock: MovableClock };

/** A house with everything in its place; `start` lets people in. */
export interface Service {
  readonly clock: MovableClock;
  readonly office: Office;
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly health: () => Promise<Health>;
  /** The connected account of a kind of channel; null: it is not connected. */
  readonly accountOf: (kind: string) => string | null;
  /** Takes over what the office wrote down about itself; the next start serves that regency. */
  readonly importRegency: (regency: Regency) => Promise<Imported>;
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
  const { config, sentences, withStore = (store) => store } = wiring;
  const clock = createSystemClock();
  const flows = await openFlows(sentences, config.FLOWS_DIR);
  const key = findKey(config.DATA_DIR, config.GELOMBANG_KEY);
  const store = withStore(openSqlite({ dataDir: config.DATA_DIR, key: key.key, clock }));
  try {
    return await furnish({ ...wiring, clock }, store, flows, key.made ? key.file : null);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function furnish(wiring: Timed, store: Store, flows: FlowSet, newKeyFile: string | null): Promise<Service> {
  const { clock, log } = wiring;
  const queue = createInlineQueue({ clock });
  const parts = { ...store, queue, clock, log };
  const receive = createReceiveMessage({ ...parts, fingerprint: store.fingerprint });
  const channels = await connect(wiring, store, receive);
  const background = createBackground(log);
  const office = openOffice(store, {
    tenant: (await readTenant(store)) ?? demoTenant,
    say: createSay(wiring.sentences),
    queue,
    clock,
    channels: channels.all,
    nudge: () => background.run(lookAtDue),
  });
  const lookAtDocuments = createLookAtDocuments(office);
  const lookAtDue = (): Promise<void> => lookAtDocuments(clock.now());
  if (wiring.demo) {
    const { account } = channels.simulator;
    await seedDemo(office, account, (person) => addressOf(store.fingerprint, account, person), clock.now());
  }

  const { deliver, pump } = openSending({ ...parts, slots: createInlineSlots({ clock }) }, channels.all, office);
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
    importRegency: (regency) => importRegency(store, regency, clock.now()),
    accountOf: (kind) => channels.all.find((channel) => channel.kind === kind)?.account ?? null,
    health: createHealth({ store, queue, ticker, channels: channels.all, counters: office.counters }),
    start: async () => {
      queue.start(createRunJob({ ...parts, handleAddress, deliver, pump }));
      await runSweep(startPatience);
      await startChannels(channels.all, store.accounts);
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

/** Sending, and the look that each push takes before it goes. */
function openSending(
  parts: Omit<Sending, 'channelOf' | 'mayGo' | 'heldSources' | 'reportFault' | 'leadMs'>,
  channels: readonly Channel[],
  office: Office,
) {
  const sending: Sending = {
    ...parts,
    channelOf: (account) => channels.find((channel) => channel.account === account) ?? null,
    mayGo: createLookBeforeSend(office),
    heldSources: createHeldSources(office),
    reportFault: createReportFault(office),
    leadMs,
  };
  const deliver = createDeliver(sending);
  return { deliver, pump: createPump(sending, deliver) };
}

interface Channels {
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly all: readonly Channel[];
}

async function connect(wiring: Timed, store: Store, receive: Receive): Promise<Channels> {
  const { config, clock, log, sentences, withChannel = (channel) => channel } = wiring;
  const say = createSay(sentences);
  const phones = simulator({ receive, clock });
  if (config.TELEGRAM_BOT_TOKEN === undefined) return { simulator: phones, telegram: null, all: [withChannel(phones)] };
  const { telegram } = await import('./channels/telegram/telegram.ts');
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
  return { simulator: phones, telegram: bot, all: [phones, bot].map(withChannel) };
}

/** The engine with its flows, and what it may look at. */
async function openEngine(office: Office, flows: FlowSet, sentences: Sentences) {
  const { say, tenant } = office;
  const operations = createOperations(office);
  const regions = await loadRegions(readRegionTable, tenant.region);
  return {
    operations: { ...operations, sources: { ...operations.sources, ...regions } },
    takeTurn: (session: Session | null, input: Input, facts: Facts) => takeTurn(flows, session, input, facts),
    nextLook,
    readPerson: createReadPerson(office),
    remindDraft: createRemindDraft({ say, zone: tenant.zone, titleOf: (session) => titleOf(flows, session) }),
    givesUp,
    words: createWords(say, sentences),
    newOwner: () => randomUUID(),
  };
}

export { backup } from './store/sqlite/backup.ts';
export { restore } from './store/sqlite/restore.ts';

const readRegionTable: ReadTable = (name) =>
  readFile(fileURLToPath(import.meta.resolve(`idn-area-data/data/${name}.csv`)));

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
  const { simulator: phones, telegram: bot, office, health } = service;
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
