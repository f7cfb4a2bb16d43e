import { readCallId } from '../../src/domain/call-id.ts';
import type { CapRules } from '../../src/domain/caps.ts';
import type { Channel, SendResult } from '../../src/domain/channel.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/** One call that really began, and what really became of it. */
export interface Call {
  readonly delivery: string;
  readonly part: string;
  readonly chat: string;
  readonly machine: Machine;
  readonly at: number;
  /** When the platform had answered, or the caller's time was over. */
  endedAt: number;
  taken: boolean;
}

export interface Temper {
  readonly timeoutTaken: number;
  readonly timeoutLost: number;
  readonly refused: number;
  readonly tooFast: number;
}

export const calm: Temper = { timeoutTaken: 0, timeoutLost: 0, refused: 0, tooFast: 0 };

type Fate = keyof Temper | 'taken';

const answers: Readonly<Partial<Record<Fate, SendResult>>> = {
  timeoutTaken: { type: 'uncertain', code: 'timeout' },
  timeoutLost: { type: 'uncertain', code: 'timeout' },
  refused: { type: 'retry', afterMs: 500, scope: 'chat', code: 'refused' },
  tooFast: { type: 'retry', afterMs: 2000, scope: 'account', code: '429' },
};

function fateOf(chance: number, temper: Temper): Fate {
  let left = chance;
  for (const fate of ['timeoutTaken', 'timeoutLost', 'refused', 'tooFast'] as const) {
    left -= temper[fate];
    if (left < 0) return fate;
  }
  return 'taken';
}

/** The platform: it takes messages, sometimes without saying so, and writes down the truth. */
export interface Platform {
  readonly calls: readonly Call[];
  readonly channel: (machine: Machine) => Channel;
}

export const account = 'sim';
export const rates = { perSecond: 20, bulkPerSecond: 12 };
const timeoutMs = 8000;

/** How long the window of the caps is. */
export const capMs = 30_000;

function capsOf(most: number): CapRules {
  const caps = [{ of: 'everyone', forMs: capMs, most }] as const;
  return { counted: 'pushes', stages: [{ fromDay: 0, gapMs: [200, 2000], caps }] };
}

export function createPlatform(world: World, temper: () => Temper, mostPushes: number): Platform {
  const { random } = world;
  const calls: Call[] = [];

  const send = (machine: Machine, chat: string, part: string, delivery: string): Promise<SendResult> => {
    const call: Call = { delivery, part, chat, machine, at: world.now(), endedAt: Infinity, taken: false };
    calls.push(call);
    const fate = fateOf(random.next(), temper());
    const wayMs = random.between(5, 120);
    const answer = answers[fate] ?? { type: 'sent', platformId: `${delivery}.${calls.length}` };
    const answerMs = answer.type === 'uncertain' ? timeoutMs : wayMs + random.between(1, 60);
    call.endedAt = call.at + answerMs;
    if (fate === 'taken' || fate === 'timeoutTaken') {
      world.after(wayMs, () => {
        call.taken = true;
      });
    }
    return new Promise((resolve) => machine.tell(answerMs, () => resolve(answer)));
  };

  return {
    calls,
    channel: (machine) => ({
      account,
      kind: 'simulator',
      buttons: false,
      exclusive: false,
      sendsWhereHeld: false,
      ...(mostPushes < Infinity && { caps: capsOf(mostPushes) }),
      limits: { ...rates, perChatMs: 0, textLength: 20, labelLength: 20, choices: 5, timeoutMs },
      parts: (out) => out.text.split('|').map((text) => ({ ...out, text })),
      send: (chat, part, callId) => send(machine, chat, part.text, readCallId(callId).id),
      start: async () => undefined,
      stop: async () => undefined,
      trouble: () => null,
    }),
  };
}
