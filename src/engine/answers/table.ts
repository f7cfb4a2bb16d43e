import { angka } from './angka.ts';
import type { AnswerKind } from './answer-kind.ts';
import { berkas } from './berkas.ts';
import { email } from './email.ts';
import { foto } from './foto.ts';
import { jenisKelamin } from './jenis-kelamin.ts';
import { kode } from './kode.ts';
import { lokasi } from './lokasi.ts';
import { nama } from './nama.ts';
import { nik } from './nik.ts';
import { nilai } from './nilai.ts';
import { pilihan } from './pilihan.ts';
import { setuju } from './setuju.ts';
import { tanggal } from './tanggal.ts';
import { teks } from './teks.ts';
import { telepon } from './telepon.ts';
import { waktu } from './waktu.ts';
import { wilayah } from './wilayah.ts';
import { yaTidak } from './ya-tidak.ts';

/** Every `jenis` of the flow language, in the order of the manual. A new one is a file and a line here. */
export const ANSWER_KINDS: readonly AnswerKind[] = [
  teks,
  nama,
  telepon,
  email,
  jenisKelamin,
  yaTidak,
  setuju,
  pilihan,
  nik,
  tanggal,
  waktu,
  angka,
  wilayah,
  nilai,
  kode,
  foto,
  berkas,
  lokasi,
];
