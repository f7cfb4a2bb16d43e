import { dayOf, weekdayOf } from './calendar.ts';
import type { Zone } from './calendar.ts';

/** The days of the week, from Minggu (0). */
export const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/** The months, from Januari (0). */
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** `2026-12-03` as "Kamis, 3 Desember 2026" (EYD V; Intl of Node 20 writes "03"). A text that is no date comes back as it is. */
export function writeDate(iso: string): string {
  const weekday = WEEKDAYS[weekdayOf(iso)];
  return weekday === undefined ? iso : `${weekday}, ${writeShortDate(iso)}`;
}

/** `2026-12-03` as "3 Desember 2026". A text that is no date comes back as it is. */
export function writeShortDate(iso: string): string {
  const day = dayOf(iso);
  return day === null ? iso : `${day.day} ${MONTHS[day.month - 1] ?? ''} ${day.year}`;
}

/** `09:00` as "pukul 09.00", with the zone of the place "pukul 09.00 WIB". */
export function writeTime(time: string, zone?: Zone): string {
  const clock = `pukul ${time.slice(0, 5).replace(':', '.')}`;
  return zone === undefined ? clock : `${clock} ${zoneWord(zone)}`;
}

/** "Kamis, 3 Desember 2026, pukul 09.00 WIB". */
export function writeDateTime(iso: string, time: string, zone?: Zone): string {
  return `${writeDate(iso)}, ${writeTime(time, zone)}`;
}

/** WIB, WITA or WIT: what people call a zone. */
export function zoneWord(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  if (zone === 'Asia/Makassar') return 'WITA';
  return zone === 'Asia/Jayapura' ? 'WIT' : 'WIB';
}

/** The word for a greeting at an hour (0 to 23): "Selamat pagi" until 10, siang until 14, sore until 18. */
export function greetByHour(hour: number): 'pagi' | 'siang' | 'sore' | 'malam' {
  if (hour >= 4 && hour < 11) return 'pagi';
  if (hour >= 11 && hour < 15) return 'siang';
  return hour >= 15 && hour < 18 ? 'sore' : 'malam';
}
