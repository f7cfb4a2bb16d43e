import { z } from 'zod';

import { findFlow } from '../find-flow.ts';
import type { Flow, Step, Walk } from '../flow.ts';
import { NEXT, WAIT } from '../flow.ts';
import { onlyIf, text, texts } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { unpackValue } from '../pack-value.ts';
import type { Frame } from '../session.ts';
import { ask, homeSentence, scopeHere, sentence, tell, toChoices, top, waitForAnswer } from '../walk.ts';
import { agrees, confirm, hearSummary, isConfirmation, isConfirmed, namesLine } from './hear-summary.ts';
import type { Line, Summary } from './hear-summary.ts';

/**
 * Shows what was answered and waits for a yes. A number, a name or a label picks the line to correct; then only what
 * depends on it is asked again, and the summary comes back.
 */
export const pastikan = stepKind({
  word: 'pastikan',
  schema: z.strictObject({
    pastikan: texts,
    teks: text.optional(),
    tambahan: text.optional(),
    tombol: z.strictObject({ ya: text.optional(), ubah: text.optional() }).optional(),
    kecuali: texts.optional(),
    ...onlyIf,
  }),
  key: () => '=',
  build(block, build, { place }) {
    const words = block.teks === undefined ? null : build.template(block.teks, [...place, 'teks']);
    const extra = block.tambahan === undefined ? null : build.template(block.tambahan, [...place, 'tambahan']);
    const tombol = {
      ya: block.tombol?.ya === undefined ? null : build.words(block.tombol.ya, [...place, 'tombol', 'ya']),
      ubah: block.tombol?.ubah === undefined ? null : build.words(block.tombol.ubah, [...place, 'tombol', 'ubah']),
    };
    const except = new Set(block.kecuali ?? []);
    const isAll = block.pastikan.length === 1 && block.pastikan[0]?.trim() === 'semua';
    const linesOf = (walk: Walk): readonly Line[] =>
      (isAll ? answered(walk) : block.pastikan.map((name) => top(walk).flow.byKey.get(name)))
        .flatMap((step) => lineOf(walk, step))
        .filter(({ step }) => !except.has(step.key));
    const summary: Summary = {
      lines: linesOf,
      labels: (walk) => ({
        yes: tombol.ya ?? sentence(walk, 'kirim'),
        change: tombol.ubah ?? sentence(walk, 'perbaiki'),
      }),
      homeLabels: (walk) => ({
        yes: block.tombol?.ya ?? homeSentence(walk, 'kirim'),
        change: block.tombol?.ubah ?? homeSentence(walk, 'perbaiki'),
      }),
      show(walk, step, lead) {
        const { yes, change } = summary.labels(walk);
        const wait = walk.wait.type === 'answer' ? walk.wait : waitForAnswer(walk, step);
        const title = words?.render(scopeHere(walk)) ?? sentence(walk, 'mohon_diperiksa');
        const lines = linesOf(walk).map(({ label, shown }, at) => `${at + 1}. ${label}: ${shown}`);
        const last = extra === null ? [] : [extra.render(scopeHere(walk))];
        const parts = [...(lead === undefined ? [] : [lead, '']), title, ...lines, ...last];
        const choices = toChoices(wait.ask, [
          { code: 'ya', label: yes },
          { code: 'ubah', label: change },
        ]);
        ask(walk, parts.join('\n'), { choices, unnumbered: true });
      },
    };
    return {
      arrive(walk, step) {
        if (linesOf(walk).length === 0) return NEXT;
        if (isConfirmed(summary, walk, step)) return confirm(summary, walk, step);
        waitForAnswer(walk, step);
        summary.show(walk, step);
        return WAIT;
      },
      hear: (walk, step, said) => hearSummary(summary, walk, step, said),
      decides: (walk, said) => agrees(summary, walk, said),
      isAnswer: (walk, said) => isConfirmation(summary, walk, said) || namesLine(summary, walk, said),
      resume(walk, step) {
        tell(walk, sentence(walk, 'diteruskan_pertanyaan'));
        waitForAnswer(walk, step);
        summary.show(walk, step);
        return WAIT;
      },
      repeat(walk, step, lead) {
        summary.show(walk, step, lead);
        return WAIT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh pastikan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: nama
    teks: Nama lengkap?
    jenis: nama
  - tanya: umur
    teks: Umur {{ nama }}?
    jenis: angka
    satuan: tahun
  - tanya: tujuan
    teks: Apa tujuannya?
  - pastikan: [nama, umur, tujuan]
    teks: Mohon diperiksa sekali lagi.
  - kirim: Terima kasih, {{ nama }}.
uji:
  - nama: yang bergantung ditanyakan lagi, yang lain tetap
    percakapan:
      - warga: contoh
      - warga: siti
      - warga: "30"
      - warga: membuka usaha
      - bot: Mohon diperiksa
      - bot: "1. Nama: Siti"
      - warga: ubah nama
      - bot: Nama lengkap?
      - warga: Siti Aminah
      - bot: Umur Siti Aminah?
      - warga: "31"
      - bot_tidak: Apa tujuannya
      - bot: "2. Umur: 31 tahun"
      - warga: kirim
      - bot: Terima kasih, Siti Aminah.
`,
});

/** All questions answered so far, in the order of the way that led here; consents are recorded and not corrected here. */
function answered(walk: Walk): readonly (Step | undefined)[] {
  const { flow, path }: { flow: Flow; path: object } = top(walk);
  return Object.keys(path)
    .map((key) => flow.byKey.get(key))
    .filter((step) => step?.word === 'formulir' || isAnswerable(step));
}

function isAnswerable(step: Step | undefined): boolean {
  return step?.does.question !== undefined && step.does.question.type !== 'setuju';
}

function lineOf(walk: Walk, step: Step | undefined): readonly Line[] {
  const run = step?.word === 'formulir' ? top(walk).path[step.key]?.in : undefined;
  if (step !== undefined && run !== undefined) return linesOfForm(walk, step, run);
  const question = step?.does.question;
  const packed = step === undefined ? undefined : top(walk).path[step.key]?.v;
  if (step === undefined || question === undefined || packed === undefined || packed === null) return [];
  return [{ step, label: question.label, shown: question.show(unpackValue(packed), walk) }];
}

/** Each answer to a form is a line of its own, in the order of the form. */
function linesOfForm(walk: Walk, step: Step, { flow: version, path }: Frame): readonly Line[] {
  const questions = findFlow(walk, version)?.steps ?? [];
  return questions.flatMap((inside): readonly Line[] => {
    const { question } = inside.does;
    const packed = path[inside.key]?.v ?? null;
    if (question === undefined || packed === null) return [];
    return [{ step, inside, label: question.label, shown: question.show(unpackValue(packed), walk) }];
  });
}
