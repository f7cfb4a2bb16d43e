import { z } from 'zod';

import type { NameKind } from '../expression/kind.ts';
import { printIn } from '../expression/print.ts';
import { args, branch, range, text, yes } from '../loading/block.ts';
import type { Build } from '../loading/build.ts';
import { adoptChoice } from './adopt-choice.ts';
import type { About, Reader } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import type { ChoiceSpec, Option } from './choice-spec.ts';
import { hearOne, hearSeveral, pickOneMore } from './hear-choice.ts';
import { offerPage } from './offer-page.ts';
import { kindOfRows, rowSource } from './row-source.ts';

const option = z.union([text, z.strictObject({ label: text, hanya_jika: text.optional() })]);

const choiceSchema = z.object({
  pilihan: z.union([z.array(text), z.record(z.string(), option)]).optional(),
  dari: text.optional(),
  dengan: args.optional(),
  label: text.optional(),
  jika_kosong: branch.optional(),
  banyak: range.optional(),
  urut: yes.optional(),
  boleh_tulis_sendiri: yes.optional(),
  satu_langsung: yes.optional(),
});

type ChoiceBlock = z.infer<typeof choiceSchema>;

/** One or several rows: the flow's own, rows of data, or both. What was seen is what "2" means. */
export const pilihan = answerKind({
  jenis: 'pilihan',
  schema: choiceSchema,
  build(block, build, about): Reader {
    const spec = specOf(block, build, about);
    const one: NameKind = kindOfRows(spec);
    const { source, options } = spec;
    return {
      kind: spec.several ? { kind: 'daftar', item: one } : one,
      depends: [...(source?.depends ?? []), ...options.map(({ label }) => label)],
      hint: spec.several ? { key: 'contoh_pilihan_banyak' } : { key: 'contoh_pilihan' },
      offer: (hearing) => offerPage(spec, hearing),
      read: (said, hearing) => (spec.several ? hearSeveral(spec, said, hearing) : hearOne(spec, said, hearing)),
      pick: (row, hearing) => pickOneMore(spec, row, hearing),
      adopt: (value, hearing) => adoptChoice(spec, value, hearing),
      show: (value, walk) => printIn(walk.flows.writing, value),
    };
  },
  example: `
alur: contoh
judul: Contoh pilihan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: tema
    teks: Tema apa yang diminati? Boleh sampai dua.
    jenis: pilihan
    dari: tema_contoh
    label: "{{ nama }}"
    banyak: 1-2
    urut: ya
  - tanya: hari
    teks: Hari apa?
    jenis: pilihan
    pilihan: { sabtu: Sabtu, minggu: Minggu }
    boleh_tulis_sendiri: ya
  - kirim: "{{ tema | sebutkan }}, {{ hari }}"
uji:
  - nama: urutan jawaban dan jawaban sendiri
    misalkan:
      tema_contoh:
        - { kode: konten, nama: Konten kreator }
        - { kode: desain, nama: Desain grafis }
        - { kode: kode, nama: Koding }
    percakapan:
      - warga: contoh
      - bot: 2 Desain grafis
      - warga: 1,2,3
      - bot: paling banyak 2
      - warga: 2, 1
      - bot: 3 Lainnya (tulis sendiri)
      - warga: Jumat sore
      - bot: Desain grafis dan Konten kreator, Jumat sore
`,
});

function specOf(block: ChoiceBlock, build: Build, about: About): ChoiceSpec {
  const { banyak } = block;
  const most = banyak?.most ?? 1;
  return {
    options: optionsOf(block, build, about),
    source: block.dari === undefined ? null : rowSource(block, block.dari, build, about),
    least: banyak?.least ?? 1,
    most,
    several: most > 1,
    ordered: block.urut ?? false,
    ownWords: block.boleh_tulis_sendiri ?? false,
    takesTheOnly: block.satu_langsung ?? false,
  };
}

function optionsOf({ pilihan: given = [] }: ChoiceBlock, build: Build, { place }: About): readonly Option[] {
  const entries = Array.isArray(given)
    ? given.map((label) => [toCode(label), label] as const)
    : build.keysOf([...place, 'pilihan']).map((code) => [code, given[code] ?? code] as const);
  return entries.map(([code, shown], at) => {
    const here = [...place, 'pilihan', Array.isArray(given) ? at : code];
    const { label, hanya_jika: onlyIf } = typeof shown === 'string' ? { label: shown, hanya_jika: undefined } : shown;
    return {
      code,
      label: build.template(label, here),
      onlyIf: onlyIf === undefined ? null : build.condition(onlyIf, here),
    };
  });
}

/** The code of a row that was given without one: "SMA/SMK" is `sma_smk`. */
function toCode(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/gu, '');
}
