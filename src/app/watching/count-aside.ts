import type { Documents } from '../../domain/ports/documents.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { SetAside } from '../../domain/set-aside.ts';

/** Beyond this the number itself no longer matters. */
const countedAtMost = 100;

/** Each is let go of some day: by that day they are counted, and none is opened. The last one that there is (ECMA-262). */
const endOfTime = 8.64e15;

/** How many messages, and conversations that did not open, stand aside for an officer. */
export async function countAside({
  inbox,
  setAside,
}: {
  readonly inbox: Pick<Inbox, 'countAside'>;
  readonly setAside: Pick<Documents<SetAside>, 'due'>;
}): Promise<{ readonly messages: number; readonly talks: number }> {
  const talks = await setAside.due(endOfTime, countedAtMost);
  return { messages: await inbox.countAside(), talks: talks.length };
}
