import type { Call } from '../../domain/operation.ts';
import type { Address } from '../../domain/ports/addresses.ts';
import type { Found, Input, Need, Turn } from '../../engine/turn.ts';
import type { Handling, Person } from './handling.ts';

/** A flow looks at a few things a turn; more rounds than this is a fault of the engine, not of the person. */
const roundLimit = 40;

/**
 * One turn on the stored session: whatever it must look at is read and the turn taken again, nothing committed. Throws the trouble
 * of a person who cannot be read.
 */
export async function runTurn(
  use: Handling,
  held: Address,
  person: Person,
  input: Input,
  now: number,
): Promise<Extract<Turn, { type: 'turn' }>> {
  if (person.trouble !== undefined) throw person.trouble;
  const turnId = `${held.id}.${held.turn}`;
  let found: Readonly<Record<string, Found>> = {};
  for (let round = 0; round < roundLimit; round++) {
    const turn = await use.takeTurn(held.session, input, { ...person.facts, turnId, now, found });
    if (turn.type === 'turn') return turn;
    const answers = turn.needs.map(async (need) => [need.key, await answer(use, held, person, need, now)] as const);
    found = { ...found, ...Object.fromEntries(await Promise.all(answers)) };
  }
  throw new Error('a turn that never ends');
}

async function answer(use: Handling, held: Address, person: Person, need: Need, now: number): Promise<Found> {
  if (need.type === 'media') return use.keepMedia(held, need);
  const call = toCall(held, person, { id: `${held.id}.${held.turn}.${need.key}`, args: need.args, now });
  if (need.type === 'look') return { type: 'result', ...(await named(use.operations.looks, need.name)(call)) };
  return { type: 'rows', rows: await named(use.operations.sources, need.name)(call) };
}

/** What an operation is told about whom it works for. */
export function toCall(held: Address, person: Person, call: Pick<Call, 'id' | 'args' | 'now'>): Call {
  const { language } = person.facts;
  const spoken = language === undefined ? {} : { language };
  return {
    ...call,
    ...spoken,
    contact: held.contact,
    address: held.id,
    account: held.account,
    officer: person.officer,
  };
}

/** The operation of that name; the checker has held every flow against the catalogue, so a missing one is a bug. */
export function named<Operation>(operations: Readonly<Record<string, Operation>>, name: string): Operation {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return operation;
}
