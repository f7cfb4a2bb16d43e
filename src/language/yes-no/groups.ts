type Groups = readonly (readonly [RegExp, string])[];

/** Denials whose meaning is not denied, before the question's own words are looked for: "tidak ada yang perlu diubah". */
const FIRST: Groups = [
  [/^(?:sing|ten|seng)(?= (?:setuju|apa|mau|punya|bisa|boleh|ada|pernah|datang)\b)/gu, 'tidak'],
  [/\bkek nya\b/gu, 'kayaknya'],
  [
    /\btidak ada (?:yang )?(?:perlu |harus |mau )?(?:di)?(?:salah|keliru|ubah|rubah|ganti|perbaiki|koreksi|revisi|betulkan|benarkan|benerin|tambah|kurangi|masalah|kendala|perubahan|kesalahan|keberatan|problem)\b/gu,
    'oke',
  ],
  [
    /\b(?:(?:tidak|bukan) (?:ada )?(?:masalah|apa apa)|(?:tidak|no) problem|tidak (?:jadi masalah|keberatan|papa|apa|menolak|salah|keliru))\b/gu,
    'oke',
  ],
  [/\b(?:tidak (?:bisa|sanggup|kuat|mau|setuju|bersedia)|keberatan|menolak) (?:kalau|jika|bila)\b/gu, 'tidak bisa'],
  [/\b(?:kalau|jika) (?:bisa|boleh|dapat) (?=jangan\b|tidak\b)/gu, ''],
  [/\bno (?:koreksi|correction|issue)\b/gu, 'oke'],
  [/^(?:uhuy|asik|asyik|hore|yeay|yey|wih|cihuy|oh?i?ya|beh|nah|alah(?= moal| tidak)) (?=\p{L})/gu, ''],
  [
    /\b(?:pak|bu|bapak|ibu|mas|mbak) (?:guru|camat|kades|lurah|rt|rw|bidan|admin|haji|ketua|dosen|ustad|dukuh|carik|sekdes|bupati|petugas|panitia|perangkat)\b/gu,
    'pak',
  ],
  [/\bmewakili \p{L}+\b/gu, ''],
];

