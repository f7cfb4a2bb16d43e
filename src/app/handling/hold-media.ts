import type { Address, Commit } from '../../domain/ports/addresses.ts';
import { mediaIdsIn, mediaIdsInText } from '../../engine/media.ts';
import type { Fields } from '../../engine/value.ts';
import type { Handling } from './handling.ts';

/**
 * Files that a deed was given are its own from now on, whatever it came to: it is the one that may show them later. Done
 * before the deed's result is committed; until then the deed is done again, and so is this.
 */
export async function claimMedia({ media }: Pick<Handling, 'media'>, args: Fields): Promise<void> {
  const ids = Object.values(args).flatMap(mediaIdsIn);
  if (ids.length > 0) await media.claim(ids);
}

/**
 * Removes what the conversation held before this commit and holds no more (BATAL, another picture instead), unless a deed
 * has it. A crash before it leaves the files to the calendar (`unclaimedMs`).
 */
export async function releaseMedia(use: Pick<Handling, 'media'>, before: Address, commit: Commit): Promise<void> {
  if (before.session === null) return;
  const kept = new Set(idsOf([commit.session, commit.wait?.deed.args, commit.owed]));
  const lost = idsOf(before.session).filter((id) => !kept.has(id));
  if (lost.length > 0) await use.media.release(lost);
}

function idsOf(value: unknown): readonly string[] {
  return mediaIdsInText(JSON.stringify(value) ?? '');
}
