import type { Peer } from '../peers/telegram/peer.ts';
import type { Random } from '../protocol/random.ts';
import { isFarewell, placeIn, replyTo } from './answers.ts';
import type { Reply, Wish } from './answers.ts';

/** A message of the bot with its inline buttons. */
interface Heard {
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
}

/** A person who answers what the bot really asked, once, in their own time. */
export interface Resident {
  readonly id: number;
  readonly wish: Wish;
  /** Every message that reached them, in order. */
  readonly heard: readonly string[];
  /** Messages and taps that they made; a repetition by the network is none. */
  readonly acts: () => number;
  readonly repetitions: () => number;
  readonly place: () => 'seat' | 'wait' | null;
  readonly finished: () => boolean;
  /** How long they have waited for the next question. */
  readonly waitingMs: () => number;
  /** The longest that they waited for one so far. */
  readonly longestMs: () => number;
  /** Whoever waits for ever greets once more: what was in doubt twice is never sent again. */
  greets(): void;
  readonly greetings: () => number;
  hears(message: Heard): void;
}

export interface Temper {
  readonly random: Random;
  /** The longest that they think about an answer; now and then something comes between, and they take `busyMs`. */
  readonly thinkMs: number;
  readonly busyMs: number;
  /** How often the network brings what they did twice. */
  readonly repeats: number;
}

const oftenBusy = 0.02;

/** Opens the bot by its link after a while, and then only answers. */
export function createResident(
  peer: Peer,
  id: number,
  wish: Wish,
  { random, thinkMs, busyMs, repeats }: Temper,
): Resident {
  const phone = peer.person(id);
  const heard: string[] = [];
  let [acts, repetitions, greetings, longestMs] = [0, 0, 0, 0];
  let spokeAt: number | null = null;
  let place: 'seat' | 'wait' | null = null;

  const waitingMs = (): number => (spokeAt === null ? 0 : performance.now() - spokeAt);
  const later = (act: () => void): void => {
    const pauseMs = random.between(0, thinkMs);
    setTimeout(act, random.chance(oftenBusy) ? busyMs : pauseMs);
  };
  const repeat = (update: Readonly<Record<string, unknown>>): void => {
    if (!random.chance(repeats)) return;
    repetitions += 1;
    peer.push(update);
  };
  const begin = (): void => {
    acts += 1;
    spokeAt = performance.now();
  };
  const act = (reply: Reply, message: Heard): void => {
    begin();
    if ('says' in reply) return repeat({ message: phone.says(reply.says) });
    const button = findButton(reply.taps, message);
    const tap = phone.taps(button.text);
    const under = { message_id: 1, date: 0, chat: { id, type: 'private' } };
    const from = { id, is_bot: false, first_name: 'Warga' };
    const data = button.callback_data;
    repeat({ callback_query: { id: tap, from, message: under, chat_instance: String(id), data } });
  };
  const hears = (message: Heard): void => {
    const known = heard.includes(message.text);
    heard.push(message.text);
    place ??= placeIn(message.text);
    const reply = known ? null : replyTo(message.text, wish);
    if (reply !== null || isFarewell(message.text)) {
      longestMs = Math.max(longestMs, waitingMs());
      spokeAt = null;
    }
    if (reply !== null) later(() => act(reply, message));
  };

  later(() => {
    begin();
    phone.starts('daftar');
  });
  return {
    id,
    wish,
    heard,
    acts: () => acts,
    repetitions: () => repetitions,
    place: () => place,
    finished: () => heard.some(isFarewell),
    waitingMs,
    longestMs: () => longestMs,
    greets: () => {
      begin();
      greetings += 1;
      phone.says('halo');
    },
    greetings: () => greetings,
    hears,
  };
}

/** The button with this label, or with the number of the line that begins so: long labels stand in the text. */
function findButton(label: string, { text, buttons }: Heard): Heard['buttons'][number] {
  const line = text.split('\n').find((one) => one.replace(/^\d+\. /u, '').startsWith(label));
  const number = /^\d+/u.exec(line ?? '')?.[0];
  const button = buttons.find((one) => one.text === label || one.text === number);
  if (button === undefined) throw new Error(`no button "${label}" under the question`);
  return button;
}
