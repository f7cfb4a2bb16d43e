import type { FlowSet } from '../flow.ts';
import { closeWalk } from '../open-walk.ts';
import type { Session } from '../session.ts';
import { walkTurn } from '../take-turn.ts';
import type { Deed, Facts, Input, Out } from '../turn.ts';
import type { World } from './suppose.ts';

/** What the service said and did after one input, its deeds and their results included. */
export interface Reply {
  readonly out: readonly Out[];
  readonly deeds: readonly Deed[];
  /** The result of the conversation that came to an end. */
  readonly ended: string | null;
}

/** One person talking with the flows in a supposed world. The session goes through JSON between every two turns. */
export interface Talk {
  /** The session as it is stored. */
  stored(): string | null;
  session(): Session | null;
  take(input: Input): Reply;
}

/** Rounds of looks in one turn before the talk gives up: a turn asks for a handful. */
const MOST_ROUNDS = 50;

/** Begins to talk; `stored` goes on from a session of before. */
export function createTalk(flows: FlowSet, world: World, stored: string | null = null): Talk {
  let kept = stored;
  let turns = 0;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `kept` is written by `turn` below
  const session = (): Session | null => (kept === null ? null : (JSON.parse(kept) as Session));

  const turn = (input: Input): ReturnType<typeof walkTurn> => {
    turns += 1;
    const facts = world.facts(turns);
    let found: Facts['found'] = {};
    for (let round = 0; ; round += 1) {
      const walk = walkTurn(flows, session(), input, { ...facts, found });
      if (walk.needs.length === 0 || round === MOST_ROUNDS) {
        const next = closeWalk(walk);
        kept = next === null ? null : JSON.stringify(next);
        return walk;
      }
      found = { ...found, ...Object.fromEntries(walk.needs.map((need) => [need.key, world.answer(need)])) };
    }
  };

  return {
    stored: () => kept,
    session,
    take(input) {
      const out: Out[] = [];
      const deeds: Deed[] = [];
      let ended: string | null = null;
      for (let next: Input | null = input; next !== null;) {
        const walk = turn(next);
        out.push(...walk.out.map((spoken) => spoken.out));
        ended = walk.ended ?? ended;
        const { deed } = walk;
        if (deed === null) break;
        deeds.push(deed);
        next = { type: 'result', id: deed.id, ...world.do(deed) };
      }
      return { out, deeds, ended };
    },
  };
}
