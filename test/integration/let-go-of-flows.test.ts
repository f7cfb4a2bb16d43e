import { expect, test } from 'vitest';

import { openFlowLibrary } from '../../src/app/flows/flow-library.ts';
import { createLetGoOfFlows } from '../../src/app/flows/let-go-of-flows.ts';
import { publishFlows } from '../../src/app/flows/publish-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import type { Clock } from '../../src/domain/ports/clock.ts';
import type { FlowVersion } from '../../src/engine/loading/name-versions.ts';
import type { Session } from '../../src/engine/session.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { smallFlows } from './small-flows.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const speech = { tongues: [], sentences: await loadSentences() };
const HOUR_MS = 3_600_000;

/** A version that nobody published, and that runs the others. */
function stray(name: string, runs: Readonly<Record<string, string>> = {}): FlowVersion {
  return { name, version: `${name}@abcdefgh`, text: `alur: ${name}\n`, runs };
}

/** An office in which the small flows are live; people stand in `standing`. */
async function openOffice(standing: readonly string[]) {
  const time = { now: 1_000_000 };
  const clock: Clock = { now: () => time.now, wall: () => time.now, monotonic: () => time.now, after: () => () => {} };
  const store = openSqlite({ dataDir: newFolder(), key: 'k'.repeat(44), clock });
  const library = openFlowLibrary(store);
  await publishFlows({ library, catalogue, speech, clock }, smallFlows, {
    by: 'dewi',
    move: false,
    seen: 0,
  });
  const logged: string[] = [];
  const sessions = standing.map((flow): Session => {
    const frame = { flow, at: 'x', path: {} };
    return { version: 1, frames: [frame], wait: { type: 'none' }, heardAt: 0, until: 0 };
  });
  const addresses = {
    talking: async () => sessions.map((session, at) => ({ id: `a${at}`, session })),
  };
  const letGo = createLetGoOfFlows({ library, addresses, clock, log: (event) => void logged.push(event) });
  const kept = async (): Promise<readonly string[]> =>
    (await library.kept.lookThrough({ after: '', limit: 100 })).map(({ id }) => id).toSorted();
  return { store, library, time, letGo, kept, logged };
}

test('lets go of a version in which nobody stands, once it is a day old; what is live and what it runs stays', async () => {
  const { store, library, time, letGo, kept, logged } = await openOffice([]);
  const live = await kept();
  await library.put([stray('lama')], time.now);
  time.now += 7 * HOUR_MS;
  await letGo();
  expect(await kept()).toHaveLength(live.length + 1);
  time.now += 18 * HOUR_MS;
  await letGo();
  expect(await kept()).toEqual(live);
  expect(logged).toEqual(['flows let go of']);
  await store.close();
});

test('keeps a version in which somebody stands, with all that it runs', async () => {
  const inner = stray('dalam');
  const outer = stray('luar', { dalam: inner.version });
  const { store, library, time, letGo, kept } = await openOffice([outer.version]);
  await library.put([inner, outer, stray('lama')], time.now);
  time.now += 25 * HOUR_MS;
  await letGo();
  const left = await kept();
  expect(left).toEqual(expect.arrayContaining([inner.version, outer.version]));
  expect(left.some((version) => version.startsWith('lama@'))).toBe(false);
  await store.close();
});

test('looks no more often than every six hours', async () => {
  const { store, library, time, letGo, kept } = await openOffice([]);
  await library.put([stray('lama')], time.now - 48 * HOUR_MS);
  const before = await kept();
  time.now += 5 * HOUR_MS;
  await letGo();
  expect(await kept()).toEqual(before);
  time.now += 2 * HOUR_MS;
  await letGo();
  expect(await kept()).toHaveLength(before.length - 1);
  await store.close();
});
