import { describe, expect, it } from 'vitest';

import { day, lateEvening, names, scopeOf, time } from '../../../test/engine/imagined-flow.ts';
import type { Fields } from '../value.ts';
import { compileTemplate } from './compile.ts';

function render(text: string, values: Fields = {}): string {
  const compiled = compileTemplate(text, names);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.code}`);
  return compiled.value.render(scopeOf(values));
}

describe('texts', () => {
  it.each<[string, Fields, string]>([
    ['Halo {{ nama }}.', { nama: 'Siti' }, 'Halo Siti.'],
    ['{{nama}}{{ nama }}', { nama: 'a' }, 'aa'],
    ['{{ pekerjaan }}', { pekerjaan: { type: 'choice', code: 'asn', label: 'ASN' } }, 'ASN'],
    ['{{ pelatihan }}', { pelatihan: { type: 'record', code: 'K', name: 'Koding', fields: {} } }, 'Koding'],
    ['{{ umur }} {{ umur | angka }} {{ umur | rupiah }}', { umur: 4096 }, '4096 4.096 Rp4.096'],
    ['{{ lahir | tanggal }}, {{ lahir | hari }}', { lahir: day('2026-12-14') }, '14 Desember 2026, Senin'],
    ['Buka {{ jam | pukul }}', { jam: time('09:00') }, 'Buka pukul 09.00'],
    [
      '{{ pelatihan.mulai | tanggal_jam }}',
      { 'pelatihan.mulai': lateEvening('Asia/Jakarta') },
      'Selasa, 1 Desember 2026, pukul 23.30 WIB',
    ],
    ['{{ pelatihan.mulai | pukul }}', { 'pelatihan.mulai': lateEvening('Asia/Makassar') }, 'pukul 00.30 WITA'],
    ['{{ pelatihan.mulai | tanggal }}', { 'pelatihan.mulai': lateEvening('Asia/Jayapura') }, '2 Desember 2026'],
    [
      '{{ hari | sebutkan }}, {{ hari | jumlah }}, {{ hari | pertama }}',
      { hari: ['sabtu', 'minggu'] },
      'sabtu dan minggu, 2, sabtu',
    ],
    ['{{ nama | jika_kosong("tidak ada") }}', {}, 'tidak ada'],
    ["{{ nama | jika_kosong(email) | jika_kosong('-') }}", { email: 'a@b.id' }, 'a@b.id'],
    ['{{ kontak.telepon | samar }}', { 'kontak.telepon': '+6281234560123' }, '0812••••0123'],
    [
      '{{ nama | samar }} {{ email | samar }}',
      { nama: 'Siti Aminah', email: 'siti.a@contoh.id' },
      'S••• A••••• sit•••@contoh.id',
    ],
    ['{{ nama | potong(5) }}', { nama: 'Pelatihan' }, 'Pela…'],
    ['{{ jam | sapaan }}', { jam: time('16:00') }, 'Selamat sore'],
    ['{{ lama }}', { lama: { type: 'duration', minutes: 90 } }, '1 jam 30 menit'],
    ['{{ lama }}', { lama: { type: 'duration', minutes: 10_080 } }, '7 hari'],
    ['{{ setuju }}', { setuju: true }, 'ya'],
    ['Tanpa kurung, dengan [nama] dan <b>.', {}, 'Tanpa kurung, dengan [nama] dan <b>.'],
  ])('%s with %o', (text, values, expected) => {
    expect(render(text, values)).toBe(expected);
  });

  it.each<[string, string]>([
    ['Halo {nama}', 'kurung_kurawal_tunggal'],
    ['Halo ${nama}', 'kurung_kurawal_tunggal'],
    ['Halo {{ nama', 'kurung_kurawal_terbuka'],
    ['Halo nama }}', 'kurung_kurawal_tertutup'],
    ['Halo {{ }}', 'syarat_kosong'],
    ['Halo {{ nma }}', 'nama_tidak_dikenal'],
    ['{% if x %}', 'kurung_kurawal_tunggal'],
  ])('%s: %s', (text, code) => {
    expect(compileTemplate(text, names)).toMatchObject({ ok: false, code });
  });
});
