import { rule } from './command-rule.ts';
import type { CommandRule } from './command-rule.ts';
import { CLASS, DATA } from './command-words.ts';

const OFFICER = 'petugas admin cs';

/** How people ask for what the service does, and for help; read after the words of the talk. */
export const FLOW_RULES: readonly CommandRule[] = [
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
  rule('status', ['nama', 'ada masuk terdaftar', 'daftar belum sudah tidak apa'], 'di saya'),
  rule('status', ['terdaftar', 'apa sudah belum apakah'], 'saya', 'exact'),
  rule(
    'status',
    [
      'pendaftaran laporan laporannya pendaftarannya aduan pengajuan lamaran',
      'kabar kabarnya nasib nasibnya ditindak ditindaklanjuti ditanggapi diproses diterima direspon ditangani bagaimana',
    ],
    'sudah belum kapan saya bagaimana tidak',
  ),
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
  rule('lihat_data', ['dataku profilku biodataku'], 'mana apa saja'),
  rule('lihat_data', ['biodata profil', 'saya']),
  rule('lihat_data', ['kirimkan kirim kasih bagi', 'data datanya', 'saya'], 'ke salinan semua'),
  rule('lihat_data', ['profil info', 'saya data'], 'saya'),
  rule(
    'lihat_data',
    ['simpan menyimpan disimpan tersimpan punya', 'data', 'apa'],
    'kalian ttg soal kamu anda tentang saya di sini yang',
  ),
  rule('petugas', [`${OFFICER} operator service`], 'customer ke', 'exact'),
  rule('petugas', ['petugas petugasnya admin operator cs', 'mau ingin butuh perlu minta manusia asli']),
  rule('petugas', ['mau ingin minta', 'bicara ngobrol ngomong'], 'langsung', 'exact'),
  rule('petugas', ['human manusia', 'please saja'], '', 'exact'),
  rule('petugas', ['live call cal', 'chat center centre'], '', 'exact'),
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
      'lapor melapor melaporkan laporin ngadu mengadu pengaduan aduan adukan mengadukan komplain keluhan aspirasi saran masukan laporkan laporan report komplen wadul laporno protes kritik',
    ],
    'ajukan mengajukan dan buat bikin membuat kirim kasih beri sampaikan menyampaikan ada masalah baru laporan warga masyarakat soal',
  ),
  rule('lapor', ['buat bikin membuat kirim', 'laporan'], 'baru'),
  rule(
    'jadwal',
    ['jadwal jadwalnya jadual jadwale jadwalna agenda schedule'],
    `lengkap lengkapnya 1 2 3 4 5 lihat cek info kapan hari minggu bulan apa ada di ${CLASS}`,
  ),
  rule(
    'jadwal',
    ['lokasi lokasinya tempat tempatnya kapan', CLASS],
    'di mana mulai mulainya dimulai besok lusa nanti berikutnya',
  ),
  rule('jadwal', ['hari', 'apa', CLASS]),
  rule('jadwal', ['tanggal', 'berapa', CLASS], 'mulai mulainya dimulai'),
  rule('jadwal', ['lokasi'], '', 'exact'),
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
  rule('bantuan', ['piye pripun kumaha baa bagaimana', 'carane carana caro caranya cara'], 'isi ngisi iki ini'),
  rule('bantuan', ['tidak', 'ngertos mengerti ngerti paham', 'carane carana caranya cara']),
  rule('bantuan', ['ngapain'], 'ini harus apa sekarang terus saya', 'exact'),
  rule('bantuan', ['perintah perintahnya', 'apa'], 'saja ada yang bisa'),
];
