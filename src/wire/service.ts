import { createBackground } from '../app/background.ts';
import { countEvents } from '../app/count-events.ts';
import { createHandleAddress } from '../app/handle-address.ts';
import { importRegency, readTenant } from '../app/import-regency.ts';
import type { Imported } from '../app/import-regency.ts';
import { openFlows } from '../app/load-flows.ts';
import { createLookAtDocuments } from '../app/look-at-documents.ts';
import { openOffice } from '../app/office.ts';
import type { Office } from '../app/office.ts';
import { addressOf, createReceiveMessage } from '../app/receive-message.ts';
import { createRunJob } from '../app/run-job.ts';
import { seedDemo } from '../app/seed-demo.ts';
import { startChannels } from '../app/start-channels.ts';
import { createSweep, patience, startPatience } from '../app/sweep.ts';
import type { Simulator } from '../channels/simulator/client.ts';
import type { TelegramChannel } from '../channels/telegram/telegram.ts';
import type { Config } from '../config/config.ts';
import type { Channel } from '../domain/channel.ts';
import { demoTenant } from '../domain/demo.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Regency } from '../domain/regency-file.ts';
import type { FlowSet, Sentences } from '../engine/flow.ts';
import { createSay } from '../engine/say.ts';
import type { MovableClock } from '../queue/inline/system-clock.ts';
import { createTicker } from '../queue/inline/ticker.ts';
import { connectChannels } from './connect-channels.ts';
import { openEngine } from './open-engine.ts';
import { openSending } from './open-sending.ts';
import { openWatch } from './open-watch.ts';
import type { Watch } from './open-watch.ts';
import { openPair } from './pair.ts';
import type { Pair } from './pair.ts';

/** How often the sweep looks for whatever was lost: what a crash may cost a person in waiting. */
const sweepEveryMs = 15_000;

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

/** A house with everything in its place; `start` lets people in. */
export interface Service extends Watch {
  readonly clock: MovableClock;
  readonly office: Office;
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
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
 * Puts the house together on the store and queue that the settings name. Throws `StoreTrouble` (folder, key, disk,
 * database), `QueueTrouble` and `FlowTrouble` (a broken flow); then nothing is held.
 */
export async function wire(wiring: Wiring): Promise<Service> {
  const { config, sentences, log, withStore = (store) => store } = wiring;
  const flows = await openFlows(sentences, config.FLOWS_DIR);
  const pair = await openPair(config, log);
  const watched = { ...pair, store: withStore(pair.store) };
  try {
    return await furnish(wiring, watched, flows);
  } catch (error) {
    await watched.queue.drain();
    await watched.store.close();
    throw error;
  }
}

async function furnish(wiring: Wiring, pair: Pair, flows: FlowSet): Promise<Service> {
  const { log, counts: events } = countEvents(wiring.log);
  const { store, queue, slots, clock, leadMs } = pair;
  const parts = { ...store, queue, clock, log };
  const receive = createReceiveMessage({ ...parts, fingerprint: store.fingerprint });
  const channels = await connectChannels({ ...wiring, log, clock, receive, fingerprint: store.fingerprint });
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

  const { deliver, pump } = openSending({ ...parts, slots, leadMs }, channels.all, office);
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
    newKeyFile: pair.newKeyFile,
    importRegency: (regency) => importRegency(store, regency, clock.now()),
    accountOf: (kind) => channels.all.find((channel) => channel.kind === kind)?.account ?? null,
    ...openWatch({ ...parts, store, ticker, events, channels: channels.all, counters: office.counters }, 'all'),
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
