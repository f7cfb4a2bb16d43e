const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Words that say yes by themselves, whatever was asked. */
export const AGREE = set(
  `ya iya y yup yap yep yes yoi yo ok oke okey okay okelah wokeh woke oks okeh sip siap betul benar sesuai cocok tepat pas
  setuju sepakat hadir bisa datang mau boleh bersedia sedia lanjut lanjutkan teruskan gas gaskeun gaskan gass pernah ada punya
  memiliki mempunyai ikut sudah pasti tentu tentunya jelas silakan silahkan monggo sanggup minat berminat tertarik deal yakin
  inggih njih nggih enggih iyo oyi iih ao eng hooh heeh leres saged gelem menyetujui mengizinkan izinkan diizinkan berkenan
  dapat hayuk ayo yuk yoo ye baik jadi aman ikutan lanjutin laksanakan iyes iyah iye iyaa yaps okk sikat cus
perbolehkan perbolehin iyak yaap ingin butuh perlu ac approve sepenuhnya sure fine okedeh okedoh dilanjutkan
  dilanjut lanjutin terusin menyetujuinya hayo mangga haah eya 86 silakan persetujuan izinkan siyap ashiap kuy skuy hayu ridho ridha ridhoi ikhlas rela asiap senang seneng dipersilahkan dipersilakan yups yaph yha lanjot izinin ijinin okesip okesiap iyap iyup ayok saestu mesti yoman legowo merestui restui lilo satujuin gaspol akur akor sapuk nyetujui`,
);

/** Yes in one language and something else in another: understood, but worth repeating before anything is built on it. */
export const LOCAL_YES = set('iih ao eng oyi ye sikat cus');

/** An answer with these in it deletes or needs something: repeated before it counts. */
export const TO_REPEAT = set('hapus dihapus hapuskan hapusin');

/** Long words of answering, in which a slip of the finger leaves no doubt. */
export const TYPABLE: readonly string[] = [
  ...set(`setuju bersedia sesuai pernah lanjutkan sanggup berminat silakan tidak keberatan menolak sepakat menyetujui mengizinkan
  belum boleh hadir lanjut`),
];

/** "Not" in the languages around: Javanese, Banjar, Bangka Malay, Minang, Manggarai. */
export const LOCAL_NOT = set('mboten ora durung dereng kada kadada dak ndak wegah toe tida nehi indak inda');

/** Words that turn what follows into its opposite; `tidak` stands for its many spellings already. */
export const NOT = new Set([...LOCAL_NOT, ...set('tidak bukan belum jangan no nope g emoh ogah moh gosah never acan')]);

/** Words that say no by themselves. */
export const REFUSE = set(
  'emoh emmoh ogah moh wegah keberatan menolak tolak berhalangan absen skip batal mundur diluar bohong nolak nihil disagre decline wrong males malas bolos batalkan urungkan cancel cancelin batalin urung berkeberatan against',
);

/** Words that find a fault in what was shown. */
export const FAULT = set(
  'salah sala slh kelewat terlewat kelewatan ketuker ketukar keliru typo kliru kebalik ngawur meleset kurang ketinggalan terbalik tertukar',
);

/** Words that leave it open. */
export const DOUBT = set(
  `nanti ntar bentar sebentar tunggu kayaknya kayanya sepertinya keknya mungkin barangkali entah terserah pikir ragu bingung
  insyaallah diusahakan usahakan semoga mudah coba lihat tergantung kira maybe kadang hmm hm`,
);

/** Words that make a denial soft: "kayaknya ga bisa" may still become a yes. */
export const HEDGE = set('kayaknya kayanya sepertinya keknya mungkin barangkali maybe entah');

/** Words that make an answer depend on something else. */
export const CONDITION = set(
  'kalau jika bila asal asalkan kecuali syarat syaratnya sebagian selama apabila seandainya tergantung',
);

/** After "ya": an outcry, not an answer. */
export const OUTCRY = set('allah ampun tuhan tuhanku gusti alloh salam nasib gitu begitu');

