import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Session } from '../../src/engine/session.ts';
import type { Input } from '../../src/engine/turn.ts';
import { coming, live } from './all-flows.ts';
import type { FlowFolder } from './all-flows.ts';
import { LAWS } from './laws.ts';
import { comparable, createScene, move, questionOf, sessionOf, transcriptsOf } from './scene.ts';
import type { Move, Scene, Script } from './scene.ts';

/** Thousands of talks, on a machine that does other things too. */
const SLOW_MS = 120_000;

const SESSION_BYTES = 4096;

function reach(folder: FlowFolder, { given }: Script, moves: readonly Move[]): Scene {
  const scene = createScene(folder, given);
  for (const one of moves) move(scene, one);
  return scene;
}

/** Every way to a state in which no transcript was before. */
function pointsOf(folder: FlowFolder): readonly { readonly script: Script; readonly upTo: number }[] {
  const seen = new Set<string>();
  return transcriptsOf(folder).flatMap((script) => {
    const scene = createScene(folder, script.given);
    return script.lines.flatMap((line, at) => {
      move(scene, line);
      const state = JSON.stringify([comparable(sessionOf(scene)), scene.stage.talk.session()?.wait.type]);
      if (sessionOf(scene) === null || seen.has(state)) return [];
      seen.add(state);
      return [{ script, upTo: at + 1 }];
    });
  });
}

const folders = [
  ['live', live],
  ['later', coming],
] as const;

describe.each(folders)('at every point of every transcript (%s)', { timeout: SLOW_MS }, (_which, folder) => {
  const points = pointsOf(folder);

  test.each(Object.entries(LAWS))('%s', (_name, law) => {
    const broken = points.flatMap(({ script, upTo }) => {
      const wrong = law(reach(folder, script, script.lines.slice(0, upTo)));
      return wrong === null ? [] : [`${script.flow}, ${script.name}, ${upTo}: ${wrong}`];
    });
    expect(broken).toEqual([]);
  });
});

/** What may be answered to a question of each kind. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  teks: ['lampunya mati sudah dua minggu', 'Dinas Pertanian', 'ok'],
  nama: ['Siti Aminah', 'Budi'],
  telepon: ['0813 5555 0000', 'ya'],
  email: ['siti@contoh.id', 'lewati'],
  tanggal: ['17 agustus 1995', '12-12-2026', '17-08-2010'],
  waktu: ['09.00', 'jam dua siang'],
  angka: ['3', 'dua puluh'],
  wilayah: ['toboali', 'gadung'],
  lokasi: ['Jl. Merdeka dekat pasar'],
  ya_tidak: ['ya', 'tidak', 'HAPUS'],
  setuju: ['setuju', 'tidak setuju'],
  jenis_kelamin: ['perempuan', 'l'],
  kode: ['7k2p', '111111'],
  nilai: ['5', '1'],
  '': ['kirim', '1', '2', 'ubah nama'],
};
const ANYTHING = ['1', '2', 'lewati', 'kembali', 'hmm', '???', 'batal', 'daftar', 'lapor', 'minat', 'lanjut', 'menu'];

/** One of the inputs that the open question may get, right or wrong. */
function choose({ stage, last }: Scene, which: number): Input {
  const session: Session | null = stage.talk.session();
  const [version = '', at = ''] = questionOf(session).split('/');
  const type = stage.flows.versions.get(version)?.byKey.get(at)?.does.question?.type ?? '';
  const choices = last.flatMap(({ out }) => out.flatMap((one) => one.choices ?? []));
  const inputs: readonly Input[] = [
    ...choices.map(({ label }): Input => ({ type: 'text', text: label })),
    ...choices.map(({ id }): Input => ({ type: 'tap', choice: id })),
    ...(ANSWERS[type] ?? []).flatMap((text): readonly Input[] => [
      { type: 'text', text },
      { type: 'text', text },
    ]),
    ...ANYTHING.map((text): Input => ({ type: 'text', text })),
    { type: 'photo', ref: 'lampu.jpg' },
  ];
  return inputs[which % inputs.length] ?? { type: 'clock' };
}

describe.each(folders)('wherever a talk wanders (%s)', { timeout: SLOW_MS }, (_which, folder) => {
  const scripts = transcriptsOf(folder);
  const wandering = fc.record({
    script: fc.constantFrom(...scripts),
    upTo: fc.nat(8),
    picks: fc.array(fc.nat(1000), { maxLength: 8 }),
  });

  // Which words answered a question cannot be told after any wandering: KEMBALI is held in `src/engine/laws.test.ts`.
  const wanderers = Object.entries(LAWS).filter(([name]) => !name.startsWith('KEMBALI'));

  test.each(wanderers)('%s', (_name, law) => {
    fc.assert(
      fc.property(wandering, ({ script, upTo, picks }) => {
        const scene = reach(folder, script, script.lines.slice(0, upTo + 1));
        for (const pick of picks) {
          move(scene, choose(scene, pick));
          expect(Buffer.byteLength(scene.stage.talk.stored() ?? '')).toBeLessThan(SESSION_BYTES);
        }
        expect(law(scene)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
