import { plain } from '../language/normal.ts';

/** What people call by one name, over however many kinds of channel it is reached. */
export const messengers = ['telegram', 'whatsapp'] as const;
export type Messenger = (typeof messengers)[number];

/** What an announcement says. It is chosen for each message when its row is written, together with the address it goes to. */
export interface Wording {
  /** As the author typed it; `[nama]` becomes each person's name. */
  readonly text: string;
  /** Said on these messengers instead; absent: everybody gets the same. */
  readonly ownTexts?: OwnTexts;
}

export type OwnTexts = Readonly<Partial<Record<Messenger, string>>>;

/** The messenger behind a kind of channel; null: one that nobody writes a text for. */
export function messengerOf(kind: string): Messenger | null {
  return messengers.find((one) => kind === one || kind.startsWith(`${one}-`)) ?? null;
}

/** The text that a kind of channel has of its own, if any. */
export function ownTextOn({ ownTexts }: Wording, kind: string): string | undefined {
  const messenger = messengerOf(kind);
  return messenger === null ? undefined : ownTexts?.[messenger];
}

/** What people on a kind of channel are told; null: those on one without a text of its own. */
export function textOn(wording: Wording, kind: string | null): string {
  return (kind === null ? undefined : ownTextOn(wording, kind)) ?? wording.text;
}

/** The messengers that have a text of their own. */
export function ownMessengers({ ownTexts }: Wording): readonly Messenger[] {
  return messengers.filter((messenger) => ownTexts?.[messenger] !== undefined);
}

/** Every text that somebody may get. */
export function allTexts({ text, ownTexts = {} }: Wording): readonly string[] {
  return [text, ...Object.values(ownTexts)];
}

/** Whether somebody may get the same text of both. */
export function sharesText(one: Wording, other: Wording): boolean {
  const texts = allTexts(other);
  return allTexts(one).some((text) => texts.includes(text));
}

/** The words alone, without signs and capitals: what is the same in this form says the same. */
export function plainWording({ text, ownTexts = {} }: Wording): Wording {
  const own = Object.entries(ownTexts).map(([messenger, said]) => [messenger, plain(said)] as const);
  return { text: plain(text), ownTexts: Object.fromEntries(own) };
}
