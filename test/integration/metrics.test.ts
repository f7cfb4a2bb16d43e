import { describe, expect, test } from 'vitest';

import { ask, openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const token = 'a-word-of-at-least-20-letters';
const bearer = { headers: { authorization: `Bearer ${token}` } };

/** What the text form allows: a comment, or a name with labels and a number. */
const line =
  /^(?:# (?:HELP|TYPE) [a-z_0-9]+ .+|[a-z_][a-z_0-9]*(?:\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? -?[\d.e+-]+)$/u;

describe('GET /metrics', () => {
  test('tells in the text form what waits, how late it is and what moves', async () => {
    const { service, port } = await openService(newFolder(), { METRICS_TOKEN: token });
    await service.simulator.say('warga1', { text: 'menu' }, 'm1');
    await service.settle();
    const { status, headers, body } = await ask(port, '/metrics', bearer);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body.endsWith('\n')).toBe(true);
    const lines = body.trimEnd().split('\n');
    expect(lines.filter((one) => !line.test(one))).toEqual([]);
    expect(lines).toContain('gelombang_part_up{part="store"} 1');
    expect(lines).toContain('gelombang_people_unanswered 0');
    expect(lines).toContain('gelombang_looks_failed 0');
    expect(lines).toContain('gelombang_account_halted{channel="simulator"} 0');
    expect(body).toMatch(/^gelombang_build_info\{version="\d[^"]*",role="all",node="v\d[^"]*"\} 1$/mu);
    expect(body).not.toContain('warga1');
  });

  test('each figure stands once, under its own help and type', async () => {
    const { port } = await openService(newFolder(), { METRICS_TOKEN: token });
    const { body } = await ask(port, '/metrics', bearer);
    const named = [...body.matchAll(/^# TYPE (\w+) (?:gauge|counter)$/gmu)].map((match) => match[1] ?? '');
    expect(new Set(named).size).toBe(named.length);
    const read = [...body.matchAll(/^(\w+)(?:\{| )/gmu)].map((match) => match[1] ?? '');
    expect([...new Set(read)].toSorted()).toEqual(named.toSorted());
  });

  test.each([
    ['no token', {}, 401],
    ['another token', { authorization: 'Bearer a-word-of-at-least-20-letterz' }, 401],
    ['a longer token', { authorization: `Bearer ${token}x` }, 401],
    ['a token in another scheme', { authorization: `Basic ${token}` }, 400],
  ])('tells nothing to %s', async (_name, headers, status) => {
    const { port } = await openService(newFolder(), { METRICS_TOKEN: token });
    const answer = await ask(port, '/metrics', { headers });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('gelombang');
  });

  test('is not there when no token is set', async () => {
    const { port } = await openService(newFolder());
    expect((await ask(port, '/metrics', bearer)).status).toBe(404);
  });
});
