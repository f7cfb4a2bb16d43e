import type { Operations } from '../domain/operation.ts';
import { hitunganKetukan } from './counted-links/may-count.ts';
import { lupakanWarga } from './forgetting/order-forgetting.ts';
import { forgetting } from './handling/handling.ts';
import { keadaanNik, mintaNik } from './nik/open-page.ts';
import type { Office } from './office.ts';
import { jawabWarga, wargaMenunggu } from './operations/answer-waiting.ts';
import { catatHadir, pertemuanHariIni } from './operations/attend.ts';
import { bacaKehadiran, lihatBelumHadir } from './operations/call-roll.ts';
import { bahasaLayanan, pilihBahasa } from './operations/choose-language.ts';
import { acaraMendatang, ikutAcara, lepasAcara } from './operations/come-to-event.ts';
import * as consent from './operations/consent.ts';
import { hapusGambar } from './operations/delete-media.ts';
import { hapusDataSaya, simpanDataSaya } from './operations/delete-my-data.ts';
import { catatIzin } from './operations/excuse-from-class.ts';
import * as following from './operations/follow-report.ts';
import { rekapAlumni, simpanTindakLanjut, usulanAlumni } from './operations/follow-up.ts';
import { masukanGelombang, rekapUmpanBalik, simpanUmpanBalik } from './operations/give-feedback.ts';
import { serahkan } from './operations/hand-over.ts';
import { laporanMasuk, urusLaporan } from './operations/handle-report.ts';
import * as interest from './operations/interest-survey.ts';
import { isiPengumuman } from './operations/judge-wording.ts';
import * as attendance from './operations/keep-attendance.ts';
import { konfirmasiHadir, mundur } from './operations/keep-seat.ts';
import * as making from './operations/make-report.ts';
import * as certifying from './operations/manage-certificates.ts';
import { acaraKelolaan, buatAcara, ubahAcara } from './operations/manage-events.ts';
import { grupDikenal, grupTujuan, lepasGrup, namaiGrup } from './operations/manage-groups.ts';
import { pertemuanKelolaan, ubahPertemuan } from './operations/manage-meetings.ts';
import * as certificates from './operations/my-certificates.ts';
import * as mine from './operations/my-data.ts';
import * as registrations from './operations/my-registrations.ts';
import { gelombangBersertifikat, siapkanSertifikat } from './operations/prepare-certificates.ts';
import * as answers from './operations/read-answers.ts';
import { formulir } from './operations/read-form.ts';
import { daftarkan, masukAntrean } from './operations/register.ts';
import { pengirimanUlang, ulangiPengumuman } from './operations/resend-announcement.ts';
import * as running from './operations/run-announcement.ts';
import * as saved from './operations/saved-audiences.ts';
import { pengumumanSerupa } from './operations/say-it-again.ts';
import { pelatihanDibuka } from './operations/show-batch.ts';
import * as writing from './operations/write-announcement.ts';
import { pratinjauPengumuman } from './preview/open-preview.ts';
import { keadaanPengiriman } from './standing/open-standing.ts';

/** Every operation that the catalogue names, those of the engine itself, and one of the service's own. */
export function createOperations(office: Office): Operations {
  return {
    deeds: {
      catat_persetujuan: consent.catatPersetujuan(office),
      serahkan: serahkan(office),
      henti: consent.henti(office, true),
      mulai_lagi: consent.henti(office, false),
      minta_nik: mintaNik(office),
      daftarkan: daftarkan(office),
      masuk_antrean: masukAntrean(office),
      konfirmasi_hadir: konfirmasiHadir(office),
      mundur: mundur(office),
      catat_izin: catatIzin(office),
      catat_hadir: catatHadir(office),
      catat_kehadiran: attendance.catatKehadiran(office),
      lihat_belum_hadir: lihatBelumHadir(office),
      jawab_warga: jawabWarga(office),
      simpan_survei_minat: interest.simpanSurveiMinat(office),
      simpan_umpan_balik: simpanUmpanBalik(office),
      simpan_tindak_lanjut: simpanTindakLanjut(office),
      berlangganan_tema: interest.berlanggananTema(office),
      pilih_bahasa: pilihBahasa(office),
      perbarui_data: mine.perbaruiData(office),
      hapus_data_saya: hapusDataSaya(office),
      simpan_data_saya: simpanDataSaya(office),
      [forgetting]: lupakanWarga(office),
      tarik_persetujuan: consent.tarikPersetujuan(office),
      atur_pesan: consent.aturPesan(office),
      buat_laporan: making.buatLaporan(office),
      jawab_petugas: following.jawabPetugas(office),
      tutup_laporan: following.tutupLaporan(office),
      buka_kembali_laporan: following.bukaKembaliLaporan(office),
      urus_laporan: urusLaporan(office),
      buat_acara: buatAcara(office),
      ubah_acara: ubahAcara(office),
      ikut_acara: ikutAcara(office),
      lepas_acara: lepasAcara(office),
      siapkan_sertifikat: siapkanSertifikat(office),
      terbitkan_sertifikat: certificates.terbitkanSertifikat(office),
      minta_koreksi_nama: certificates.mintaKoreksiNama(office),
      putuskan_koreksi_nama: certifying.putuskanKoreksiNama(office),
      cabut_sertifikat: certifying.cabutSertifikat(office),
      ajukan_pengumuman: writing.ajukanPengumuman(office),
      putuskan_pengumuman: running.putuskanPengumuman(office),
      kendalikan_pengumuman: running.kendalikanPengumuman(office),
      kirim_contoh_pengumuman: writing.kirimContohPengumuman(office),
      ulangi_pengumuman: ulangiPengumuman(office),
      simpan_sasaran: saved.simpanSasaran(office),
      ganti_nama_sasaran: saved.gantiNamaSasaran(office),
      hapus_sasaran: saved.hapusSasaran(office),
      namai_grup: namaiGrup(office),
      lepas_grup: lepasGrup(office),
      ubah_pertemuan: ubahPertemuan(office),
      catat_pembacaan: answers.catatPembacaan(office),
      hapus_gambar: hapusGambar(office),
    },
    looks: looksOf(office),
    sources: sourcesOf(office),
  };
}

