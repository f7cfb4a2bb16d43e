import { attachmentKeys } from '../../steps/attachments.ts';
import { BUBBLE, BUBBLE_WITH_QUESTION } from '../../walk.ts';
import { isDoorway } from '../doors.ts';
import type { RawStep } from '../raw-step.ts';
import { textAt } from '../raw-step.ts';
import type { Subject } from '../subject.ts';
import { longestMessage } from './longest-text.ts';
import type { State, Walked } from './walked.ts';

/** Messages so far, and the length of the last one while more may be joined to it. */
interface Said {
  readonly messages: number;
  readonly open: number | null;
}

const NOTHING: Said = { messages: 0, open: null };

/**
 * The messages of the longest way through a flow on which every answer is understood and nothing is gone back to.
 * `called` tells it of the flows that are run.
 */
export function countMessages(subject: Subject, { states }: Walked, called: (flow: string) => number): number {
  const order = new Map(subject.every.map((step, at) => [step, at]));
  const placeOf = (state: State): number => order.get(state.step) ?? 0;
  const longest = new Map<RawStep, number>();
  const lengthOf = (step: RawStep): number => {
    const length = longest.get(step) ?? longestMessage(subject, step);
    longest.set(step, length);
    return length;
  };
  const talk: Talk = { subject, called, lengthOf };
  const before = new Map<State, Said>();
  let most = 0;
  for (const state of states.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const here = before.get(state) ?? NOTHING;
    for (const { way, to } of state.exits) {
      const after = way.why === 'condition_no' ? here : add(talk, here, state.step);
      if (to === null) most = Math.max(most, after.messages);
      else if (placeOf(to) > placeOf(state)) before.set(to, longer(before.get(to), after));
    }
  }
  return most;
}

function longer(a: Said | undefined, b: Said): Said {
  if (a === undefined || a.messages !== b.messages) return a === undefined || b.messages > a.messages ? b : a;
  return (a.open ?? BUBBLE) >= (b.open ?? BUBBLE) ? a : b;
}

/** What is asked of the flow for every state; `lengthOf` is worked out once a step. */
interface Talk {
  readonly subject: Subject;
  readonly called: (flow: string) => number;
  readonly lengthOf: (step: RawStep) => number;
}

function add({ subject, called, lengthOf }: Talk, said: Said, step: RawStep): Said {
  const { word, block } = step;
  switch (word ?? '') {
    case 'kirim': {
      const isAlone = ALONE.some((key) => block[key] !== undefined);
      return tell(said, lengthOf(step), isAlone);
    }
    case 'tanya':
    case 'pastikan':
      return ask(said, lengthOf(step));
    case 'serahkan':
      return { messages: said.messages + 1, open: null };
    case 'jalankan':
    case 'prasyarat': {
      const inside = isDoorway(subject, step) ? 0 : called(textAt(block, word ?? '') ?? '');
      return inside === 0 ? said : { messages: said.messages + inside, open: null };
    }
    case 'lakukan':
      return { ...said, open: null };
    default:
      return said;
  }
}

/** Keys that make a message of its own. */
const ALONE = ['terpisah', ...Object.keys(attachmentKeys)];

function tell({ messages, open }: Said, length: number, isAlone: boolean): Said {
  if (isAlone) return { messages: messages + 1, open: null };
  const joined = open === null ? BUBBLE + 1 : open + length + 2;
  return joined <= BUBBLE ? { messages, open: joined } : { messages: messages + 1, open: length };
}

function ask({ messages, open }: Said, length: number): Said {
  const isJoined = open !== null && open + length + 2 <= BUBBLE_WITH_QUESTION;
  return { messages: isJoined ? messages : messages + 1, open: null };
}
