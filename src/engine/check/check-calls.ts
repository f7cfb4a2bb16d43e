import type { Operation } from '../catalogue.ts';
import { isRawMap } from '../loading/raw-data.ts';
import { nearest } from './did-you-mean.ts';
import type { RawStep } from './raw-step.ts';
import { argumentsAt, entriesAt, textAt, textsAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Results of a flow that ends by itself. */
const PLAIN_END = 'selesai';

/** What a flow asks of the domain and of other flows: names, arguments, and results that nobody looks after. */
export const checkCalls: Check = (subject) => {
  const { head, report, world } = subject;
  const { catalogue, flows } = world;
  for (const step of subject.every) {
    if (step.word === 'lakukan') checkOperation(subject, step, catalogue.deeds, 'lakukan');
    if (step.word === 'periksa') checkOperation(subject, step, catalogue.looks, 'periksa');
    if (step.word === 'jalankan') checkRun(subject, step);
    if (step.word === 'prasyarat') checkFlowName(subject, step, 'prasyarat');
    checkSource(subject, step);
  }
  for (const [at, name] of textsAt(head, 'prasyarat').entries()) {
    if (!flows.has(name)) reportFlow(subject, ['prasyarat', at], name);
  }
  const start = head['dimulai_oleh'];
  const event = isRawMap(start) ? textAt(start, 'peristiwa') : null;
  if (event !== null && !Object.hasOwn(catalogue.events, event)) {
    report('peristiwa_tidak_dikenal', ['dimulai_oleh', 'peristiwa'], {
      nama: event,
      maksud: nearest(event, Object.keys(catalogue.events)),
    });
  }
  for (const [at, right] of textsAt(head, 'hak').entries()) {
    if (!catalogue.rights.includes(right))
      report('hak_tidak_dikenal', ['hak', at], {
        nama: right,
        maksud: nearest(right, catalogue.rights),
      });
  }
};

function checkOperation(
  subject: Subject,
  step: RawStep,
  known: Readonly<Record<string, Operation>>,
  word: string,
): void {
  const name = textAt(step.block, word) ?? '';
  const operation = Object.hasOwn(known, name) ? known[name] : undefined;
  if (operation === undefined) {
    const params = { nama: name, maksud: nearest(name, Object.keys(known)) };
    subject.report(
      word === 'lakukan' ? 'perbuatan_tidak_dikenal' : 'pemeriksaan_tidak_dikenal',
      [...step.place, word],
      params,
    );
    return;
  }
  checkArguments(subject, step, operation.args, name);
  checkResults(subject, step, Object.keys(operation.results), name);
}

function checkArguments({ report }: Subject, step: RawStep, args: Operation['args'], name: string): void {
  const given = argumentsAt(step.block).map(([arg]) => arg);
  for (const arg of given) {
    if (!Object.hasOwn(args, arg))
      report('isian_tidak_dikenal', [...step.place, 'dengan'], {
        isian: arg,
        nama: name,
        maksud: nearest(arg, Object.keys(args)),
      });
  }
  for (const [arg, need] of Object.entries(args)) {
    if (need === 'wajib' && !given.includes(arg))
      report('isian_kurang', [...step.place, step.word ?? ''], { isian: arg, nama: name });
  }
}

/** Every result must be handled; there is no catch-all. */
function checkResults({ report }: Subject, step: RawStep, known: readonly string[], name: string): void {
  const handled = entriesAt(step.block, 'hasil').map(([result]) => result);
  for (const result of handled) {
    if (!known.includes(result))
      report('hasil_tidak_dikenal', [...step.place, 'hasil', result], {
        hasil: result,
        nama: name,
        maksud: nearest(result, known),
      });
  }
  for (const result of known) {
    if (!handled.includes(result))
      report('hasil_belum_ditangani', [...step.place, step.word ?? ''], { hasil: result, nama: name });
  }
}

function checkRun(subject: Subject, step: RawStep): void {
  const called = checkFlowName(subject, step, 'jalankan');
  if (called === undefined) return;
  const parameters = Object.fromEntries(
    entriesAt(called.head, 'terima').map(
      ([name, kind]) => [name, String(kind).endsWith('boleh kosong') ? 'boleh' : 'wajib'] as const,
    ),
  );
  checkArguments(subject, step, parameters, called.name);
  const results = resultsOf(called);
  const named = results.filter((result) => result !== PLAIN_END);
  if (step.block['hasil'] !== undefined || named.length > 0) checkResults(subject, step, results, called.name);
}

/** What a flow ends with: its `selesai: x`, and `selesai` when it also ends without one. */
function resultsOf({ every }: Subject): readonly string[] {
  const named = every
    .filter(({ word }) => word === 'selesai')
    .map(({ block }) => textAt(block, 'selesai') ?? PLAIN_END);
  return [...new Set(named)];
}

function checkFlowName(subject: Subject, step: RawStep, word: string): Subject | undefined {
  const name = textAt(step.block, word) ?? '';
  const called = subject.world.flows.get(name);
  if (called === undefined) reportFlow(subject, [...step.place, word], name);
  return called;
}

function reportFlow({ report, world }: Subject, place: readonly (string | number)[], name: string): void {
  report('alur_tidak_dikenal', place, {
    nama: name,
    maksud: nearest(name, world.flows.keys()),
  });
}

/** `dari` names a source of the domain, or a list that the flow holds (with a dot, or an answer). */
function checkSource({ world: { catalogue }, report, every }: Subject, { block, place }: RawStep): void {
  const list = block['daftar'];
  const holder = isRawMap(list) ? list : block;
  const from = textAt(holder, 'dari');
  const here = isRawMap(list) ? [...place, 'daftar', 'dari'] : [...place, 'dari'];
  if (from === null || from.includes('.')) return;
  const source = Object.hasOwn(catalogue.sources, from) ? catalogue.sources[from] : undefined;
  if (source !== undefined) {
    for (const [arg, need] of Object.entries(source.args ?? {})) {
      const given = argumentsAt(holder).some(([name]) => name === arg);
      if (need === 'wajib' && !given) report('isian_kurang', here, { isian: arg, nama: from });
    }
    return;
  }
  const held = every.some((step) => textAt(step.block, 'tanya') === from || textAt(step.block, 'sebagai') === from);
  if (!held) report('sumber_asing', here, { sumber: from, maksud: nearest(from, Object.keys(catalogue.sources)) });
}
