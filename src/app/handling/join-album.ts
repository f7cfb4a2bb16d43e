import type { Service } from '../../domain/message.ts';
import type { InboxRow } from '../../domain/ports/inbox.ts';
import type { Input } from '../../engine/turn.ts';

type Media = Extract<Input, { type: 'photo' | 'document' }>;

/**
 * Several rows as one input: the first part, with the refs of the others and the caption wherever it stood. A part that
 * was refused when it came (its caption held a NIK) speaks for the whole album.
 */
export function joinAlbum([first, ...others]: readonly [InboxRow, ...InboxRow[]]): Input | Service {
  const refused = [first, ...others].find(({ input }) => input.type === 'unreadable');
  if (refused !== undefined) return refused.input;
  const [head, ...rest] = [first, ...others].map(({ input }) => input).filter(isMedia);
  if (head === undefined || rest.length === 0) return first.input;
  const caption = [head, ...rest].find((part) => part.caption !== undefined)?.caption;
  return { ...head, more: rest.map(({ ref }) => ref), ...(caption !== undefined && { caption }) };
}

function isMedia(input: Input | Service): input is Media {
  return input.type === 'photo' || input.type === 'document';
}
