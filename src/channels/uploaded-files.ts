import type { Part } from '../domain/channel.ts';
import { createBoundedMap } from './bounded-map.ts';

/**
 * What a platform calls the files of the service that it was given: a picture for 20,000 people is uploaded once, and then sent
 * by its name. Known to one process and account; whoever does not know it uploads again.
 */
export interface UploadedFiles {
  /** undefined: it is not there, or not any more. */
  nameOf(part: Part): string | undefined;
  note(part: Part, name: string): void;
  /** The platform does not know the name any more. */
  forget(part: Part): void;
}

/** Pictures of announcements and forms that are sent at one time; one more costs an upload. */
const most = 200;

/** WhatsApp keeps what was uploaded for 30 days, Telegram for ever; a day is as long as any push takes. */
const keptMs = 24 * 60 * 60_000;

/** `now`: milliseconds that only grow. */
export function createUploadedFiles(now: () => number): UploadedFiles {
  const names = createBoundedMap<{ readonly name: string; readonly until: number }>(most);
  return {
    nameOf: (part) => {
      const known = part.file === undefined ? undefined : names.get(keyOf(part));
      return known !== undefined && known.until > now() ? known.name : undefined;
    },
    note: (part, name) => {
      if (part.file !== undefined) names.set(keyOf(part), { name, until: now() + keptMs });
    },
    forget: (part) => names.delete(keyOf(part)),
  };
}

function keyOf({ image, document }: Part): string {
  return image ?? document ?? '';
}
