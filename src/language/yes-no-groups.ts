/** Word groups by the one word that says what they say; no word for what changes nothing. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/\bbelum tahu (?=ikut\b)/gu, 'belum '],
  [/\bins?y?a+ ?al+ah\b/gu, 'insyaallah'],
  [/\bin sya ?allah\b/gu, 'insyaallah'],
  [/\btidak (?:belum|acan|encan)\b/gu, 'belum'],
  [/^(?:sing|ten)(?= (?:mau|punya|bisa|boleh|ada|pernah|datang)\b)/gu, 'tidak'],
  [/\btidak (?:ba|baa) ?a?\b/gu, 'oke'],
  [/\b(?:kurang) (tepat|sesuai|cocok|pas|benar|betul|lengkap)\b/gu, 'keliru'],
  [/\bkurang (?:tahu|yakin|paham|mengerti|ngerti|setuju|minat|berminat|tertarik|jelas|ingat)\b/gu, 'ragu'],
  [/\b(?:pertama kali|baru pertama|baru kali ini|kali pertama|ini (?:yang )?pertama)\b/gu, 'belum'],
  [/\bdi luar (?:pulau|kota|daerah|negeri)\b/gu, 'diluar'],
  [
    /\b(?:benar|betul|sesuai|cocok)(?: \p{L}+)? (?:kecuali|selain)\b|\b(?:perlu|harus|mau|mohon|tolong) (?:di)?(?:perbaiki|ubah|rubah|ganti|koreksi|revisi|ralat|betulkan|benarkan|benerin|betulin)\b/gu,
    'keliru',
  ],
  [
    /\btidak ada (?:yang )?(?:perlu |harus |mau )?(?:di)?(?:salah|keliru|ubah|rubah|ganti|perbaiki|koreksi|revisi|masalah|kendala|perubahan|kesalahan|keberatan|problem)\b/gu,
    'oke',
  ],
  [
    /\b(?:(?:tidak|bukan) (?:ada )?(?:masalah|apa apa)|(?:tidak|no) problem|tidak (?:jadi masalah|keberatan|papa|apa|menolak|salah|keliru))\b/gu,
    'oke',
  ],
  [/\b(?:iya|ya) kali\b|\b(?:butuh|perlu) (?:waktu|bicara|tanya|izin|pikir)\b/gu, 'ragu'],
  [/\b(?:lain|kapan) (?:kali|waktu|kapan|hari)\b|\bnext time\b/gu, 'tidak'],
  [
    /\b(?:tidak|belum|susah) (?:sempat )?(?:bisa |ke|ter)?(?:baca|dibaca|lihat|kelihatan|muncul|buka|dibuka|masuk|login|ngetik|mengetik|klik|dengar|tahu|lengkap)\b/gu,
    'entah',
  ],
  [/\b(?:mau|maunya|tetap) (?:tetap|di sini|di sana)\b/gu, 'tidak'],
  [/\b(?:me)?(?:n|t)erima (?:semua )?(?:syarat|ketentuan|persyaratan)(?:nya)?\b/gu, 'oke'],
  [/\b(?:sama|dengan|bareng|ajak) (?:anak|istri|suami|keluarga|teman)\b/gu, ''],
  [/^eh (?=(?:salah|jangan|tidak|batal)\b)/gu, ''],
  [/\b(?:sudah|telah) (?:di)?(?:jual|hilang|rusak|mati)\b/gu, 'tidak'],
  [/\btidak ada (?:sinyal|pulsa|kuota|paket|paketan|jaringan)\b/gu, 'ragu'],
  [/\bjangan (?:lama|lupa|marah|khawatir|buru)\b/gu, 'ragu'],
  [/\bada (?:acara|kegiatan|kerjaan|kerja|urusan|keperluan|kelas|halangan|kuliah)\b/gu, 'ragu'],
  [/\b(?:bisa|boleh) jadi\b/gu, 'mungkin'],
  [/\b(?:he|ho|hu|ha) (?:eh|oh|uh|ah|em|euh)\b|\byo i\b/gu, 'hooh'],
  [/\b(?:kenapa|mengapa) tidak\b/gu, 'oke'],
  [/\bwhy tidak\b|\bof course\b|\b(?:benar|semua|al) good\b/gu, 'oke'],
  [/\bdengan (?:senang|sepenuh) hati\b|\b(?:memberi|memberikan|kasih) (?:izin|persetujuan)\b/gu, 'oke'],
  [/\b(?:tidak bisa|susah) (?:bilang|jawab)\b/gu, 'ragu'],
  [/\b(?:pasti tidak|tidak mungkin|mustahil)\b/gu, 'tidak'],
  [/\b(?:belum|tidak) (?:ada )?kepastian\b/gu, 'entah'],
  [/\bgelombang \d\b/gu, 'gelombang'],
  [/\bya bingung\b/gu, 'entah'],
  [/\btidak (?:bisa|sanggup|kuat|mau) kalau\b/gu, 'tidak bisa'],
  [/\byang benar saja\b/gu, 'entah'],
  [/^(?:sing|ten)$/gu, 'tidak'],
  [/\b(setuju|sepakat|menyetujui|menerima) (?:dengan |atas |sama |semua )*syarat dan ketentuan(?:nya)?\b/gu, 'setuju'],
  [/\bkalau (?:begitu|gitu)\b|\bnanti (?:saya )?(?=bawa\b)/gu, ''],
];

/**
 * Groups whose meaning is not that of their words, as one word: "tidak apa-apa" is a yes, "kurang tepat" a no; those of
 * the question last.
 */
export function joinGroups(words: readonly string[], own: readonly (readonly [RegExp, string])[] = []): string[] {
  if (words.length < 2 && own.length === 0 && !/^(?:in|sing$|ten$)/u.test(words[0] ?? '')) return [...words];
  let said = words.join(' ');
  for (const [group, word] of GROUPS) said = said.replaceAll(group, word);
  for (const [group, word] of own) said = said.replaceAll(group, word);
  return said.split(' ').filter((word) => word !== '');
}