function looksOf(office: Office): Operations['looks'] {
  return {
    keadaan_nik: keadaanNik(office),
    jati_diri: mine.jatiDiri(office),
    survei_minat: interest.surveiMinat(office),
    pertemuan_hari_ini: pertemuanHariIni(office),
    baca_kehadiran: bacaKehadiran(office),
    sudah_terdaftar: registrations.sudahTerdaftar(office),
    akibat_tarik: consent.akibatTarik(office),
    hitungan_ketukan: hitunganKetukan(office),
    laporan_serupa: making.laporanSerupa(office),
    sertifikat_bernomor: certifying.sertifikatBernomor(office),
    hitung_sasaran: writing.hitungSasaran(office),
    isi_pengumuman: isiPengumuman(office),
    keadaan_pengiriman: keadaanPengiriman(office),
    kemajuan_pengumuman: running.kemajuanPengumuman(office),
    rencana_pengumuman: writing.rencanaPengumuman(office),
    baca_sasaran: saved.bacaSasaran(office),
    pengumuman_serupa: pengumumanSerupa(office),
    pratinjau_pengumuman: pratinjauPengumuman(office),
    pengiriman_ulang: pengirimanUlang(office),
  };
}

function sourcesOf(office: Office): Operations['sources'] {
  return {
    pelatihan_dibuka: pelatihanDibuka(office),
    warga_menunggu: wargaMenunggu(office),
    formulir: formulir(office),
    tema_survei: interest.temaSurvei(office),
    jadwal_saya: registrations.jadwalSaya(office),
    pendaftaran_saya: registrations.pendaftaranSaya(office),
    pendaftaran_berjalan: registrations.pendaftaranBerjalan(office),
    tawaran_saya: registrations.tawaranSaya(office),
    data_saya_tersamar: mine.dataSayaTersamar(office),
    tetap_disimpan: mine.tetapDisimpan(office),
    persetujuan_saya: consent.persetujuanSaya(office),
    gelombang_kelolaan: writing.gelombangKelolaan(office),
    peserta_gelombang: answers.pesertaGelombang(office),
    isian_peserta: answers.isianPeserta(office),
    pertemuan_kelolaan: pertemuanKelolaan(office),
    daftar_hadir: attendance.daftarHadir(office),
    kategori_laporan: making.kategoriLaporan(office),
    laporan_saya: following.laporanSaya(office),
    laporan_masuk: laporanMasuk(office),
    acara_mendatang: acaraMendatang(office),
    acara_kelolaan: acaraKelolaan(office),
    sertifikat_saya: certificates.sertifikatSaya(office),
    kekurangan_sertifikat: certificates.kekuranganSertifikat(office),
    gelombang_bersertifikat: gelombangBersertifikat(office),
    koreksi_sertifikat: certifying.koreksiSertifikat(office),
    pengumuman_saya: running.pengumumanSaya(office),
    pengumuman_menunggu: running.pengumumanMenunggu(office),
    sasaran_tersimpan: saved.sasaranTersimpan(office),
    grup_dikenal: grupDikenal(office),
    grup_tujuan: grupTujuan(office),
    rekap_minat: interest.rekapMinat(office),
    rekap_umpan_balik: rekapUmpanBalik(office),
    masukan_gelombang: masukanGelombang(office),
    rekap_alumni: rekapAlumni(office),
    usulan_alumni: usulanAlumni(office),
    bahasa_layanan: bahasaLayanan(office),
  };
}
