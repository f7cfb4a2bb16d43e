import { rule } from './rule.ts';
import type { CommandRule } from './rule.ts';
import { CLASS, DATA } from './words.ts';

/** How people steer the talk itself, specific before general: "daftar menu" is menu, "batalkan pendaftaran" is batal. */
export const TALK_RULES: readonly CommandRule[] = [
  rule(
    'hapus_data',
    [
      'hapus dihapus hapuskan hapusin lupakan erase menghapus delete hilangkan apus musnahkan dihilangkan dimusnahkan remove buang dibuang buangkan',
      `${DATA} akunnya account info informasi identitas nik biodata`,
    ],
    'pribadi semua semuanya seluruh dari sistem sini keluar dan me about',
  ),
  rule('hapus_data', ['hapus apus hapuskan', 'semua semuanya'], '', 'exact'),
  rule('hapus_data', ['hapus dihapus hapuskan', 'nomor no kontak', 'saya'], 'hp wa dari sistem'),
  rule('hapus_data', ['tidak jangan', 'data datanya', 'disimpan simpan menyimpan'], 'mau saya lagi ingin'),
  rule(
    'hapus_data',
    ['cabut tarik batalkan dicabut ditarik mencabut menarik', 'persetujuan izin consent'],
    'data kembali penggunaan pemakaian pribadi',
  ),
  rule(
    'stop',
    [
      'jangan tidak',
      'kirim pengiriman kirimi dikirimi kirimin ngirim mengirim hubungi dihubungi ganggu wa chat menerima nerima terima dapat spam nyepam',
    ],
    'nomor no ini cukup sudah pemberitahuan pengumuman broadcast lagi usah perlu pesan pesannya sms info apa promosi pengumuman notif notifikasi kirim ke',
  ),
  rule(
    'stop',
    [
      'stop setop berhenti unsubscribe unsub hentikan hentiin dihentikan menghentikan henti brenti baranti mandeg mandek block',
    ],
    'ganggu mengganggu hubungi menghubungi dikirimi ngirim menerima terima promosi ini lagi cukup sudah terganggu spam nyepam ke nomor no wa pengiriman messages kirimin mengirim chat pesan pesannya kirim kirimi langganan berlangganan info infonya notifikasi notif notifnya notifikasinya sms broadcast pemberitahuan promosi pengumuman semua dari layanan',
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
  rule('batal', ['tidak malas males', 'lanjut jadi'], 'ah sudah malas males'),
  rule('batal', ['tidak', 'usah', 'daftar ikut mendaftar']),
  rule('batal', ['ogah emoh wegah', 'lanjut ikut daftar']),
  rule('batal', ['nyerah menyerah'], 'sudah ah', 'exact'),
  rule('batal', ['stop berhenti hentikan', 'pendaftaran pendaftarannya']),
  rule(
    'batal',
    ['tidak g', 'jadi'],
    `isi ngisi mengisi umpat sudah daftar mendaftar pendaftaran ikut ikutan lanjut sido sida dadi ${CLASS}`,
  ),
  rule(
    'batal',
    ['batal batalin batalkan cancel cencel cansel kensel dicancel batalno batalkeun dibatalkan dibatalin urung wurung'],
    `atas nama saya ribet capek bingung keikutsertaan malas males lanjut keikutsertaan stop daftar daftarnya mendaftar pendaftaran pendaftarannya laporan ikut semua semuanya ${CLASS}`,
  ),
  rule('batal', ['mengundurkan undur', 'diri'], `dari tidak jadi ikut peserta sebagai ${CLASS}`),
  rule('batal', ['mundur', `pendaftaran ${CLASS}`], 'dari'),
  rule('batal', ['tolong mohon minta mau ingin', 'dibatalkan dibatalin membatalkan'], 'pendaftaran pendaftarannya'),
  rule(
    'stop',
    ['keluar keluarkan dihapus hapus coret', 'daftar broadcast langganan grup list'],
    'nomor saya dari penerima kontak pesan kirim kiriman pengiriman siaran wa',
  ),
  rule(
    'stop',
    ['matikan nonaktifkan bisukan mute', 'notif notifikasi notifikasinya notifnya pesan pengingat pemberitahuan'],
    'semua ini',
  ),
  rule('batal', ['keluar exit quit sudahi udahan akhiri'], 'dari sini sesi percakapan pendaftaran'),
  rule(
    'mulai',
    ['mulai start memulai reset restart mulain miwiti mimiti begin mulakan'],
    'lets over again nol 0 pertama proses pendaftaran pengisian dr dari awal lagi ulang kembali baru',
  ),
  rule('mulai', ['ulang ulangi dari', 'awal pertama nol'], 'dari lagi semua semuanya'),
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
    ['kembali balik mundur back undo mbalik bali balikin prev previous wangsul balek'],
    '1 2 cara caranya bagaimana maning salah jawab jawaban go atas sedikit dikit maju isi pilih pencet sebentar bentar ka lagi ke pertanyaan tadi sebelumnya yang bisa tidak belakang satu langkah awalnya sebelum',
  ),
  rule('kembali', ['sebelumnya'], 'pertanyaan ke step langkah soal'),
  rule('kembali', ['ke', 'belakang atas']),
  rule('kembali', ['ke', 'pertanyaan soal', 'tadi sebelumnya']),
  rule('kembali', ['ulang ulangi jawab', 'pertanyaan soal', 'sebelumnya tadi'], 'yang'),
  rule('kembali', ['salah', 'jawab jawaban pencet ketik isi pilih'], 'yang tadi sebelumnya balik kembali bisa'),
  rule(
    'kembali',
    ['ganti ubah betulkan ralat ulang ulangi perbaiki benarkan koreksi', 'jawaban jawabanku'],
    'tadi sebelumnya yang',
  ),
  rule(
    'lewati',
    [
      'dikosongin lewati skip lewatkan lompati kosongkan kosongi kosongin dikosongkan dilewat dilewati dilewatkan next kosong langkahi loncati pas',
    ],
    'pertanyaan dulu bagian nanti diisi isi tidak usah perlu punya ada this one email nomor nik hp',
  ),
  rule('lewati', ['lewat', 'dulu saja']),
  rule('lewati', ['berikutnya selanjutnya'], 'pertanyaan soal', 'exact'),
  rule('lewati', ['tidak', 'diisi']),
  rule('lewati', ['tanpa', 'email nomor hp nik surel'], 'lanjut lanjutkan'),
  rule('lewati', ['tidak', 'pakai pake punya', 'email surel'], 'ada belum'),
  rule('lewati', ['lanjut loncat lompat', 'pertanyaan soal', 'berikut berikutnya selanjutnya'], 'ke'),
  rule('lewati', ['lewat'], '', 'exact'),
  rule('lewati', ['lompat loncat'], '', 'exact'),
  rule('lewati', ['langsung lanjut', 'berikutnya selanjutnya berikut'], 'ke pertanyaan'),
  rule('lewati', ['tidak', 'usah perlu mau', 'diisi isi mengisi ngisi jawab dijawab'], 'ini dulu'),
  rule(
    'menu',
    ['menu menunya menune menuna home beranda'],
    'utama lagi tunjukin kasih beri munculkan tunjukkan list daftar awal kembali balik ke lihat tampilkan halaman pilihan semua main buka mana endi utamanya',
  ),
  rule('menu', ['pilihan'], '', 'exact'),
  rule('menu', ['halaman', 'utama depan awal'], 'ke kembali balik'),
  rule('menu', ['ke', 'awal']),
  rule('menu', ['fitur', 'apa'], 'ada saja di sini'),
  rule('menu', ['pilihan daftar', 'layanan layanannya']),
  rule('menu', ['pilihan pilihannya layanan layanannya', 'apa'], 'saja ada di sini'),
  rule('menu', ['bisa melayani', 'apa'], 'saja bot botnya kamu anda layanan di sini'),
];
