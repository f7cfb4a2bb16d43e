import { readCallId } from '../../src/domain/call-id.ts';
import type { CapRules } from '../../src/domain/caps.ts';
import type { Channel, SendResult } from '../../src/domain/channel.ts';
import type { Machine } from './machine.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One call that really began, and what really became of it. */
export interface Call {
  readonly delivery: string;
  /** Its index and its words. */
  readonly index: number;
  readonly part: string;
  readonly chat: string;
  readonly machine: Machine;
  readonly at: number;
  readonly fate: Fate;
  /** When the platform had answered, or the caller's time was over. */
  endedAt: number;
  taken: boolean;
}

/** How often a call meets what, while there is trouble. */
export interface Temper {
  readonly timeoutTaken: number;
  readonly timeoutLost: number;
  /** A 5xx, taken or not. */
  readonly broken: number;
  readonly refused: number;
  readonly tooFast: number;
  /** "Chat not found" and its kin: perhaps a mistake. */
  readonly strike: number;
}

export const calm: Temper = { timeoutTaken: 0, timeoutLost: 0, broken: 0, refused: 0, tooFast: 0, strike: 0 };

const fates = ['timeoutTaken', 'timeoutLost', 'broken', 'refused', 'tooFast', 'strike'] as const;
type Fate = keyof Temper | 'taken' | 'blocked' | 'moved';

function fateOf(chance: number, temper: Temper): keyof Temper | 'taken' {
  let left = chance;
  for (const fate of fates) {
    left -= temper[fate];
    if (left < 0) return fate;
  }
  return 'taken';
}

/** The platform: it takes messages, sometimes without saying so, and writes down the truth. */
export interface Platform {
  readonly calls: readonly Call[];
  readonly channel: (machine: Machine) => Channel;
  /** The person lets nothing through any more, or again. */
  readonly block: (chat: string, blocked: boolean) => void;
  /** The chat has another id from now on. */
  readonly move: (chat: string) => void;
}

export const account = 'sim';
export const rates = { perSecond: 20, bulkPerSecond: 12 };
const timeoutMs = 8000;

/** How long nothing else goes to a group after a message. */
export const perGroupMs = 3000;

/** How long the window of the caps is. */
export const capMs = 30_000;

/** What a platform asks for when it has had enough: a moment, or a storm's worth. */
const shortWaitMs = 2000;
const longWaitMs = 20_000;

function capsOf(most: number): CapRules {
  const caps = [{ of: 'everyone', forMs: capMs, most }] as const;
  return { counted: 'pushes', stages: [{ fromDay: 0, gapMs: [200, 2000], caps }] };
}

/** How the platform is tempered just now, what its caps are, and who hears of each message that it took. */
export interface Tempered {
  readonly temper: () => Temper;
  readonly mostPushes: number;
  readonly onTaken: (call: Call, platformId: string) => void;
}

export function createPlatform(world: World, { temper, mostPushes, onTaken }: Tempered): Platform {
  const { random } = world;
  const calls: Call[] = [];
  const blocked = new Set<string>();
  const movedTo = new Map<string, string>();

  const judge = (chat: string): Fate => {
    const fate = fateOf(random.next(), temper());
    if (fate.startsWith('timeout') || fate === 'broken') return fate;
    if (movedTo.has(chat)) return 'moved';
    return blocked.has(chat) ? 'blocked' : fate;
  };

  const send = (machine: Machine, chat: string, part: string, callId: string): Promise<SendResult> => {
    const { id, part: index } = readCallId(callId);
    const fate = judge(chat);
    const call: Call = {
      delivery: id,
      index,
      part,
      chat,
      machine,
      fate,
      at: world.now(),
      endedAt: Infinity,
      taken: false,
    };
    calls.push(call);
    world.trace?.note(call.at, machine.name, `calls for ${id} part ${index}: ${fate}`);
    const platformId = `${id}.${calls.length}`;
    const answer = answerTo(random, fate, movedTo.get(chat) ?? chat, platformId);
    const wayMs = random.between(5, 120);
    const answerMs = fate.startsWith('timeout') ? timeoutMs : wayMs + random.between(1, 60);
    call.endedAt = call.at + answerMs;
    if (fate === 'taken' || fate === 'timeoutTaken' || (fate === 'broken' && random.chance(0.5))) {
      world.after(wayMs, () => {
        call.taken = true;
        onTaken(call, platformId);
      });
    }
    return new Promise((resolve) => machine.tell(answerMs, () => resolve(answer)));
  };

  return {
    calls,
    block: (chat, isBlocked) => void (isBlocked ? blocked.add(chat) : blocked.delete(chat)),
    move: (chat) => void movedTo.set(chat, `${chat}'`),
    channel: (machine) => ({
      account,
      kind: 'simulator',
      buttons: false,
      exclusive: false,
      sendsWhereHeld: false,
      ...(mostPushes < Infinity && { caps: capsOf(mostPushes) }),
      limits: { ...rates, perChatMs: 0, perGroupMs, textLength: 20, labelLength: 20, choices: 5, timeoutMs },
      parts: (out) => {
        if (out.text === poisonText) throw new Error('poison');
        return out.text.split('|').map((text) => ({ ...out, text }));
      },
      send: (chat, part, callId) => send(machine, chat, part.text, callId),
      start: async () => undefined,
      stop: async () => undefined,
      trouble: () => null,
    }),
  };
}

/** Words that make the channel itself throw, which it must not: one such row shall cost nobody else anything. */
export const poisonText = 'poison';

function answerTo(random: Random, fate: Fate, movedTo: string, platformId: string): SendResult {
  switch (fate) {
    case 'timeoutTaken':
    case 'timeoutLost':
      return { type: 'uncertain', code: 'timeout' };
    case 'broken':
      return { type: 'uncertain', code: '500' };
    case 'refused':
      return { type: 'retry', afterMs: 500, scope: 'chat', code: 'refused' };
    case 'tooFast':
      return { type: 'retry', afterMs: random.pick([shortWaitMs, longWaitMs]), scope: 'account', code: '429' };
    case 'strike':
      return { type: 'strike', code: 'not_found' };
    case 'blocked':
      return { type: 'failed', blame: 'address', code: 'blocked' };
    case 'moved':
      return { type: 'moved', to: movedTo };
    case 'taken':
      break;
  }
  return { type: 'sent', platformId };
}
