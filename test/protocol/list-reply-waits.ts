import type { Scene } from './scene.ts';

/** How long each reply waited for its first call. */
export function listReplyWaits({ platform, truth }: Scene): readonly number[] {
  const first = new Map<string, number>();
  for (const { delivery, at } of platform.calls) if (!first.has(delivery)) first.set(delivery, at);
  const replies = [...truth.added.values()].filter((row) => row.class === 'reply');
  return replies.flatMap(({ id, due }) => (first.get(id) ?? due) - due);
}
