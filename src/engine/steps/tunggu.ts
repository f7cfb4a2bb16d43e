import { z } from 'zod';

import type { Operation } from '../catalogue.ts';
import type { Expression } from '../expression/compile.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Move, Walk } from '../flow.ts';
import { NEXT, WAIT } from '../flow.ts';
import { HAPPENED, isParkedFull, TOO_LATE } from '../hearing/parked.ts';
import { branches, duration, onlyIf, text } from '../loading/block.ts';
import type { Build, Here } from '../loading/build.ts';
import { stepKind, take } from '../loading/build.ts';
import { unpackFields, unpackValue } from '../pack-value.ts';
import { codeOf } from '../value.ts';
import { timeOf } from '../waiting/time-of.ts';
import { mark, scopeHere, sentence, tell, top } from '../walk.ts';
import { buildResults, takeResult } from './results.ts';

/**
 * Waits for something that happens elsewhere, or for a time. It never holds the chat: the conversation is parked, the
 * menu and every other flow may be used meanwhile, and it goes on when what it waits for has come.
 */
export const tunggu = stepKind({
  word: 'tunggu',
  schema: z.strictObject({
    tunggu: text,
    tentang: text.optional(),
    paling_lama: duration.optional(),
    sambil_menunggu: text.optional(),
    sebagai: text.optional(),
    hasil: branches.optional(),
    ...onlyIf,
  }),
  key: ({ tunggu: what }) => `~${String(what)}`,
  build(block, build, here) {
    const { place } = here;
    const name = block.tunggu.trim();
    const results = resultsOf(name, block.paling_lama !== undefined, build);
    const time = results === null ? build.expression(name, [...place, 'tunggu']) : null;
    if (time !== null) holdTime(time, block, build, here);
    else holdResults(Object.keys(results ?? {}), block, build, here);
    const about = block.tentang === undefined ? null : build.expression(block.tentang, [...place, 'tentang']);
    const words =
      block.sambil_menunggu === undefined ? null : build.template(block.sambil_menunggu, [...place, 'sambil_menunggu']);
    const taken = buildResults(block, results === null ? undefined : { results }, build, here);
    const mentions = [...(about?.mentions ?? []), ...(time?.mentions ?? [])];
    const endOf = (walk: Walk): number | null => {
      if (time !== null) return timeOf(time.evaluate(scopeHere(walk)), walk.facts) ?? walk.facts.now;
      return block.paling_lama === undefined ? null : walk.facts.now + block.paling_lama;
    };
    const isOver = (walk: Walk, until: number | null): Move | null => {
      if (time !== null && until !== null && until <= walk.facts.now) return NEXT;
      if (!isParkedFull(walk)) return null;
      tell(walk, sentence(walk, 'terlalu_banyak_ditunggu'));
      return time === null ? take(taken.branches.get(TOO_LATE) ?? { type: 'word', word: 'selesai' }) : NEXT;
    };
    return {
      arrive(walk, step) {
        const scope = scopeHere(walk);
        const f = fingerprint(mentions, scope);
        const before = top(walk).before[step.key];
        const isSame = before !== undefined && (before.f ?? '') === f;
        if (isSame && before.r !== undefined) {
          return takeResult(taken, walk, step, { result: before.r, values: unpackFields(before.give ?? {}) }, f);
        }
        const until = isSame && before.v !== undefined ? timeOf(unpackValue(before.v), walk.facts) : endOf(walk);
        const over = isOver(walk, until);
        if (over !== null) return over;
        const v = until === null ? {} : { v: { m: until, z: walk.facts.zone } };
        mark(walk, step.key, { ...v, f });
        walk.wait = {
          type: 'event',
          event: time === null ? name : null,
          about: about === null ? null : codeOf(about.evaluate(scope)),
          until,
        };
        return WAIT;
      },
      resume: (walk, step, outcome) =>
        time === null ? takeResult(taken, walk, step, outcome, top(walk).path[step.key]?.f) : NEXT,
      repeat(walk) {
        if (words !== null) tell(walk, words.render(scopeHere(walk)));
        return WAIT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh tunggu
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - kirim: Permintaan sudah kami teruskan.
  - tunggu: keputusan_contoh
    paling_lama: 3 hari
    sambil_menunggu: Kami masih menunggu keputusannya.
    hasil:
      disetujui:
        - kirim: "Disetujui, dengan catatan: {{ catatan }}"
      ditolak:
        - kirim: Mohon maaf, belum disetujui.
      terlambat:
        - kirim: Sampai batas waktunya belum ada keputusan.
uji:
  - nama: keputusan datang, sementara itu yang lain tetap dapat dipakai
    misalkan:
      peristiwa: { keputusan_contoh: { disetujui: { catatan: silakan } } }
    percakapan:
      - warga: contoh
      - bot: sudah kami teruskan
      - warga: bagaimana
      - bot: masih menunggu
      - peristiwa: keputusan_contoh
      - bot: "Disetujui, dengan catatan: silakan"
      - berakhir: selesai
  - nama: tidak ada keputusan
    percakapan:
      - warga: contoh
      - waktu: +73 jam
      - bot: belum ada keputusan
`,
});

type Block = Readonly<{
  tunggu: string;
  paling_lama?: number | undefined;
  tentang?: string | undefined;
  hasil?: object | undefined;
}>;

/** The results that a wait for this event may have; null when it is no event but a time. */
function resultsOf(name: string, isLimited: boolean, { catalogue }: Build): Operation['results'] | null {
  const awaited = Object.hasOwn(catalogue.awaited ?? {}, name) ? catalogue.awaited?.[name] : undefined;
  const plain = Object.hasOwn(catalogue.events, name) ? catalogue.events[name] : undefined;
  const results = awaited?.results ?? (plain === undefined ? null : { [HAPPENED]: plain });
  return results === null || !isLimited ? results : { ...results, [TOO_LATE]: {} };
}

/** A time alone has no results, and nothing that it could be about. */
function holdTime({ kind: { kind } }: Expression, block: Block, build: Build, { place }: Here): void {
  if (!TIMES.has(kind)) build.fault('tunggu_bukan_waktu', [...place, 'tunggu'], { apa: block.tunggu, jenis: kind });
  for (const kunci of ['hasil', 'paling_lama', 'tentang'] as const) {
    if (block[kunci] !== undefined) build.fault('tunggu_waktu_saja', [...place, kunci], { kunci });
  }
}

const TIMES: ReadonlySet<string> = new Set(['durasi', 'saat', 'tanggal', 'apa_saja']);

/** Every result of the event must be handled, `terlambat` too where there is a longest time; there is no catch-all. */
function holdResults(known: readonly string[], block: Block, build: Build, { place }: Here): void {
  const { hasil, tunggu: nama } = block;
  const handled = Object.keys(hasil ?? {});
  for (const result of known.filter((one) => !handled.includes(one))) {
    build.fault('hasil_belum_ditangani', [...place, 'tunggu'], { hasil: result, nama });
  }
  for (const result of handled.filter((one) => !known.includes(one))) {
    build.fault('hasil_tidak_dikenal', [...place, 'hasil', result], { hasil: result, nama, maksud: known[0] ?? '' });
  }
}
