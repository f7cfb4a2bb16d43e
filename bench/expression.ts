import { compileCondition, compileTemplate } from '../src/engine/expression/compile.ts';
import { ANYTHING } from '../src/engine/expression/kind.ts';
import type { Scope } from '../src/engine/expression/kind.ts';
import type { Value } from '../src/engine/value.ts';

/** Evaluations of conditions and texts for each second of a core, compiled once. `node --import tsx bench/expression.ts`. */

const TIMES = 1_000_000;
const values: Readonly<Record<string, Value>> = {
  umur: 20,
  pekerjaan: { type: 'choice', code: 'asn', label: 'ASN' },
  nama: 'Siti Aminah',
  mulai: { type: 'date', date: '2026-12-03' },
};
const scope: Scope = ([name = '']) => values[name] ?? null;

function measure(what: string, run: () => unknown): void {
  for (let at = 0; at < TIMES / 10; at += 1) run();
  const start = process.cpuUsage();
  for (let at = 0; at < TIMES; at += 1) run();
  const { user, system } = process.cpuUsage(start);
  const each = Math.round(TIMES / ((user + system) / 1_000_000));
  process.stdout.write(`${each.toLocaleString('en').padStart(12)} a second: ${what}\n`);
}

for (const source of [
  'umur < 18',
  'pekerjaan termasuk (asn, pimpinan) dan umur >= 18',
  'instansi kosong atau umur > 60',
]) {
  const compiled = compileCondition(source, () => ANYTHING);
  if (compiled.ok) measure(source, () => compiled.value.test(scope));
}
for (const source of [
  'Baik, {{ nama }}.',
  '{{ nama }}, mulai {{ mulai | tanggal }}, {{ instansi | jika_kosong("-") }}',
]) {
  const compiled = compileTemplate(source, () => ANYTHING);
  if (compiled.ok) measure(source, () => compiled.value.render(scope));
}
