import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { createBackground } from '../app/background.ts';
import type { Background } from '../app/background.ts';
import type { Tally } from '../app/counted-links/tally.ts';
import { createHearGroups } from '../app/groups/hear-groups.ts';
import { createHandleAddress } from '../app/handle-address.ts';
import { createKeepMedia } from '../app/handling/keep-media.ts';
import type { Office } from '../app/office.ts';
import { importRegency, readTenant } from '../app/opening/import-regency.ts';
import type { Imported } from '../app/opening/import-regency.ts';
import { loadTongues } from '../app/opening/load-tongues.ts';
import { createReceiveMessage } from '../app/receive-message.ts';
import { createTellDay } from '../app/reminding/tell-day.ts';
import { createRunJob } from '../app/run-job.ts';
import { createHeldSending } from '../app/sending/send-where-held.ts';
import { createSweep, patience } from '../app/sweep.ts';
import { countEvents } from '../app/watching/count-events.ts';
import { createTellStopped } from '../app/watching/tell-stopped.ts';
import { createTellUnopened } from '../app/watching/tell-unopened.ts';
import type { Simulator } from '../channels/simulator/client.ts';
import type { TelegramChannel } from '../channels/telegram/telegram.ts';
import type { WhatsappCloudChannel } from '../channels/whatsapp-cloud/whatsapp-cloud.ts';
import type { WhatsAppChannel } from '../channels/whatsapp/whatsapp.ts';
import type { Config } from '../config/config.ts';
import type { Channel, Hear } from '../domain/channel.ts';
import type { HearGroups } from '../domain/group-chat.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Regency } from '../domain/regency-file.ts';
import type { Sentences } from '../engine/flow.ts';
import type { Tongue } from '../engine/tongue/tongue.ts';
import type { TurnRound } from '../engine/transcript/record-talk.ts';
import { connectChannels } from './connect-channels.ts';
import { createLife } from './life.ts';
import type { Life } from './life.ts';
import { openEngine } from './open-engine.ts';
import { openFlows } from './open-flows.ts';
import type { Flows } from './open-flows.ts';
import { openLinkDesk } from './open-link-desk.ts';
import type { LinkDoor } from './open-link-desk.ts';
import { openSending } from './open-sending.ts';
import { openWatch } from './open-watch.ts';
import type { Watch } from './open-watch.ts';
import { openPair } from './pair.ts';
import type { Pair } from './pair.ts';
import { hasPage } from './roles.ts';
import type { Role } from './roles.ts';
import { settleIn } from './settle-in.ts';

/** What the house is made of. */
export interface Wiring {
  readonly config: Config;
  readonly log: Log;
  /** Sentences of the locale. */
  readonly sentences: Sentences;
  /** Begin with the demo regency. */
  readonly demo: boolean;
  /** Absent: `all`. */
  readonly role?: Role;
  /** A demonstration that is the same whenever it is tried begins at this moment (epoch ms). */
  readonly startsAt?: number;
  /** Sees every call of the engine, so that a talk can be written down. */
  readonly watchTurn?: (round: TurnRound) => void;
  /** For harnesses: a store that is watched or broken on purpose, channels at a pace that no platform allows. */
  readonly withStore?: (store: Store) => Store;
  readonly withChannel?: (channel: Channel) => Channel;
}

