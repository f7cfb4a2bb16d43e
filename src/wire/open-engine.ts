import { randomUUID } from 'node:crypto';

import type { FlowsInUse } from '../app/flows/flows-in-use.ts';
import { givesUp } from '../app/handling/give-up.ts';
import { createWords } from '../app/handling/words.ts';
import type { Office } from '../app/office.ts';
import { loadRegions } from '../app/opening/read-regions.ts';
import { createReadPerson } from '../app/read-person.ts';
import { createLookByDay } from '../app/reminding/look-by-day.ts';
import { createSpokenOperations } from '../app/spoken-operations.ts';
import type { SetAside } from '../domain/set-aside.ts';
import type { Sentences } from '../engine/flow.ts';
import type { Session } from '../engine/session.ts';
import { takeTurn } from '../engine/take-turn.ts';
import type { TurnRound } from '../engine/transcript/record-talk.ts';
import type { Facts, Input } from '../engine/turn.ts';
import { readRegionTable } from './read-region-table.ts';

interface Speaking {
  readonly sentences: Sentences;
  readonly watchTurn?: (round: TurnRound) => void;
}

/** The engine with its flows, and what it may look at. */
export async function openEngine(
  office: Office,
  flows: Pick<FlowsInUse, 'forTurn'>,
  { sentences, watchTurn }: Speaking,
) {
  const { tenant } = office;
  const operations = createSpokenOperations(office);
  const regions = await loadRegions(readRegionTable, tenant.region);
  return {
    operations: { ...operations, sources: { ...operations.sources, ...regions } },
    takeTurn: async (session: Session | null, input: Input, facts: Facts) => {
      const turn = takeTurn(await flows.forTurn(session), session, input, facts);
      watchTurn?.({ input, facts, turn });
      return turn;
    },
    nextLook: createLookByDay(tenant.zone),
    readPerson: createReadPerson(office),
    givesUp,
    setAside: (one: SetAside) => office.setAside.create(one.id, one),
    stopPushes: office.forbid.stopPushes,
    words: createWords(office, sentences),
    newOwner: () => randomUUID(),
  };
}
