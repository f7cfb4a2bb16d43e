import type { DocumentKind, Found } from '../domain/ports/documents.ts';
import type { Log } from '../domain/ports/log.ts';
import { isSealed } from '../domain/ports/store-trouble.ts';
import { tryOpen } from './seal.ts';
import type { Seal } from './seal.ts';

/** Which documents a process met that do not open, for whoever is told of them. */
export interface Unopened {
  /** Each is logged by its place when it is met first. */
  readonly note: (place: string) => void;
  /** It opened, or is gone. */
  readonly settle: (place: string) => void;
  readonly places: () => readonly string[];
}

/** Beyond this the number itself no longer matters, and neither does each place in the log. */
const notedAtMost = 1000;

export function createUnopened(log: Log): Unopened {
  const places = new Set<string>();
  return {
    note: (place) => {
      if (places.has(place) || places.size >= notedAtMost) return;
      places.add(place);
      log('document does not open', { place });
    },
    settle: (place) => void places.delete(place),
    places: () => [...places],
  };
}

/** A document as it lies in a store. */
interface Sealed {
  readonly id: string;
  readonly body: Uint8Array;
}

/** How documents of one kind are sealed, whole, and opened. */
export interface DocumentSeal<Doc> {
  readonly seal: (id: string, doc: Doc) => Uint8Array;
  /** Throws `wrong_key` when it does not open. */
  readonly open: (sealed: Sealed) => Doc;
  /** For whoever reads many: one that does not open is there by its id. */
  readonly toFound: (sealed: Sealed) => Found<Doc>;
  /** It is removed. */
  readonly forget: (id: string) => void;
}

/** `unopened` hears of each that does not open, and of each that does. */
export function createDocumentSeal<Doc>(
  seal: Seal,
  unopened: Unopened,
  { name }: Pick<DocumentKind<Doc>, 'name'>,
): DocumentSeal<Doc> {
  const placeOf = (id: string): string => `document.${name}.${id}`;
  const open = ({ id, body }: Sealed): Doc => {
    const place = placeOf(id);
    try {
      const doc = seal.openJson(body, place) as Doc;
      unopened.settle(place);
      return doc;
    } catch (error) {
      if (isSealed(error)) unopened.note(place);
      throw error;
    }
  };
  return {
    seal: (id, doc) => seal.sealJson(doc, placeOf(id)),
    open,
    toFound: (sealed) => tryOpen(() => ({ id: sealed.id, doc: open(sealed) })) ?? { id: sealed.id, unopened: true },
    forget: (id) => unopened.settle(placeOf(id)),
  };
}
