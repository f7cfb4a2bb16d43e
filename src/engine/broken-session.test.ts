import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hear, KNOWN, meet, sample } from '../../test/engine/meet-person.ts';
import { sampleCatalogue } from '../../test/engine/sample-flows.ts';
import type { Session } from './session.ts';
import { takeTurn } from './take-turn.ts';
import { suppose } from './transcript/suppose.ts';
import type { Input, Turn } from './turn.ts';

/** What was said until the session was stored: at a first question, with answers, put aside, over a summary. */
const TALKS: readonly (readonly string[])[] = [
  ['daftar'],
  ['daftar', '2', '17 agustus 1995', 'siti aminah', 'ya', 'lewati'],
  ['daftar', '2', '17 agustus 1995', 'siti aminah', 'lapor', 'pindah'],
  ['lapor', 'lampu jalan mati'],
  ['status'],
];

const stored = TALKS.map((words) => {
  const person = meet();
  for (const one of words) person.says(one);
  return person.talk.stored() ?? 'null';
});

/** JSON that a program trips over: wrong types, what every object has, times beyond the calendar, deep nesting. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, [null], [[]], '', '__proto__', 'constructor', 0, -1, 1e308, true),
  fc.constantFrom<unknown>({ type: 'answer' }, { type: 'event' }, { type: 'deed', for: 'step' }, { d: '2026-99-99' }),
  fc.constant<unknown>(JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A stored session with some of its values lost or replaced, wherever they stand. */
const broken = fc
  .tuple(fc.constantFrom(...stored), fc.array(fc.tuple(fc.nat(), fc.option(junk)), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce<unknown>((data, [at, value]) => replaceAt(data, at, value), JSON.parse(text)),
  );

/** The JSON with one of its values, counted from the innermost on, replaced; null: left out. */
function replaceAt(data: unknown, at: number, value: unknown): unknown {
  const text = JSON.stringify(data) ?? 'null';
  let values = 0;
  JSON.parse(text, () => (values += 1));
  let seen = 0;
  return JSON.parse(text, (_key, one: unknown) => {
    seen += 1;
    return seen === 1 + (at % values) ? (value ?? undefined) : one;
  });
}

const inputs: readonly Input[] = [
  ...['1', 'ya', 'kembali', 'batal', 'lanjut', 'kirim', 'stop', 'daftar', '\u{D800}'].map((text): Input => ({
    type: 'text',
    text,
  })),
  { type: 'tap', choice: 'x.0' },
  { type: 'photo', ref: 'a' },
  { type: 'clock' },
  { type: 'event', name: 'keadaan_contoh', about: null, values: {} },
  { type: 'result', id: 'x', result: 'constructor', values: {} },
  { type: 'start', flow: 'daftar', args: {}, pushed: true },
];

const world = suppose(KNOWN, sampleCatalogue);

/** The turn after all its looks. */
function turnOf(session: unknown, input: Input): Turn {
  let found = {};
  for (let round = 0; ; round += 1) {
    const turn = takeTurn(sample, session as Session, input, { ...world.facts(1), found });
    if (turn.type === 'turn' || round === 20) return turn;
    found = { ...found, ...Object.fromEntries(turn.needs.map((need) => [need.key, world.answer(need)])) };
  }
}

/** Hundreds of turns, on a machine that does other things too. */
const SLOW_MS = 30_000;

describe('a session that was stored by another release, by hand, or half', () => {
  it('never throws, and what is said is text', { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(fc.oneof(broken, fc.jsonValue()), fc.constantFrom(...inputs), (session, input) => {
        const turn = turnOf(JSON.parse(JSON.stringify(session ?? null)), input);
        const texts = turn.type === 'turn' ? turn.out.map(({ text }) => typeof text) : [];
        expect(texts.every((type) => type === 'string')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is told of, and the message counts as if nothing were open', () => {
    const person = meet(sample, KNOWN, JSON.stringify({ version: 2, frames: 'x' }));
    expect(person.says('daftar')).toMatch(/gangguan[\s\S]*Tema mana/u);
  });

  it('holds nobody back who wants no more messages', () => {
    const person = meet(sample, KNOWN, '{"frames":[null]}');
    expect(hear(person, person.talk.take({ type: 'text', text: 'stop' }))).toContain('gangguan');
    expect(person.last.deeds.map(({ name }) => name)).toEqual(['henti']);
  });
});
