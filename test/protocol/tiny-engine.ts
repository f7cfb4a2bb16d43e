import type { Session } from '../../src/engine/session.ts';
import type { Facts, Input, Out, Turn } from '../../src/engine/turn.ts';
import type { Fields } from '../../src/engine/value.ts';

/** What the tiny engine keeps in place of a session. */
interface Tiny {
  readonly lookAt: number | null;
}

/** Thrown by an input that no flow can handle. */
class Poison extends Error {
  override readonly name = 'Poison';
}

/**
 * An engine small enough to hold in the head, for the protocol alone: a word is a deed, a look, a time, a poison, or is
 * simply answered. `kill` ends the process in the middle of the turn.
 */
export function createTinyEngine(kill: () => void) {
  return (session: Session | null, input: Input, facts: Facts): Turn => {
    if (input.type === 'text') return onText(session, input.text, facts, kill);
    if (input.type === 'result') return say(null, facts, [`${input.id} ${input.result}`]);
    return say(input.type === 'clock' ? null : session, facts, [input.type]);
  };
}

/** When the session wants to be looked at. */
export function tinyLook(session: Session): number | null {
  return fromSession(session).lookAt;
}

function onText(session: Session | null, text: string, facts: Facts, kill: () => void): Turn {
  switch (text) {
    case 'kill':
      kill();
      throw new Poison('kill');
    case 'throw':
      throw new Poison('throw');
    case 'later':
      return say({ lookAt: facts.now + 15_000 }, facts, ['later']);
    case 'long':
      return say(session, facts, ['one|two', 'three']);
    case 'mute':
      return deed(facts, 'mute', { pesan: [] });
    case 'unmute':
      return deed(facts, 'mute', { pesan: ['pengingat', 'kabar', 'kiat'] });
    case 'stop':
    case 'start':
    case 'hopeless':
      return deed(facts, text, {});
    case 'take':
    case 'leave': {
      const seat = facts.found['seat'];
      if (seat === undefined) return { type: 'need', needs: [{ key: 'seat', type: 'look', name: 'seat', args: {} }] };
      return deed(facts, text, seat.type === 'result' ? seat.values : {});
    }
    default:
      return say(session, facts, [text]);
  }
}

function deed(facts: Facts, name: string, args: Fields): Turn {
  return { type: 'turn', session: null, out: [], deed: { id: `${facts.turnId}.1`, name, args } };
}

function say(session: Session | Tiny | null, facts: Facts, texts: readonly string[]): Turn {
  const out = texts.map<Out>((text, index) => ({
    text: text
      .split('|')
      .map((part) => `${facts.turnId}.${index}:${part}`)
      .join('|'),
  }));
  return { type: 'turn', session: session as Session | null, out, deed: null };
}

function fromSession(session: Session): Tiny {
  return session as unknown as Tiny;
}
