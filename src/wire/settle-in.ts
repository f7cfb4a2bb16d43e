import type { Background } from '../app/background.ts';
import { createPushedFlows } from '../app/events/pushed-flows.ts';
import { openOffice } from '../app/office.ts';
import type { Office } from '../app/office.ts';
import { readTenant } from '../app/opening/import-regency.ts';
import { readRegionRows } from '../app/opening/read-regions.ts';
import { seedDemo } from '../app/opening/seed-demo.ts';
import { addressOf } from '../app/receive-message.ts';
import { createLookAtDocuments } from '../app/reminding/look-at-documents.ts';
import { createVoices } from '../app/voices.ts';
import type { Simulator } from '../channels/simulator/client.ts';
import type { Config } from '../config/config.ts';
import type { Channel } from '../domain/channel.ts';
import { demoTenant } from '../domain/demo.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Sentences } from '../engine/flow.ts';
import { createSay } from '../engine/say.ts';
import type { Tongue } from '../engine/tongue/tongue.ts';
import type { Flows } from './open-flows.ts';
import type { Pair } from './pair.ts';
import { readRegionTable } from './read-region-table.ts';

/** What the office speaks with, and whom it reaches. */
export interface Settling {
  readonly config: Config;
  readonly sentences: Sentences;
  readonly tongues: readonly Tongue[];
  readonly flows: Flows;
  readonly channels: readonly Channel[];
  readonly background: Background;
  /** Whose demo regency it begins with, unless an office imported its own; null: with none. */
  readonly demo: Pick<Simulator, 'account'> | null;
}

/** The office of the regency that the store names, and the look at what is due, which it asks for itself when it can be sooner. */
export async function settleIn(
  { store, queue, clock }: Pick<Pair, 'store' | 'queue' | 'clock'>,
  { config, sentences, tongues, flows, channels, background, demo }: Settling,
): Promise<{ readonly office: Office; readonly known: Tenant | null; readonly lookAtDue: () => Promise<void> }> {
  const known = await readTenant(store);
  const office = openOffice(store, {
    tenant: known ?? demoTenant,
    say: createSay(sentences),
    voices: createVoices(flows.live(), tongues),
    pushed: createPushedFlows(() => flows.live().current),
    queue,
    clock,
    channels,
    publicUrl: config.PUBLIC_URL ?? null,
    regions: () => readRegionRows(readRegionTable, (known ?? demoTenant).region),
    nudge: () => background.run(lookAtDue),
  });
  const lookAtDocuments = createLookAtDocuments(office);
  const lookAtDue = (): Promise<void> => lookAtDocuments(clock.now());
  if (demo !== null && known === null) {
    await seedDemo(office, demo.account, (person) => addressOf(store.fingerprint, demo.account, person), clock.now());
  }
  return { office, known, lookAtDue };
}