/** Words about the past that take nothing back: "sudah, tapi dulu banget". */
export const PAST = set('dulu lama jarang sekali banget kemarin tahun lalu pernah waktu itu');

/** Words that neither agree nor deny: the speaker, softeners, and what the service's own questions are about. */
export const FILL = set(
  `saya kami kita ya dong deh sih kok lah nih saja kan pun juga sekali banget sangat amat akan untuk dengan atas semua semuanya
  seluruh data datanya pribadi diproses dipakai digunakan disimpan dipergunakan penggunaan pendaftaran pelatihan kelas
  acara kegiatan mengikuti gelombang dipindah dipindahkan pindah ini itu tersebut di ke pada hari tanggal jam besok lusa kak
  kaka kakak pak bapak bu ibu min mimin admin mas mbak bang sam gan bos aman lancar sampai selesai hadirnya lagi kembali
yang sama semangat wis wes akan pian akn memang emang begitu kitorang torang sebagaimana mestinya seperlunya undangannya fix mantap mantab lengkap otw paham dan mah gitu deng
  laptopnya diproses tolong kuliah laptop hp sendiri persen 100 1000 tadi membawa bawa dibawa pindahkan pindahin
  dipindahin bilang dari tenang memberikan please i do kang teh bli gus ndan komandan boskuh bosku ai pang gin mi ji
  ki nyo e woi oi hapus dihapus hapuskan hapusin pukul kursi roda tuna rungu netra daksa wicara tongkat kruk juru
  bahasa isyarat braille pakai memakai dipun agem kak jeng mang abah mami daeng lae ito inang amang do tulang pace
  mace kaka nona isinya namanya terus ketentuan ktp izin tetap konfirmasi alhamdulillah
  bismillah sebelumnya terima kasih makasih berdua bertiga urang ful akhir percaya pemerintah menyatakan maaf mohon halo assalamualaikum syukur nya satu kali beberapa wajib tepat waktu
prinsipnya langsung datanipun its catat jenderal komandan semestinya pemda rauh dipake pake dipakek sami sekarang pisan seyakin yakinnya mantul jos pol da uni santai sekeluarga gunakan pergunakan pakai noted hambok mbok bersama demikian adanya`,
);

/** What begins a yes to whatever was asked; `ya` alone may be only a sound. */
export const YES_TO_ANYTHING = set(
  'iya oke ok okey okay siap setuju bersedia sip benar betul inggih njih nggih yoi yes sepakat iyo hooh tentu pasti baik',
);

/** Stems of words after a yes that put it off, ask for something or take it back. */
export const SECOND_THOUGHT =
  /^(?:di|me|mem|men|meng|ber|ku)?(?:tanya|nanya|pikir|mikir|lihat|cek|ngecek|kabar|ngabar|usaha|baca|timbang|pertimbang|diskusi|rembuk|runding|musyawarah|tunggu|nunggu|coba|nyoba|kira|takut|khawatir|kuatir|ragu|bingung|lupa|jelas|minta|mohon|tolong|bantu|biaya|bayar|harga|gratis|info|link|dulu|belum|kapan|mana|apa|siapa|bagaimana|gimana|berapa|kenapa|mengapa|doa|semoga|mudah|harap|sebentar|bentar|sebagian|terpaksa|paksa|mahal|capek|pusing|males|malas|susah|sulit|cuma|hanya|tapi|asal|daripada|walau|meski|padahal|sayang|tahu|tau|waktu|catatan|sedikit|telat|lambat|nyusul|diwakil|pinjam|untuk|khusus|sebatas|selain|nama|lagi|masih|malah|paling|sakit|repot|sibuk|hujan|jauh|bohong|serius|masa|kok)|kah$/u;

/** Answers about a fact, to which a place, a day or a count may be added without taking anything back. */
export const EXPERIENCE = new Set('ada punya pernah sudah ikut hadir datang'.split(' '));

/** After "tidak" these say that one does not know. */
export const UNSURE_AFTER_NOT = new Set(
  'tahu tentu pasti yakin terang weruh eruh nyaho ngarti paham mengerti ngerti jelas ingat lupa'.split(' '),
);
