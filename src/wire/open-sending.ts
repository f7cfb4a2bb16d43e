import { randomUUID } from 'node:crypto';

import { createCountCost } from '../app/announcing/count-cost.ts';
import { createLinkDresser } from '../app/counted-links/dress-links.ts';
import { createTally } from '../app/counted-links/tally.ts';
import { createDeliver } from '../app/deliver.ts';
import type { Office } from '../app/office.ts';
import { createCountCalls } from '../app/sending/count-calls.ts';
import { createHearReports } from '../app/sending/hear-reports.ts';
import {
  createHeldSources,
  createLookBeforeSend,
  createNewsSources,
  createReportFault,
} from '../app/sending/look-before-send.ts';
import { createPump } from '../app/sending/pump-lane.ts';
import { createRation } from '../app/sending/ration.ts';
import type { Sending } from '../app/sending/sending.ts';
import { createWatchSending } from '../app/sending/watch-sending.ts';
import type { Channel } from '../domain/channel.ts';

/** Sending, the look that each push takes before it goes, what platforms tell of it afterwards, and whether it goes on. */
export function openSending(
  parts: Omit<
    Sending,
    'channelOf' | 'mayGo' | 'heldSources' | 'newsSources' | 'countCost' | 'links' | 'ration' | 'reportFault'
  > & {
    readonly alone: boolean;
  },
  channels: readonly Channel[],
  office: Office,
) {
  const tally = createTally({ ...office, log: parts.log, owner: randomUUID() });
  const { watch, calls } = createCountCalls();
  const counted = channels.map(watch);
  const sending: Sending = {
    ...parts,
    channelOf: (account) => counted.find((channel) => channel.account === account) ?? null,
    mayGo: createLookBeforeSend(office),
    heldSources: createHeldSources(office),
    newsSources: createNewsSources(office),
    countCost: createCountCost(office),
    links: createLinkDresser(office, tally),
    ration: createRation({ ledgers: office.capLedgers, clock: parts.clock, chance: Math.random }),
    reportFault: createReportFault(office),
  };
  const deliver = createDeliver(sending);
  return {
    tally,
    links: sending.links,
    deliver,
    pump: createPump(sending, deliver, parts.alone),
    hear: createHearReports(sending),
    motion: { calls, ration: sending.ration, sendingSilentMs: createWatchSending({ ...sending, channels }) },
  };
}
