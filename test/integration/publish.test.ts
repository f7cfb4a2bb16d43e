import { describe, expect, test } from 'vitest';

import { publishUnderPeople } from '../publish/publish.ts';
import { judge } from '../publish/write-report.ts';
import { describeOn } from '../servers/use-servers.ts';
import { useServers } from './use-servers.ts';

const newServers = useServers();

/** Two at each place of the conversation. */
const people = 36;

describe('a changed registration is published while people stand at every step of it', () => {
  test.each([
    ['they go over to it', { people, move: true, undo: false }],
    ['they finish the one that they began', { people, move: false, undo: false }],
    ['they go over, and back when it is undone', { people, move: true, undo: true }],
  ])('%s', { timeout: 120_000 }, async (_name, settings) => {
    const report = await publishUnderPeople(settings);
    expect(judge(report).filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(report.outcomes).toHaveLength(people);
  });
});

describeOn('mongo', 'redis')('on the distributed pair', () => {
  test('they go over to it, and nobody loses anything', { timeout: 120_000 }, async () => {
    const { settings: servers } = await newServers();
    const report = await publishUnderPeople({ people: people / 2, move: true, undo: false, servers });
    expect(judge(report).filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(report.outcomes).toHaveLength(people / 2);
  });
});
