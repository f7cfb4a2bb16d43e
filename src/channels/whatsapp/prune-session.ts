import { z } from 'zod';

/** Signal's own libraries keep this many receiving chains for messages that come late; libsignal 6 keeps all, and grows with every turn. */
const keptChains = 5;

/** What libsignal marks a receiving chain with. */
const receiving = 2;

const record = z.looseObject({
  _sessions: z.record(
    z.string(),
    z.looseObject({
      _chains: z.record(
        z.string(),
        z.looseObject({ chainType: z.number(), chainKey: z.looseObject({ key: z.unknown().optional() }) }),
      ),
    }),
  ),
});

/** A session as libsignal writes it, without the receiving chains that are closed for long. Anything else stays as it is. */
export function pruneSession(session: unknown): unknown {
  const read = record.safeParse(session);
  if (!read.success) return session;
  const { _sessions: sessions } = read.data;
  const pruned = Object.entries(sessions).map(([name, entry]) => {
    const { _chains: chains } = entry;
    const closed = Object.entries(chains).filter(
      ([, chain]) => chain.chainType === receiving && chain.chainKey.key === undefined,
    );
    const old = new Set(closed.slice(0, -keptChains).map(([key]) => key));
    const kept = Object.entries(chains).filter(([key]) => !old.has(key));
    return [name, { ...entry, _chains: Object.fromEntries(kept) }] as const;
  });
  return { ...read.data, _sessions: Object.fromEntries(pruned) };
}
