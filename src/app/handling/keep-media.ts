import type { Channel, Fetched } from '../../domain/channel.ts';
import { fetchWithinMs, toMediaId, unclaimedMs } from '../../domain/media.ts';
import { recognize } from '../../domain/metadata/recognize.ts';
import { strip } from '../../domain/metadata/strip.ts';
import type { Address } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Media } from '../../domain/ports/media.ts';
import { toMediaRef } from '../../engine/media.ts';
import type { MediaType } from '../../engine/media.ts';
import type { Found, Need } from '../../engine/turn.ts';
import { listOf } from '../../engine/value.ts';

interface Keeping {
  readonly media: Media;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /** Those that are connected in this process. */
  readonly channels: readonly Channel[];
  readonly fingerprint: (purpose: string, text: string) => string;
}

type Owner = Pick<Address, 'id' | 'account'>;

/** What the question wants (`Need` of type `media`). */
interface Wish {
  readonly ref: string;
  readonly largest: number;
  readonly types: readonly unknown[];
}

/**
 * Answers a `Need` of type `media`: fetches the file over the account that it came by, looks what it is, takes out what a
 * phone wrote into it, and keeps it. The same reference from the same address is the same file, kept once.
 */
export function createKeepMedia(use: Keeping): (owner: Owner, need: Need) => Promise<Found> {
  return async (owner, need) => {
    const wish = readWish(need);
    const id = toMediaId(use.fingerprint('media', `${owner.id}\n${wish.ref}`));
    const known = await use.media.look(id);
    if (known !== null) return judge(wish, id, known.type, known.bytes);
    const channel = use.channels.find(({ account }) => account === owner.account);
    const fetched = await fetchInTime(use, channel, wish);
    if (fetched.type === 'file') return keep(use, owner, id, wish, fetched.content);
    const code = fetched.type === 'failed' ? fetched.code : fetched.type;
    use.log('file not kept', { channel: channel?.kind ?? 'other', code });
    return outcome(FAULTS[fetched.type]);
  };
}

const FAULTS = { too_large: 'terlalu_besar', broken: 'rusak', failed: 'gagal' } as const;

function readWish({ args: { rujukan = null, terbesar = null, tipe = null } }: Need): Wish {
  return {
    ref: typeof rujukan === 'string' ? rujukan : '',
    largest: typeof terbesar === 'number' ? terbesar : 0,
    types: listOf(tipe),
  };
}

async function keep({ media }: Keeping, owner: Owner, id: string, wish: Wish, content: Uint8Array): Promise<Found> {
  const type = recognize(content);
  if (type === null || !wish.types.includes(type)) return outcome('tipe_lain');
  const bare = strip(content, type);
  if (bare === null) return outcome('rusak');
  await media.keep({ id, address: owner.id, type, content: bare }, unclaimedMs);
  return judge(wish, id, type, bare.byteLength);
}

function judge({ largest, types }: Wish, id: string, type: MediaType, bytes: number): Found {
  if (!types.includes(type)) return outcome('tipe_lain');
  if (bytes > largest) return outcome('terlalu_besar');
  return { type: 'result', result: 'diterima', values: { rujukan: toMediaRef(id), tipe: type } };
}

function outcome(result: string): Found {
  return { type: 'result', result, values: {} };
}

/** A channel that ignores its signal is not waited for. */
function fetchInTime({ clock }: Keeping, channel: Channel | undefined, { ref, largest }: Wish): Promise<Fetched> {
  if (channel?.fetchMedia === undefined) return Promise.resolve({ type: 'failed', code: 'not_here' });
  const abort = new AbortController();
  const fetched = channel.fetchMedia(ref, largest, abort.signal);
  return new Promise((resolve, reject) => {
    const stop = clock.after(fetchWithinMs, () => {
      abort.abort();
      resolve({ type: 'failed', code: 'slow' });
    });
    void fetched.then(resolve, reject).finally(stop);
  });
}
