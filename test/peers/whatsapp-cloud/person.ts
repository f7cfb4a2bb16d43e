import type { PeerClock } from '../telegram/clock.ts';
import type { Seen } from './show-message.ts';

/** A person with a phone, known by the number (digits) or, when it is hidden, by a business-scoped id (`ID.1349120`). */
export interface Person {
  /** Resolves to the id of the message; each of these is brought to the service at once. */
  says(text: string): string;
  taps(label: string): string;
  /** Anything else that a message can hold. */
  sends(content: Readonly<Record<string, unknown>>): string;
  /** Several messages in one delivery. */
  saysAll(texts: readonly string[]): void;
  /** Everything that the service wrote, oldest first. */
  sees(): readonly Seen[];
}

interface Surroundings {
  readonly chat: { readonly seen: Seen[]; heardAt: number };
  readonly push: (value: object) => void;
  readonly clock: PeerClock;
  readonly newId: () => string;
}

const toText = (body: string) => ({ type: 'text', text: { body } });

export function createPerson(id: string, { chat, push, clock, newId }: Surroundings): Person {
  const isNumber = /^\d+$/u.test(id);
  const contacts = [{ profile: { name: 'Warga' }, ...(isNumber ? { wa_id: id } : { user_id: id }) }];
  const write = (content: object) => {
    chat.heardAt = clock.now();
    const from = isNumber ? { from: id, from_user_id: `ID.9${id}` } : { from_user_id: id };
    return { ...from, id: newId(), timestamp: String(Math.floor(clock.now() / 1000)), ...content };
  };
  const sends = (content: object): string => {
    const message = write(content);
    push({ contacts, messages: [message] });
    return message.id;
  };
  return {
    sends,
    says: (text) => sends(toText(text)),
    saysAll: (texts) => push({ contacts, messages: texts.map((text) => write(toText(text))) }),
    taps: (label) => {
      const choice = chat.seen.flatMap(({ choices }) => choices).findLast((one) => one.label === label);
      if (choice === undefined) throw new Error(`no choice "${label}" in the chat`);
      const { kind } = choice;
      const reply = { id: choice.id, title: label.slice(0, 24) };
      return sends({ type: 'interactive', interactive: { type: kind, [kind]: reply } });
    },
    sees: () => chat.seen,
  };
}
