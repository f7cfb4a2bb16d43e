import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { day, evaluate, names, namesAndAnything } from '../../../test/engine/imagined-flow.ts';
import type { Value } from '../value.ts';
import { compileCondition, compileExpression, compileTemplate } from './compile.ts';

const yesNo = fc.constantFrom<Value>(true, false, null);
const known = fc.record({
  setuju: yesNo,
  pimpinan: yesNo,
  umur: fc.constantFrom<Value>(null, -1, 0, 1, 2, 3),
  harga: fc.constantFrom<Value>(null, 0, 1, 2, 5),
  pekerjaan: fc.constantFrom<Value>(null, 'asn', 'tani'),
  hari: fc.constantFrom<Value>(null, [], ['sabtu']),
  lahir: fc.constantFrom<Value>(null, day('2025-01-01'), day('2010-01-01')),
  hari_ini: fc.constant(day('2026-12-01')),
});

describe('how strongly words bind', () => {
  it.each<[string, string]>([
    ['setuju atau pimpinan dan umur > 1', 'setuju atau (pimpinan dan (umur > 1))'],
    ['bukan umur > 1 dan setuju', '(bukan (umur > 1)) dan setuju'],
    ['bukan pekerjaan termasuk (asn)', 'bukan (pekerjaan termasuk (asn))'],
    ['umur + 1 > harga - 1', '(umur + 1) > (harga - 1)'],
    ['harga - umur - 1 > 0', '((harga - umur) - 1) > 0'],
    ['lahir | usia > umur', '(lahir | usia) > umur'],
    ['umur + 1 | jika_kosong(0) > harga', '((umur + 1) | jika_kosong(0)) > harga'],
    ['setuju dan pimpinan atau umur kosong', '(setuju dan pimpinan) atau (umur kosong)'],
  ])('%s is %s', (text, spelled) => {
    const same = fc.property(known, (values) => evaluate(text, values) === evaluate(spelled, values));
    expect(() => fc.assert(same)).not.toThrow();
  });
});

describe('the laws of yes and no', () => {
  const { truth } = fc.letrec<{ truth: string }>((tie) => ({
    truth: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('(setuju)', '(pimpinan)', 'umur > 1', 'pekerjaan = asn', 'umur kosong', 'hari berisi sabtu'),
      fc
        .tuple(tie('truth'), fc.constantFrom('dan', 'atau'), tie('truth'))
        .map(([a, word, b]) => `(${a}) ${word} (${b})`),
      tie('truth').map((a) => `bukan (${a})`),
    ),
  }));
  it.each<[string, (a: string, b: string) => string, (a: string, b: string) => string]>([
    ['De Morgan', (a, b) => `bukan ((${a}) dan (${b}))`, (a, b) => `bukan (${a}) atau bukan (${b})`],
    ['order does not matter', (a, b) => `(${a}) atau (${b})`, (a, b) => `(${b}) atau (${a})`],
    ['twice not', (a) => `bukan bukan (${a})`, (a) => `(${a}) = ya`],
  ])('%s', (_, left, right) => {
    const law = fc.property(truth, truth, known, (a, b, values) => {
      fc.pre(a.length + b.length < 200);
      return evaluate(left(a, b), values) === evaluate(right(a, b), values);
    });
    expect(() => fc.assert(law)).not.toThrow();
  });

  it('`!=` is always the opposite of `=`', () => {
    const pairs = fc.constantFrom('umur 2', 'pekerjaan asn', 'setuju ya').map((pair) => pair.split(' '));
    const opposite = fc.property(known, pairs, (values, [name = '', right = '']) => {
      return evaluate(`${name} = ${right}`, values) !== evaluate(`${name} != ${right}`, values);
    });
    expect(() => fc.assert(opposite)).not.toThrow();
  });
});

describe('totality', () => {
  const words =
    'umur hari nama lahir x dan atau bukan ( ) = != < | + - , 18 09.00 2026-12-03 hari menit "a" kosong ada termasuk berisi usia sebutkan jika_kosong potong pertama ya . 08 {{ }}';
  const source = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 14 }).map((chosen) => chosen.join(' ')),
  );
  const scalar: fc.Arbitrary<Value> = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.string().map((date): Value => ({ type: 'date', date })),
    fc.string().map((clock): Value => ({ type: 'time', time: clock })),
    fc.double().map((at): Value => ({ type: 'moment', at, zone: 'Asia/Makassar' })),
    fc.double().map((minutes): Value => ({ type: 'duration', minutes })),
    fc.string().map((code): Value => ({ type: 'choice', code, label: code })),
  );
  const value: fc.Arbitrary<Value> = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));

  it('nothing that can be written makes compiling, evaluating or printing throw', () => {
    const total = fc.property(source, value, (text, given) => {
      for (const meanings of [names, namesAndAnything]) {
        const expression = compileExpression(text, meanings);
        if (expression.ok) expression.value.evaluate(() => given);
        const template = compileTemplate(`a {{ ${text} }} ${text}`, meanings);
        if (template.ok && typeof template.value.render(() => given) !== 'string') return false;
      }
      return true;
    });
    expect(() => fc.assert(total, { numRuns: 2000 })).not.toThrow();
  });

  it('a condition answers yes or no, and the same scope gives the same answer', () => {
    const steady = fc.property(source, value, (text, given) => {
      const condition = compileCondition(text, namesAndAnything);
      if (!condition.ok) return true;
      const answer = condition.value.test(() => given);
      return typeof answer === 'boolean' && answer === condition.value.test(() => given);
    });
    expect(() => fc.assert(steady, { numRuns: 2000 })).not.toThrow();
  });
});
