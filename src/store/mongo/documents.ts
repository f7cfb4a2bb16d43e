import { z } from 'zod';

import type { DocumentKind, Documents, Found, Page } from '../../domain/ports/documents.ts';
import { createDocumentSeal } from '../open-documents.ts';
import type { Unopened } from '../open-documents.ts';
import type { Backing } from './backing.ts';
import { createChanges } from './change-together.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import type { QueryShape } from './query-shape.ts';
import { bytes } from './row-schema.ts';

const row = z.object({
  _id: z.string(),
  /** Rises with every replace. It begins at the time it was made: made again after a removal, it is another one. */
  v: z.number(),
  next: z.exactOptional(z.date()),
  /** `name=value` for each key that may be asked for. */
  keys: z.array(z.string()),
  /** What is no bytes at all does not open, as damaged ones do not: it is not the row that is refused. */
  body: bytes.catch(new Uint8Array()),
});

type Row = z.infer<typeof row>;

/** Where documents of this kind are kept: sealed whole, beside their plain keys and `next`. */
export function documentKind(kind: string): CollectionKind<typeof row.shape> {
  return {
    name: `document.${kind}`,
    row,
    indexes: [
      { name: 'keys', on: { keys: 1, _id: 1 } },
      { name: 'next', on: { next: 1, _id: 1 }, where: { next: { $exists: true } } },
    ],
  };
}

const toSealed = ({ _id, body }: Row) => ({ id: _id, body });

/** The documents of one kind; `unopened` hears of those that do not open. */
export function createDocuments<Doc>(backing: Backing, unopened: Unopened, kind: DocumentKind<Doc>): Documents<Doc> {
  const { seal, time } = backing;
  const rows = openCollection(backing, documentKind(kind.name));

  const sealed = createDocumentSeal<Doc>(seal, unopened, kind);
  const toRow = (id: string, v: number, doc: Doc): Row => {
    const next = kind.next(doc);
    const keys = Object.entries(kind.keys(doc)).flatMap(([key, value]) => (value === null ? [] : `${key}=${value}`));
    return { _id: id, v, keys, body: sealed.seal(id, doc), ...(next !== null && { next: new Date(next) }) };
  };
  const insert = (id: string, doc: Doc): Promise<boolean> => rows.insert(toRow(id, time.now(), doc));
  const lookThrough = async ({ after, limit }: Page): Promise<readonly Found<Doc>[]> => {
    const found = await rows.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit });
    return found.map(toSealed).map(sealed.toFound);
  };

  return {
    read: async (id) => {
      const found = await rows.findOne({ _id: id });
      return found === null ? null : sealed.open(toSealed(found));
    },
    create: async (id, doc) => ((await insert(id, doc)) ? 'created' : 'known'),
    change: createChanges<Doc>({
      read: async (id) => {
        const found = await rows.findOne({ _id: id });
        return found === null ? null : { version: found.v, doc: sealed.open(toSealed(found)) };
      },
      write: (id, version, doc) =>
        version === null ? insert(id, doc) : rows.replace({ _id: id, v: version }, toRow(id, version + 1, doc)),
    }),
    find: async (key, value, { after, limit }: Page) => {
      const found = await rows.find({ keys: `${key}=${value}`, _id: { $gt: after } }, { sort: { _id: 1 }, limit });
      return found.map(toSealed).map(sealed.toFound);
    },
    lookThrough,
    // Several processes share the work of opening them.
    sketches: lookThrough,
    due: async (at, limit) => {
      const found = await rows.pick(['_id'], { next: { $lte: new Date(at) } }, { sort: { next: 1, _id: 1 }, limit });
      return found.map(({ _id }) => _id);
    },
    remove: async (id) => {
      await rows.remove({ _id: id });
      sealed.forget(id);
    },
  };
}

const inDocuments = { collection: 'document.*' };

export const documentShapes: readonly QueryShape[] = [
  { ...inDocuments, name: 'documents.read', filter: ['_id'], sort: [], index: '_id_' },
  { ...inDocuments, name: 'documents.change', filter: ['_id', 'v'], sort: [], index: '_id_' },
  { ...inDocuments, name: 'documents.find', filter: ['_id', 'keys'], sort: ['_id'], index: 'keys' },
  { ...inDocuments, name: 'documents.scan', filter: ['_id'], sort: ['_id'], index: '_id_' },
  { ...inDocuments, name: 'documents.due', filter: ['next'], sort: ['next', '_id'], index: 'next' },
];
