import type { Documents } from '../../domain/ports/documents.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { SetAside } from '../../domain/set-aside.ts';

/** They are opened to be counted; beyond this the number itself no longer matters. */
const countedAtMost = 100;

/** How many messages, and conversations that did not open, stand aside for an officer. */
export async function countAside({
  inbox,
  setAside,
}: {
  readonly inbox: Pick<Inbox, 'countAside'>;
  readonly setAside: Pick<Documents<SetAside>, 'scan'>;
}): Promise<{ readonly messages: number; readonly talks: number }> {
  const talks = await setAside.scan({ after: '', limit: countedAtMost });
  return { messages: await inbox.countAside(), talks: talks.length };
}
