/** The words of a list, apart at white space. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter((word) => word !== ''));

/** What a resident joins. */
export const CLASS = 'pelatihan pelatihannya kelas kelasnya program acara gelombang diklat kursus';

/** What the service keeps of a person. */
export const DATA = 'data datanya dataku akun akunku profil profilku biodata biodataku';

/** Words around a command that ask for it politely. */
export const MORE_WORDS = set(
  'saya mau ingin tolong mohon minta ya dong deh saja lah sih nih kak min dulu bantu dibantu untuk coba ini itu yang ayo admin ah please nyuwun kita nya hallo kami hendak nak rek arek berminat mari hayu yuk harap sekarang segera cepat woi oi banget maaf my the i want to',
);

/** Words that tell nothing by themselves: with these around, a command is likely meant. None of them denies. */
export const LITTLE_WORDS = new Set([
  ...MORE_WORDS,
  ...set(
    `kalian kamu anda di ke dari pada dengan sama atau dan juga lagi masih sudah ada bisa boleh akan harus perlu apa siapa
    kapan berapa bagaimana mana kenapa tadi kemarin besok nanti hari jadi punya langsung terus sebelum setelah
    tahu kasih beri cek lihat sampai soal tentang pls punyaku milik disini disana aku nya kok`,
  ),
]);

/** The words of a wish to join a class that goes on to say which ("saya mau daftar kelas yang bikin video"). */
export const JOINING = {
  wish: set(
    'saya kami aku anak adik kakak istri suami ibu bapak teman mau ingin hendak berminat tertarik minat tolong mohon minta dong nih',
  ),
  wanting: set('mau ingin hendak berminat tertarik minat'),
  registering: set('daftar mendaftar ndaftar registrasi daftarkan daftarin'),
  joining: set('ikut ikutan mengikuti belajar'),
  between: set('ke di untuk jadi peserta'),
  classes: set(CLASS),
  otherwise: set(
    'pajak polisi polres polsek spt diri tidak bukan jangan belum sudah pernah batal jadinya kalau tapi kemarin lalu nanti besok dulunya isi menu',
  ),
};

/** Words that begin a report of something ("lapor jalan rusak"). */
export const REPORTING = set('lapor melapor laporkan melaporkan laporin ngadu mengadu mengadukan adukan wadul');

/** Command words long and odd enough to be recognised with a slip. */
export const TYPABLE: readonly string[] = [
  'kembali',
  'bantuan',
  'petugas',
  'berhenti',
  'sertifikat',
  'jadwal',
  'status',
  'pendaftaran',
  'batalkan',
  'unsubscribe',
  'registrasi',
  'pengaduan',
  'beranda',
  'lewati',
  'sebelumnya',
  'lapor',
  'daftar',
  'batal',
  'menu',
];
