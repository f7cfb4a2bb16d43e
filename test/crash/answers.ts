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
  [/^Pelatihan mana/mu, ({ batch }) => ({ taps: batch })],
  [/Mau ikut antre\?|Mau masuk antrean\?/u, () => ({ taps: 'Ya' })],
  [/Bersedia mengikuti sampai selesai\?/u, () => ({ taps: 'Ya' })],
  [/Apakah Bapak\/Ibu setuju\?/u, () => ({ taps: 'Setuju' })],
  [/^Tanggal lahir/mu, () => ({ says: '17 agustus 1975' })],
  [/^Nama lengkap/mu, ({ name }) => ({ says: name })],
  [/^Jenis kelamin/mu, () => ({ taps: 'Perempuan' })],
  [/kecamatan mana/u, () => ({ taps: 'Toboali' })],
  [/^Desa atau kelurahan/mu, () => ({ says: 'gadung' })],
  [/^Nomor HP/mu, ({ phone }) => ({ says: phone })],
  [/^Alamat email/mu, () => ({ says: 'lewati' })],
  [/^Apa pekerjaan/mu, () => ({ taps: 'Wirausaha' })],
  [/^Apa tujuan/mu, () => ({ taps: 'Menambah ilmu' })],
  [/bantuan khusus/u, () => ({ taps: 'Tidak perlu' })],
  // The programme's own form.
  [/sudah punya usaha\?/u, () => ({ taps: 'Ya' })],
  [/^Apa yang dijual\?/mu, () => ({ says: 'keripik singkong' })],
  [/^Di mana biasanya dijual\?/mu, () => ({ says: '1,3' })],
  [/^Mohon diperiksa/mu, () => ({ taps: 'Kirim' })],
  [/Boleh kami (?:ingatkan|kabari)/u, () => ({ taps: 'Boleh' })],
];

/** null: it asks nothing. */
export function replyTo(text: string, wish: Wish): Reply | null {
  const rule = rules.find(([question]) => question.test(text));
  return rule === undefined ? null : rule[1](wish);
}

/** The last words of a registration, or, to whom they never reached, what a greeting is answered with after them. */
export function isFarewell(text: string): boolean {
  return text.includes('sudah kami catat') || text.includes('Ada yang dapat kami bantu?');
}

/** What the person was told about their place. */
export function placeIn(text: string): 'seat' | 'wait' | null {
  if (/terdaftar di .+ nomor PD-/u.test(text)) return 'seat';
  return /di antrean nomor \d+, nomor pendaftaran PD-/u.test(text) ? 'wait' : null;
}

/** What is said to somebody who was not understood, tapped an old button, or was not served. */
export function isRegret(text: string): boolean {
  return /^Maaf,|^Tombol itu milik pertanyaan sebelumnya|karena gangguan di pihak kami/mu.test(text);
}
