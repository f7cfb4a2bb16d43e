import type { Chat, Said } from './chat-program.ts';
import { registration } from './resident.ts';

/** Answers everything, by text or by the id of the choice with that label; the messages of the last turn. */
export async function register(chat: Chat, as: string): Promise<readonly Said[]> {
  let heard: readonly Said[] = [];
  for (const act of registration) {
    const choice = 'tap' in act ? choiceIn(heard, act.tap) : null;
    heard = await chat.hear(choice === null ? { as, ...act } : { as, tap: choice });
  }
  return heard;
}

/** The id of the choice whose label begins so, among those that were heard. */
export function choiceIn(heard: readonly Said[], label: string): string {
  const found = heard.flatMap(({ choices = [] }) => choices).find((choice) => choice.label.startsWith(label));
  if (found === undefined) throw new Error(`no choice "${label}" after ${heard.at(-1)?.text ?? 'nothing'}`);
  return found.id;
}
