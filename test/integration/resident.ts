/**
 * A resident who registers for the first class, from the first word to the last, as they type or tap: `tap` names a
 * label, or the beginning of one.
 */
export const registration: readonly ({ readonly text: string } | { readonly tap: string })[] = [
  { text: 'daftar' },
  { tap: 'Konten Kreator gelombang 1' },
  { tap: 'Ya' },
  { tap: 'Setuju' },
  { text: '17 agustus 1975' },
  { text: 'siti aminah' },
  { tap: 'Perempuan' },
  { tap: 'Toboali' },
  { text: 'gadung' },
  { text: '0812 3456 0123' },
  { tap: 'Lewati' },
  { tap: 'Wirausaha' },
  { text: 'supaya dagangan saya laku' },
  { tap: 'Tidak perlu' },
  { tap: 'Kirim' },
  { tap: 'Boleh' },
  { tap: 'Boleh' },
];
