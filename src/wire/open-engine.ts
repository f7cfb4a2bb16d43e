import { randomUUID } from 'node:crypto';

import { createOperations } from '../app/create-operations.ts';
import { givesUp } from '../app/handling/give-up.ts';
import { createWords } from '../app/handling/words.ts';
import type { Office } from '../app/office.ts';
import { createReadPerson } from '../app/read-person.ts';
import { loadRegions } from '../app/read-regions.ts';
import { createRemindDraft } from '../app/remind-draft.ts';
import type { FlowSet, Sentences } from '../engine/flow.ts';
import type { Session } from '../engine/session.ts';
import { nextLook } from '../engine/session.ts';
import { takeTurn } from '../engine/take-turn.ts';
import { titleOf } from '../engine/title-of.ts';
import type { Facts, Input } from '../engine/turn.ts';
import { readRegionTable } from './read-region-table.ts';

/** The engine with its flows, and what it may look at. */
export async function openEngine(office: Office, flows: FlowSet, sentences: Sentences) {
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