/** A house with everything in its place; `start` lets people in. */
export interface Service
  extends Watch, Pick<Life, 'start' | 'stop'>, Pick<Pair, 'moveClock' | 'newKeyFile'>, Pick<LinkDoor, 'askLink'> {
  readonly clock: Clock;
  /** What is written here is counted among the figures. */
  readonly log: Log;
  readonly office: Office;
  readonly tally: Tally;
  /** Carries out what was asked about flows at the terminal. */
  readonly manageFlows: Flows['manage'];
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly whatsapp: WhatsAppChannel | null;
  readonly whatsappCloud: WhatsappCloudChannel | null;
  /** The connected account of a kind of channel; null: it is not connected. */
  readonly accountOf: (kind: string) => string | null;
  /** Takes over what the office wrote down about itself; the next start serves that regency. */
  readonly importRegency: (regency: Regency) => Promise<Imported>;
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
  const { config, sentences, withStore = (store) => store } = wiring;
  const tongues = await loadTongues();
  const { log, counts } = countEvents(wiring.log);
  const pair = await openPair(config, log, wiring.startsAt);
  const watched = { ...pair, store: withStore(pair.store) };
  try {
    const speech = { tongues, sentences };
    const flows = await openFlows({ ...watched, speech, log, folder: config.FLOWS_DIR });
    return await furnish({ ...wiring, log }, watched, { flows, tongues }, counts);
  } catch (error) {
    await watched.queue.drain();
    await watched.store.close();
    throw error;
  }
}

async function furnish(
  wiring: Wiring,
  pair: Pair,
  { flows, tongues }: { readonly flows: Flows; readonly tongues: readonly Tongue[] },
  events: () => ReadonlyMap<string, number>,
): Promise<Service> {
  const { config, log, role = 'all' } = wiring;
  const { store, queue, clock } = pair;
  const parts = { ...store, queue, clock, log };
  const receive = createReceiveMessage(parts);
  const phones = pair.alone || hasPage(config, role);
  const hear: Hear = (reports) => sending.hear(reports);
  const hearGroups: HearGroups = (facts) => createHearGroups(office)(facts);
  const links = () => sending.links;
  const connected = await connectChannels({ ...wiring, ...parts, phones, receive, hear, hearGroups, links });
  const { all: channels } = connected;
  const background = createBackground(log);
  const { office, known, lookAtDue } = await settleIn(pair, {
    ...wiring,
    tongues,
    flows,
    channels,
    background,
    demo: wiring.demo ? connected.simulator : null,
  });
  const held = createHeldSending(parts, channels);
  const { whileHeld, askLink } = openLinkDesk({ ...pair, log }, held, connected.whatsapp);
  const sending = openSending({ ...parts, ...pair, sendsHere: held.sendsHere }, channels, office);
  const keepMedia = createKeepMedia({ ...parts, channels });
  const handleAddress = createHandleAddress({ ...parts, keepMedia, ...(await openEngine(office, flows, wiring)) });
  const chores = { ...tellings(office, channels, store), lookAtDue, flows: flows.letGo };
  const sweep = createSweep({ ...parts, chores });
  const runJob = createRunJob({ ...parts, handleAddress, ...sending });
  const work = { runJob, sweep, background, pump: sending.pump };
  const life = createLife({ pair, role, log, owner: randomUUID(), channels, whileHeld, ...sending, ...work });
  const servesTenant = async (): Promise<boolean> => isDeepStrictEqual(await readTenant(store), known);

  const settle = () => settleAll(queue, background);
  return {
    ...connected,
    ...life,
    ...openWatch({ ...office, ...parts, ...life, ...sending.motion, store, events, channels, servesTenant }, role),
    askLink,
    clock,
    log,
    moveClock: pair.moveClock,
    newKeyFile: pair.newKeyFile,
    office,
    tally: sending.tally,
    manageFlows: flows.manage,
    importRegency: (regency) => importRegency(store, regency, clock.now()),
    accountOf: (kind) => channels.find((channel) => channel.kind === kind)?.account ?? null,
    settle,
    sweep: async () => {
      await sweep(patience);
      await settle();
    },
  };
}

async function settleAll(queue: Pair['queue'], background: Background): Promise<void> {
  do await queue.idle();
  while (await background.ended());
}

/** The chores that tell officers something. */
function tellings(office: Office, channels: readonly Channel[], store: Store) {
  return {
    tellStopped: createTellStopped(office, channels),
    tellUnopened: createTellUnopened(office, store),
    tellDay: createTellDay(office),
  };
}