/** Word groups by the one word that says what they say; no word for what changes nothing. */
const GROUPS: Groups = [
  [/\bbelum tahu (?=ikut\b)/gu, 'belum '],
  [/\bsudah tahu (?=ikut\b)/gu, 'sudah '],
  [/\bin ?(?:s?y?a*|saya) ?al+[ao]h\b/gu, 'insyaallah'],
  [/\btidak (?:belum|acan|encan)\b/gu, 'belum'],
  [/\btidak (?:ba|baa) ?a?(?: do)?\b|\btidak (?:apo|ape|opo|pa)\b(?: (?:apo|ape|opo|pa)\b)?/gu, 'oke'],
  [/\b(?:kurang) (tepat|sesuai|cocok|pas|benar|betul|lengkap)\b/gu, 'keliru'],
  [
    /\bkurang (?:tahu|yakin|paham|mengerti|ngerti|setuju|jelas|ingat)\b|\b(?:belum|tidak) bisa (?:jawab|menjawab|memutuskan|memastikan|putuskan)\b|\b(?:belum|tidak) (?:bisa |berani )?(?:janji|menjanjikan|jamin|menjamin)\b|\bsalah (?:kirim|sambung|nomor)\b|\b(?:kirim|kirimkan|coba) (?:ulang|lagi)\b/gu,
    'ragu',
  ],
  [
    /\bkurang (?:minat|berminat|tertarik)\b|\b(?:pas|lewat|bolos) dulu\b|\bmana (?:mungkin|ada)\b|\bboro boro\b/gu,
    'tidak',
  ],
  [
    /\bmasa (?:iya )?tidak$|\bsemoga (?:bermanfaat|lancar|sukses|berkah|sehat selalu)\b|\bdemi \p{L}+\b|\b(?:berapa|kapan|mana) (?:saja|pun)\b|\byang penting (?:bisa )?(?:ikut|dapat)\b/gu,
    '',
  ],
  [/\bmalah (?:lebih )?(?:senang|bagus|suka|longgar|enak|baik|cocok|pas|santai)\b/gu, 'oke'],
  [/\b(?:pertama kali|baru pertama|baru kali ini|kali pertama|ini (?:yang )?pertama)\b/gu, 'belum'],
  [/\bdi luar (?:pulau|kota|daerah|negeri)\b/gu, 'diluar'],
  [
    /\b(?:benar|betul|sesuai|cocok)(?: \p{L}+)? (?:kecuali|selain)\b|\b(?:perlu|harus|mau|mohon|tolong) (?:di)?(?:edit|perbaiki|ubah|rubah|ganti|koreksi|revisi|ralat|betulkan|benarkan|benerin|betulin)\b/gu,
    'keliru',
  ],
  [/\b(?:iya|ya) kali\b|\b(?:butuh|perlu) (?:waktu|bicara|tanya|izin|pikir)\b/gu, 'ragu'],
  [/\b(?:lain|kapan) (?:kali|waktu|kapan|hari)\b|\bnext time\b/gu, 'tidak'],
  [
    /\b(?:tidak|belum|susah) (?:sempat )?(?:bisa |ke|ter)?(?:baca|dibaca|lihat|kelihatan|keliatan|terlihat|muncul|nyambung|tersambung|terhubung|connect|konek|loading|terkirim|kekirim|buka|dibuka|terbuka|kebuka|masuk|login|ngetik|mengetik|klik|dengar|tahu|lengkap)\b/gu,
    'entah',
  ],
  [/\b(?:mau|maunya|tetap) (?:tetap|di sini|di sana)\b/gu, 'tidak'],
  [/\b(?:me)?(?:n|t)erima (?:semua )?(?:syarat|ketentuan|persyaratan)(?:nya)?\b/gu, 'oke'],
  [/\b(?:sama|dengan|bareng|bersama|ajak) (?:\d+ )?(?:orang )?(?:anak|istri|suami|keluarga|teman)\b/gu, ''],
  [/\b(?:dan|serta|plus) (?:anak|istri|suami|keluarga|teman)(?: saya)?$/gu, ''],
  [/^eh (?=(?:salah|jangan|tidak|batal)\b)/gu, ''],
  [/\b(?:sudah|telah) (?:di)?(?:jual|hilang|rusak|mati)\b/gu, 'tidak'],
  [/\btidak ada (?:sinyal|pulsa|kuota|paket|paketan|jaringan)\b/gu, 'ragu'],
  [/\bjangan (?:lama|lupa|marah|khawatir|buru)\b/gu, 'ragu'],
  [/\bada (?:acara|kegiatan|kerjaan|kerja|urusan|keperluan|kelas|halangan|kuliah)\b/gu, 'ragu'],
  [/\b(?:bisa|boleh) jadi\b/gu, 'mungkin'],
  [/\b(?:he|ho|hu|ha) (?:eh|oh|uh|ah|em|um|euh)\b|\byo i\b/gu, 'hooh'],
  [/\b(?:kenapa|mengapa) tidak\b/gu, 'oke'],
  [/\bsiapa (?:yang )?(?:takut|nolak|menolak|tidak (?:mau|ingin|pengin|pengen))\b/gu, 'oke'],
  [/\bwhy tidak\b|\bof course\b|\b(?:benar|semua|al) good\b/gu, 'oke'],
  [/\bdengan (?:senang|sepenuh) hati\b|\b(?:memberi|memberikan|kasih) (?:izin|persetujuan)\b/gu, 'oke'],
  [/\b(?:tidak bisa|susah) (?:bilang|jawab)\b/gu, 'ragu'],
  [/\b(?:pasti tidak|tidak mungkin|mustahil|mengundurkan diri|undur diri)\b/gu, 'tidak'],
  [/\b(?:belum|tidak) (?:ada )?kepastian\b/gu, 'entah'],
  [/\bya bingung\b/gu, 'entah'],
  [/\byang benar saja\b|^yang benar(?: nih)?$/gu, 'entah'],
  [/^(?:embung|alim)(?: ah)?$/gu, 'emoh'],
  [/^bisa i?ya$|^i?ya kan$/gu, 'entah'],
  [/\b(?:i?ya|mau|bisa|ikut|setuju) apa tidak\b|\bbelum ada (?:jawaban|keputusan|kabar|info)\b/gu, 'entah'],
  [/\bsudah (?:saya )?(?:baca|membaca|dibaca)(?: dan)?\b|\bmalah$/gu, ''],
  [/\btanpa (?:paksaan|syarat|keberatan|ragu)\b/gu, ''],
  [/\b(?:sek|sik|sebentar|bentar|ntar) tidak\b|\btidak (?:pikir|delok|cek|takon|tanya)\b/gu, 'entah'],
  [/\btinggal (?:nunggu|menunggu) \p{L}+\b/gu, ''],
  [/\busahakan (?=pasti\b)/gu, ''],
  [/^(?:ok |oke |ya |iya )?(?:saya )?(?:me|n)?terima$/gu, 'oke'],
  [/^(?:sing|ten)$/gu, 'tidak'],
  [/\b(setuju|sepakat|menyetujui|menerima) (?:dengan |atas |sama |semua )*syarat dan ketentuan(?:nya)?\b/gu, 'setuju'],
  [/\bgelombang \d\b/gu, 'gelombang'],
  [/\bkalau (?:begitu|gitu)\b|\bnanti (?:saya )?(?=bawa\b)/gu, ''],
];

/**
 * Groups whose meaning is not that of their words, as one word: "tidak apa-apa" is a yes, "kurang tepat" a no; those of
 * the question before the general ones.
 */
export function joinGroups(words: readonly string[], own: Groups = []): string[] {
  if (words.length < 2 && own.length === 0 && !/^(?:in|sing$|ten$)/u.test(words[0] ?? '')) return [...words];
  let said = words.join(' ');
  if (ANY_FIRST.test(said)) said = joined(said, FIRST);
  said = joined(said, own);
  if (ANY_GROUP.test(said)) said = joined(said, GROUPS);
  return said.split(' ').filter((word) => word !== '');
}

/** One look tells the many texts that hold none of the groups. */
const [ANY_FIRST, ANY_GROUP] = [anyOf(FIRST), anyOf(GROUPS)];

function anyOf(groups: Groups): RegExp {
  return new RegExp(groups.map(([group]) => group.source).join('|'), 'u');
}

function joined(said: string, groups: Groups): string {
  let text = said;
  for (const [group, word] of groups) text = text.replaceAll(group, word);
  return text;
}
