import { CLASS, set } from './command-words.ts';

/** The words that belong to the service, and the flows that every installation has. */
export type Command =
  | 'batal'
  | 'kembali'
  | 'ulang'
  | 'bantuan'
  | 'menu'
  | 'petugas'
  | 'lewati'
  | 'stop'
  | 'mulai'
  | 'status'
  | 'daftar'
  | 'jadwal'
  | 'lapor'
  | 'sertifikat'
  | 'hapus_data'
  | 'lihat_data'
  | 'ubah_data';

/** A message is the command when it has a word of each group, and no word outside the groups, `also` and MORE_WORDS. */
export interface CommandRule {
  readonly command: Command;
  readonly all: readonly ReadonlySet<string>[];
  readonly also: ReadonlySet<string>;
  /** MORE_WORDS are not allowed: "saya operator" tells one's work. */
  readonly isExact: boolean;
}

function rule(command: Command, groups: readonly string[], also = '', how: 'loose' | 'exact' = 'loose'): CommandRule {
  return { command, all: groups.map(set), also: set(also), isExact: how === 'exact' };
}

const DATA = 'data datanya dataku akun akunku profil profilku biodata biodataku';
const OFFICER = 'petugas admin cs';

/** Specific commands stand before general ones: "daftar menu" is menu, "batalkan pendaftaran" is batal. */
export const COMMAND_RULES: readonly CommandRule[] = [
  rule(
    'hapus_data',
    [
      'hapus dihapus hapuskan hapusin menghapus delete hilangkan apus musnahkan dihilangkan dimusnahkan remove buang dibuang buangkan',
      `${DATA} akunnya account info informasi identitas`,
    ],
    'pribadi semua semuanya seluruh dari sistem sini keluar dan me about',
  ),
  rule('hapus_data', ['hapus apus hapuskan', 'semua semuanya'], '', 'exact'),
  rule('hapus_data', ['tidak jangan', 'data datanya', 'disimpan simpan menyimpan'], 'mau saya lagi ingin'),
  rule(
    'hapus_data',
    ['cabut tarik batalkan dicabut ditarik mencabut menarik', 'persetujuan izin consent'],
    'data kembali',
  ),
  rule(
    'stop',
    [
      'jangan setop tidak berhenti',
      'kirim pengiriman kirimi dikirimi kirimin ngirim mengirim hubungi dihubungi ganggu wa chat menerima nerima terima dapat',
    ],
    'lagi usah perlu pesan pesannya sms info apa promosi pengumuman notif notifikasi kirim ke',
  ),
  rule(
    'stop',
    ['stop setop berhenti unsubscribe unsub hentikan hentiin dihentikan menghentikan henti'],
    'ganggu terganggu spam nyepam ke nomor no wa pengiriman messages kirimin mengirim chat pesan pesannya kirim kirimi langganan berlangganan info infonya notifikasi notif notifnya notifikasinya sms broadcast pemberitahuan promosi pengumuman semua dari layanan',
  ),
  rule(
    'batal',
    [
      'tidak jangan',
      'usah perlu mau jadi',
      'lanjut lanjutkan dilanjut dilanjutkan diterusin diteruskan terusin teruskan',
    ],
    'sudah',
  ),
  rule('batal', ['tidak malas males', 'lanjut'], 'ah sudah'),
  rule('batal', ['stop berhenti hentikan', 'pendaftaran pendaftarannya']),
  rule('batal', ['tidak g', 'jadi'], 'isi ngisi mengisi umpat sudah daftar mendaftar pendaftaran ikut lanjut'),
  rule(
    'batal',
    ['batal batalin batalkan cancel cencel cansel kensel batalno batalkeun dibatalkan dibatalin urung wurung'],
    `malas males lanjut keikutsertaan stop daftar daftarnya mendaftar pendaftaran pendaftarannya laporan ikut semua semuanya ${CLASS}`,
  ),
  rule('batal', ['mengundurkan undur', 'diri'], `dari tidak jadi ikut peserta sebagai ${CLASS}`),
  rule('batal', ['mundur', `pendaftaran ${CLASS}`], 'dari'),
  rule('batal', ['tolong mohon minta mau ingin', 'dibatalkan dibatalin membatalkan'], 'pendaftaran pendaftarannya'),
  rule('stop', ['keluar keluarkan dihapus hapus', 'daftar broadcast langganan grup'], 'nomor saya dari'),
  rule('batal', ['keluar exit quit sudahi udahan akhiri'], 'dari sini sesi percakapan pendaftaran'),
  rule(
    'mulai',
    ['mulai start memulai reset restart mulain miwiti begin mulakan'],
    'over again nol pertama dari awal lagi ulang kembali baru',
  ),
  rule('mulai', ['ulang ulangi', 'awal pertama nol'], 'dari lagi'),
  rule(
    'mulai',
    ['aktifkan nyalakan hidupkan', 'lagi kembali'],
    'pesan pesannya notif notifikasi notifikasinya langganan info infonya',
  ),
  rule('ulang', ['apa bagaimana', 'tadi'], 'pertanyaan pertanyaannya'),
  rule('ulang', ['tanya nanya ditanya ditanyakan pertanyaannya', 'apa'], 'tadi'),
  rule('ulang', ['ulang ulangi ulangin diulang repeat'], 'bisa lagi pertanyaan pertanyaannya tadi pesan terakhir'),
  rule(
    'kembali',
    ['kembali balik mundur back undo mbalik bali balikin prev previous'],
    'sebentar bentar ka lagi ke pertanyaan tadi sebelumnya yang bisa tidak belakang satu langkah awalnya sebelum',
  ),
  rule('kembali', ['sebelumnya'], 'pertanyaan ke step langkah soal'),
  rule('kembali', ['ke', 'belakang']),
  rule('kembali', ['ganti ubah betulkan ralat ulang ulangi', 'jawaban jawabanku'], 'tadi sebelumnya yang'),
  rule(
    'lewati',
    [
      'lewati skip lewatkan lompati kosongkan kosongi kosongin dikosongkan dilewat dilewati dilewatkan next kosong langkahi loncati pas',
    ],
    'pertanyaan dulu bagian nanti diisi isi tidak usah perlu punya ada this one email nomor nik hp',
  ),
  rule('lewati', ['lewat', 'dulu saja']),
  rule('lewati', ['berikutnya selanjutnya'], 'pertanyaan soal', 'exact'),
  rule('lewati', ['tidak', 'diisi']),
  rule('lewati', ['lanjut loncat lompat', 'pertanyaan soal', 'berikut berikutnya selanjutnya'], 'ke'),
  rule('lewati', ['lewat'], '', 'exact'),
  rule('lewati', ['tidak', 'usah perlu mau', 'diisi isi mengisi ngisi jawab dijawab'], 'ini dulu'),
  rule(
    'menu',
    ['menu menunya home beranda'],
    'utama daftar awal kembali balik ke lihat tampilkan halaman pilihan semua main buka mana utamanya',
  ),
  rule('menu', ['pilihan'], '', 'exact'),
  rule('menu', ['ke', 'awal']),
  rule('menu', ['fitur', 'apa'], 'ada saja di sini'),
  rule('menu', ['pilihan daftar', 'layanan layanannya']),
  rule('menu', ['pilihan pilihannya layanan layanannya', 'apa'], 'saja ada di sini'),
  rule('menu', ['bisa melayani', 'apa'], 'saja bot botnya kamu anda layanan di sini'),
  rule(
    'status',
    ['status'],
    `cek lihat pendaftaran pendaftarannya laporan pengaduan aduan daftar tahu bagaimana ${CLASS}`,
  ),
  rule(
    'status',
    [
      'cek lihat bagaimana hasil mana progres perkembangan kelanjutan',
      'pendaftaran pendaftarannya laporan laporannya aduan pengaduan seleksi pengumuman pengumumannya',
    ],
    'sampai sudah di hasil pengumuman lolos diterima keterima',
  ),
  rule('status', ['nama', 'ada masuk', 'daftar'], 'di saya'),
  rule('status', ['nomor no', 'antrian antrean urut urutan'], 'saya berapa'),
  rule('status', ['diproses diverifikasi masuk', `pendaftaran laporan ${CLASS}`], 'sudah belum'),
  rule('status', ['diverifikasi', 'belum sudah'], 'saya'),
  rule(
    'status',
    ['lolos keterima diterima lulus'],
    'hasil hasilnya bagaimana tidak apa belum sudah atau apakah seleksi nama',
  ),
  rule(
    'ubah_data',
    [
      'ubah ganti edit perbaiki koreksi betulkan dibetulkan benarkan benerin betulin update perbarui perbaharui revisi change ralat meralat diralat diperbaiki diganti dirubah direvisi dikoreksi diedit mbenerke gantiin mengubah mengganti memperbaiki diubah diganti rubah merubah salah',
      `${DATA} nomor no hp wa nama alamat email tanggal lahir nik desa kecamatan pekerjaan pendidikan`,
    ],
    'pindah diri ketik tulis nulis ngetik input keliru isi di ktp pribadi telepon telpon saya ke baru',
  ),
  rule('ubah_data', ['ralat'], '', 'exact'),
  rule(
    'lihat_data',
    [
      'lihat cek tampilkan salinan unduh download melihat mengunduh tunjukkan tahu data',
      DATA,
      'saya pribadi lihat cek salinan tampilkan melihat tunjukkan unduh download',
    ],
    'semua seluruh apa yang tersimpan disimpan mana ada di sistem terdaftar diri',
  ),
  rule('ubah_data', ['pindah', 'alamat rumah domisili'], 'saya sudah'),
  rule('lihat_data', ['dataku profilku'], 'mana apa saja'),
  rule('lihat_data', ['profil info', 'saya data'], 'saya'),
  rule('lihat_data', ['simpan menyimpan disimpan tersimpan punya', 'data', 'apa'], 'kalian tentang saya di sini yang'),
  rule('petugas', [`${OFFICER} operator service`], 'customer ke', 'exact'),
  rule('petugas', ['petugas petugasnya admin operator cs', 'mau ingin butuh perlu minta manusia asli']),
  rule('petugas', ['mau ingin minta', 'bicara ngobrol ngomong'], 'langsung', 'exact'),
  rule('petugas', ['human manusia', 'please saja'], '', 'exact'),
  rule('petugas', ['live call', 'chat center centre'], '', 'exact'),
  rule('petugas', ['kontak nomor no', 'admin petugas cs operator'], 'berapa mana', 'exact'),
  rule('petugas', ['ada', 'orang orangnya manusia manusianya'], 'tidak di sini beneran benar asli'),
  rule(
    'petugas',
    ['mana ada cari mencari', 'cs petugas petugasnya admin adminnya operator operatornya'],
    'di',
    'exact',
  ),
  rule(
    'petugas',
    [
      'bicara berbicara nyarios telepon telpon telponin ketemu bertemu bantuan butuh perlu ngobrol ngomong chat talk speak hubungi menghubungi dihubungkan disambungkan nyambung sambungkan sambungin hubungkan hubungin panggil panggilkan panggilin mau komplain tanya bertanya minta ke',
      `${OFFICER} operator manusia human agent pegawai staf orang orangnya pengelola panitia petugasnya adminnya`,
    ],
    'ka mesin with sama karo jeung jo lawan dengan sama bukan robot bot langsung asli bisa nomor kontak',
  ),
  rule(
    'sertifikat',
    ['sertifikat esertifikat sertif sertifikatnya sertifikatku sertipikat certificate piagam'],
    `e cara caranya kirimin mana kapan di belum ada dapat terima keluar jadi terbit dikirim minta kirim kirimkan hilang ngambil pelatihan ambil unduh download cetak lihat cek kelulusan ${CLASS}`,
  ),
  rule(
    'lapor',
    [
      'lapor melapor melaporkan laporin ngadu mengadu pengaduan aduan adukan mengadukan komplain keluhan aspirasi saran masukan laporkan laporan report wadul laporno protes kritik',
    ],
    'ajukan mengajukan dan buat bikin membuat kirim kasih beri sampaikan menyampaikan ada masalah baru laporan warga masyarakat soal',
  ),
  rule('lapor', ['buat bikin membuat kirim', 'laporan'], 'baru'),
  rule(
    'jadwal',
    ['jadwal jadwalnya agenda schedule'],
    `lengkap lengkapnya 1 2 3 4 5 lihat cek info kapan hari minggu bulan apa ada di ${CLASS}`,
  ),
  rule(
    'jadwal',
    ['lokasi lokasinya tempat tempatnya kapan', CLASS],
    'di mana mulai mulainya dimulai besok lusa nanti berikutnya',
  ),
  rule('jadwal', ['hari', 'apa', CLASS]),
  rule('jadwal', ['lokasi lokasinya tempat tempatnya', 'mana'], 'di'),
  rule('jadwal', ['alamat', 'mana', CLASS], 'di'),
  rule('jadwal', ['jam pukul', 'berapa', CLASS], 'mulai mulainya dimulai besok lusa nanti hari'),
  rule(
    'daftar',
    [
      'daftar daftarnya mendaftar ndaftar registrasi register pendaftaran daftarkan didaftarkan daftarin mendaftarkan dhaftar signup sign join mandaftar',
    ],
    `up yuk yo lewat mana anak sebagai mau ikut baru online diri sekarang jadi peserta cara caranya bagaimana di sini ke ${CLASS}`,
  ),
  rule('daftar', ['mau ingin berminat minat', 'ikut ikutan gabung bergabung']),
  rule('daftar', ['ikutan gabung'], 'dong', 'exact'),
  rule('daftar', ['info infonya apa', CLASS], 'ada saja buka dibuka tersedia terbaru baru sekarang bulan di sini'),
  rule('daftar', ['ikut ikutan mengikuti gabung bergabung', CLASS], 'serta'),
  rule('daftar', ['pendaftaran pendaftarannya', 'buka dibuka'], 'masih'),
  rule(
    'bantuan',
    ['bantuan help petunjuk panduan tutorial bingung pertolongan gaptek pusing'],
    'mana me gagap teknologi cara caranya isi isinya ngisinya mengisi mengisinya bagaimana tidak paham ngerti butuh perlu cara lihat buka sangat masih banget',
  ),
  rule(
    'bantuan',
    ['tidak kurang', 'ngerti mengerti paham tahu mudeng', 'caranya carane cara isi ngisi ngisinya pakai pakainya'],
    'apa',
  ),
  rule('bantuan', ['tidak', 'ngerti paham mengerti mudeng'], 'sama sekali apa maksudnya'),
  rule('bantuan', ['gagap', 'teknologi']),
  rule('bantuan', ['how', 'use'], 'to', 'exact'),
  rule('bantuan', ['cara caranya', 'makenya makainya']),
  rule(
    'bantuan',
    ['caranya cara', 'bagaimana'],
    'menggunakan isi ngisi ngisinya mengisi mengisinya isinya pakai pakainya',
  ),
  rule('bantuan', ['cara caranya', 'ngisinya isinya pakainya mengisi'], 'bagaimana'),
  rule('bantuan', ['bagaimana', 'isi ngisi ngisinya mengisi mengisinya isinya makainya pakainya'], 'cara'),
  rule('bantuan', ['tidak', 'paham ngerti mengerti', 'bantu bantuin tolong']),
  rule('bantuan', ['tolong bantu bantuin dibantu tulung tulungi'], 'minta butuh cara isi mengisi'),
  rule('bantuan', ['tidak', 'bisa', 'ngisi isi mengisi'], 'tolong bantu dibantu cara'),
  rule('bantuan', ['bagaimana'], 'nih ini sih caranya'),
];

/** Every word of a rule: a message with another word is no command, whatever else it holds. */
export const RULE_WORDS: ReadonlySet<string> = new Set(
  COMMAND_RULES.flatMap(({ all, also }) => [...all.flatMap((group) => [...group]), ...also]),
);
