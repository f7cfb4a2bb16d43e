/** What a person does about a question: taps a button, or writes. */
export type Reply = { readonly taps: string } | { readonly says: string };

/** What a person wants, and who they are; all of it invented. */
export interface Wish {
  /** How the wanted batch begins in the list. */
  readonly batch: string;
  readonly name: string;
  readonly phone: string;
}

type Rule = readonly [question: RegExp, reply: (wish: Wish) => Reply];

/** The questions of a registration, known by what they say, and an answer to each. */
const rules: readonly Rule[] = [
  [/^Pelatihan mana/u, ({ batch }) => ({ taps: batch })],
  [/Mau ikut antre\?|Mau masuk antrean\?/u, () => ({ taps: 'Ya' })],
  [/Bersedia mengikuti sampai selesai\?/u, () => ({ taps: 'Ya' })],
  [/Apakah Bapak\/Ibu setuju\?/u, () => ({ taps: 'Setuju' })],
  [/^Tanggal lahir/u, () => ({ says: '17 agustus 1975' })],
  [/^Nama lengkap/u, ({ name }) => ({ says: name })],
  [/^Jenis kelamin/u, () => ({ taps: 'Perempuan' })],
  [/kecamatan mana/u, () => ({ taps: 'Toboali' })],
  [/^Desa atau kelurahan/u, () => ({ says: 'gadung' })],
  [/^Nomor HP/u, ({ phone }) => ({ says: phone })],
  [/^Alamat email/u, () => ({ says: 'lewati' })],
  [/^Apa pekerjaan/u, () => ({ taps: 'Wirausaha' })],
  [/^Apa tujuan/u, () => ({ taps: 'Menambah ilmu' })],
  [/bantuan khusus/u, () => ({ taps: 'Tidak perlu' })],
  [/^Mohon diperiksa/u, () => ({ taps: 'Kirim' })],
  [/Boleh kami (?:ingatkan|kabari)/u, () => ({ taps: 'Boleh' })],
];

/** null: it asks nothing. */
export function replyTo(text: string, wish: Wish): Reply | null {
  const rule = rules.find(([question]) => question.test(text));
  return rule === undefined ? null : rule[1](wish);
}

/** The last words of a registration. */
export function isFarewell(text: string): boolean {
  return text.includes('sudah kami catat');
}

/** What the person was told about their place. */
export function placeIn(text: string): 'seat' | 'wait' | null {
  if (/terdaftar di .+ nomor PD-/u.test(text)) return 'seat';
  return /di antrean nomor \d+, nomor pendaftaran PD-/u.test(text) ? 'wait' : null;
}
