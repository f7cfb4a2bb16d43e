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
  const sessions = Object.entries(read.data._sessions).map(([name, entry]) => {
    const closed = Object.entries(entry._chains).filter(
      ([, chain]) => chain.chainType === receiving && chain.chainKey.key === undefined,
    );
    const old = new Set(closed.slice(0, -keptChains).map(([key]) => key));
    const chains = Object.entries(entry._chains).filter(([key]) => !old.has(key));
    return [name, { ...entry, _chains: Object.fromEntries(chains) }] as const;
  });
  return { ...read.data, _sessions: Object.fromEntries(sessions) };
}
