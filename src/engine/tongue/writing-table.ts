import { z } from 'zod';

import { dayOf, weekdayOf } from '../../language/calendar.ts';
import { greetByHour, zoneWord } from '../../language/write-date.ts';
import { writeList } from '../../language/write-list.ts';
import { writeNumber } from '../../language/write-number.ts';
import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import type { Fields, Zone } from '../value.ts';
import { writeLength } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** A text of the table with `{{ }}` for what is filled in, and nothing else in them. */
const pattern = (names: string) => {
  const known = new Set(names.split(' '));
  return z.string().refine((text) => {
    const compiled = compileTemplate(text, () => ANYTHING);
    return compiled.ok && compiled.value.mentions.every((path) => known.has(path.join('.')));
  });
};

/** One form, or the form for one and the form for more. */
const unit = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]);

/** `bahasa.tulisan` of a locale file: names and patterns, so that a language needs no code of its own. */
export const writingTable = z.strictObject({
  hari: z.array(z.string()).length(7),
  bulan: z.array(z.string()).length(12),
  tanggal: pattern('tanggal bulan tahun'),
  tanggal_jam: pattern('hari tanggal pukul'),
  pukul: pattern('jam'),
  pukul_zona: pattern('jam zona'),
  pemisah_jam: z.string().max(1),
  ribuan: z.string().max(1),
  pecahan: z.string().max(1),
  dan: z.string(),
  ya: z.string(),
  tidak: z.string(),
  salam: z.strictObject({ pagi: z.string(), siang: z.string(), sore: z.string(), malam: z.string() }),
  satuan: z.strictObject({ menit: unit, jam: unit, hari: unit }),
});

export type WritingTable = z.infer<typeof writingTable>;

/** How a language writes, from its table and its translations of labels. */
export function createWriting(table: WritingTable, word: Writing['word']): Writing {
  const [day, moment, clock, zoned] = [table.tanggal, table.tanggal_jam, table.pukul, table.pukul_zona].map(filler);
  const weekday: Writing['weekday'] = (date) => table.hari[weekdayOf(date)] ?? null;
  const writeDay: Writing['day'] = (date) => {
    const parts = dayOf(date);
    if (parts === null || day === undefined) return date;
    return day({ tanggal: String(parts.day), bulan: table.bulan[parts.month - 1] ?? '', tahun: String(parts.year) });
  };
  const time: Writing['time'] = (text) => text.slice(0, 5).replace(':', table.pemisah_jam);
  const writeClock = (text: string, zone?: Zone): string => {
    const jam = time(text);
    return (zone === undefined ? clock?.({ jam }) : zoned?.({ jam, zona: zoneWord(zone) })) ?? jam;
  };
  const number: Writing['number'] = (value) => regroup(writeNumber(value), table);
  return {
    day: writeDay,
    weekday,
    clock: writeClock,
    time,
    moment: (date, text, zone) =>
      moment?.({ hari: weekday(date) ?? '', tanggal: writeDay(date), pukul: writeClock(text, zone) }) ?? '',
    number,
    bare: (value) => String(value).replace('.', table.pecahan),
    rupiah: (value) => (value < 0 ? `-Rp${number(-value)}` : `Rp${number(value)}`),
    list: (items) => writeList(items, table.dan),
    length: (minutes) =>
      writeLength(minutes, (amount, name) => {
        const [one, more = one] = table.satuan[name];
        return `${amount} ${Math.abs(amount) === 1 ? one : more}`;
      }),
    yesNo: (value) => (value ? table.ya : table.tidak),
    greeting: (hour) => table.salam[greetByHour(hour)],
    word,
  };
}

/** Fills in a pattern; the schema has seen that it compiles. */
function filler(text: string): (values: Fields) => string {
  const compiled = compileTemplate(text, () => ANYTHING);
  return (values) => (compiled.ok ? compiled.value.render(([name = '']) => values[name] ?? null) : '');
}

/** "1.250,5" with the language's own signs. */
function regroup(written: string, { ribuan, pecahan }: WritingTable): string {
  return written.replaceAll(/[.,]/gu, (sign) => (sign === '.' ? ribuan : pecahan));
}
