import { createLinkDresser } from '../../src/app/counted-links/dress-links.ts';
import { followLink } from '../../src/app/counted-links/follow-link.ts';
import { createTally } from '../../src/app/counted-links/tally.ts';
import { createDeliver } from '../../src/app/deliver.ts';
import { createHearGroups } from '../../src/app/groups/hear-groups.ts';
import { createHandleAddress } from '../../src/app/handle-address.ts';
import type { Words } from '../../src/app/handling/handling.ts';
import { createReceiveMessage } from '../../src/app/receive-message.ts';
import { createLookAtDocuments } from '../../src/app/reminding/look-at-documents.ts';
import { createRunJob } from '../../src/app/run-job.ts';
import { createHearReports } from '../../src/app/sending/hear-reports.ts';
import { createPump } from '../../src/app/sending/pump-lane.ts';
import type { LinkDresser, Sending } from '../../src/app/sending/sending.ts';
import { createSweep, patience, startPatience } from '../../src/app/sweep.ts';
import type { Receive } from '../../src/domain/channel.ts';
import type { Channel, Hear } from '../../src/domain/channel.ts';
import type { HearGroups } from '../../src/domain/group-chat.ts';
import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Clock } from '../../src/domain/ports/clock.ts';
import type { Deliveries } from '../../src/domain/ports/deliveries.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import type { Job, Queue } from '../../src/domain/ports/queue.ts';
import type { Slots } from '../../src/domain/ports/slots.ts';
import type { Desk } from './desk.ts';
import { overWire } from './immediate.ts';
import type { Machine } from './machine.ts';
import { createMemoryMedia } from './memory-media.ts';
import { createTinyEngine, tinyLook } from './tiny-engine.ts';

/** All that one process reaches the world by; the mutants put their own in place of some. */
export interface Ports {
  readonly inbox: Inbox;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly accounts: Accounts;
  readonly slots: Slots;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly ration: Sending['ration'];
  readonly mayGo: Sending['mayGo'];
  readonly newsSources: Sending['newsSources'];
}

/** One process as the world uses it. */
export interface Service {
  readonly machine: Machine;
  readonly receive: Receive;
  readonly run: (job: Job) => Promise<void>;
  readonly hear: Hear;
  readonly hearGroups: HearGroups;
  /** Somebody opens a link by its code. */
  readonly follow: (code: string) => Promise<unknown>;
}

export interface Starting {
  readonly machine: Machine;
  readonly ports: Ports;
  /** What the sweep works with, when it differs. */
  readonly sweepPorts: Ports;
  readonly desk: Desk;
  /** Its own links, or a mutant's. */
  readonly dress: (links: LinkDresser) => LinkDresser;
  /** Null: it never sweeps. */
  readonly sweepEveryMs: number | null;
  /** Whether it is its turn to sweep. */
  readonly takesSweep: () => boolean;
  /** The only process on its folder: everybody before it is dead. */
  readonly alone: boolean;
}

const words: Words = {
  apology: { text: 'apology' },
  delayed: { text: 'delayed' },
  givenUp: { text: 'given up' },
  unreadable: (kind) => ({ text: kind }),
  damage: (what) => ({ text: what }),
};

const facts = { zone: 'Asia/Jakarta', contact: {}, tenant: {}, officer: null, channel: {} } as const;

/** A simulated process keeps no log: the truth is written down outside. */
const log = (): void => undefined;

/** Puts the real application together over the given ports, as wire.ts does. */
export function startService(starting: Starting): Service {
  const { machine, ports, sweepPorts, desk, dress, sweepEveryMs, takesSweep, alone } = starting;
  let owners = 0;
  const media = overWire<Media>(
    createMemoryMedia(() => machine.clock.now()),
    async (_, apply) => apply(),
  );
  const handleAddress = createHandleAddress({
    ...ports,
    log,
    operations: desk.operations,
    media,
    keepMedia: async () => ({ type: 'result', result: 'gagal', values: {} }),
    takeTurn: createTinyEngine(machine.die),
    nextLook: tinyLook,
    readPerson: async () => ({ facts, officer: null }),
    setAside: async (one) => void (await desk.office.setAside.create(one.id, one)),
    stopPushes: desk.office.forbid.stopPushes,
    givesUp: (input) => input.type === 'text' && input.text === 'enough' && 'answered',
    words: () => words,
    newOwner: () => `${machine.name}.${++owners}`,
  });
  const tally = createTally({ ...desk.office, log, owner: machine.name });
  const sending: Sending = {
    ...ports,
    log,
    media,
    channelOf: () => ports.channel,
    // An economy, which would hide what the look is for.
    heldSources: async () => [],
    sendsHere: () => true,
    countCost: async () => undefined,
    links: dress(createLinkDresser(desk.office, tally)),
    reportFault: async () => undefined,
    leadMs: 60,
  };
  const deliver = createDeliver(sending);
  const { deliveries } = ports;
  const run = createRunJob({ handleAddress, deliver, pump: createPump(sending, deliver, alone), deliveries, log });
  const lookAtDocuments = createLookAtDocuments(desk.office);
  const sweep = createSweep({
    ...sweepPorts,
    media,
    log,
    chores: { lookAtDue: () => lookAtDocuments(machine.clock.now()) },
  });

  const sweepOn = (): void => {
    if (sweepEveryMs === null) return;
    machine.clock.after(sweepEveryMs, () => void (takesSweep() ? sweep(patience).then(sweepOn) : sweepOn()));
  };
  void sweep(alone ? startPatience : patience).then(sweepOn);
  return {
    machine,
    run,
    hear: createHearReports(sending),
    hearGroups: createHearGroups(desk.office),
    follow: (code) => followLink(desk.office, tally, code, true),
    receive: createReceiveMessage({ ...ports, fingerprint: (_, platformId) => platformId }),
  };
}
