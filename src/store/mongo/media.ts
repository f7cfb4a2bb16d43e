import { z } from 'zod';

import type { Media, MediaFacts } from '../../domain/ports/media.ts';
import { MEDIA_TYPES } from '../../engine/media.ts';
import { mediaPlace } from '../media-place.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import type { QueryShape } from './query-shape.ts';
import { bytes } from './row-schema.ts';

const row = z.object({
  _id: z.string(),
  address: z.string(),
  type: z.enum(MEDIA_TYPES),
  bytes: z.number(),
  /** Absent: claimed. */
  until: z.exactOptional(z.date()),
  /** At most ten megabytes and a little, of the sixteen that a document may have. */
  body: bytes,
});

export const mediaKind: CollectionKind<typeof row.shape> = {
  name: 'media',
  row,
  indexes: [
    { name: 'address', on: { address: 1 } },
    { name: 'until', on: { until: 1 }, where: { until: { $exists: true } } },
  ],
};

/** Behind every sign of an id. */
const PAST = '~';

const facts = ['_id', 'address', 'type', 'bytes'] as const;

/** Kept files as a collection; the bytes are sealed one by one. */
export function createMedia(backing: Backing): Media {
  const { seal, time } = backing;
  const rows = openCollection(backing, mediaKind);
  return {
    keep: async ({ id, address, type, content }, forMs) => {
      const until = new Date((await time.read()) + forMs);
      const body = seal.sealBytes(content, mediaPlace(id));
      const made = await rows.insert({ _id: id, address, type, bytes: content.byteLength, until, body });
      return made ? 'kept' : 'known';
    },
    read: async (id) => {
      const found = await rows.findOne({ _id: id });
      if (found === null) return null;
      const { address, type, body } = found;
      return { id, address, type, content: seal.openBytes(body, mediaPlace(id)) };
    },
    look: async (id) => {
      const [found] = await rows.pick(facts, { _id: id }, { limit: 1 });
      return found === undefined ? null : toFacts(found);
    },
    startingWith: async (start, limit) => {
      const range = { _id: { $gte: start, $lt: `${start}${PAST}` } };
      return (await rows.pick(facts, range, { sort: { _id: 1 }, limit })).map(toFacts);
    },
    claim: async (ids) => {
      if (ids.length > 0) await rows.updateAll({ _id: { $in: ids } }, { $unset: { until: true } });
    },
    release: async (ids) => {
      if (ids.length > 0) await rows.remove({ _id: { $in: ids }, until: { $exists: true } });
    },
    remove: async (id) => (await rows.remove({ _id: id })) === 1,
    removeOf: (address) => rows.remove({ address }),
    purge: async (limit) => {
      const late = { until: { $exists: true, $lt: new Date(await time.read()) } };
      const found = await rows.pick(['_id'], late, { sort: { until: 1 }, limit });
      return found.length === 0 ? 0 : rows.remove({ _id: { $in: found.map(({ _id }) => _id) } });
    },
  };
}

function toFacts({ _id: id, ...rest }: Omit<MediaFacts, 'id'> & { readonly _id: string }): MediaFacts {
  return { id, ...rest };
}

export const mediaShapes: readonly QueryShape[] = [
  { name: 'media', collection: 'media', filter: ['_id'], sort: [], index: '_id_' },
  { name: 'media.release', collection: 'media', filter: ['_id', 'until'], sort: [], index: '_id_' },
  { name: 'media.startingWith', collection: 'media', filter: ['_id'], sort: ['_id'], index: '_id_' },
  { name: 'media.removeOf', collection: 'media', filter: ['address'], sort: [], index: 'address' },
  { name: 'media.purge', collection: 'media', filter: ['until'], sort: ['until'], index: 'until' },
];
