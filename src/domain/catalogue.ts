import type { Catalogue } from '../engine/catalogue.ts';
import { announcementDeeds, announcementLooks, announcementSources } from './announcement-operations.ts';
import { attendanceDeeds, attendanceLooks, attendanceSources } from './attendance-operations.ts';
import { certificateDeeds, certificateEvents, certificateLooks, certificateSources } from './certificate-operations.ts';
import { eventDeeds, eventSources } from './event-operations.ts';
import { allRights } from './officer.ts';
import {
  announcement,
  batch,
  certificate,
  formQuestion,
  managedMeeting,
  meeting,
  region,
  registration,
  report,
} from './record-kinds.ts';
import { reportDeeds, reportEvents, reportLooks, reportSources } from './report-operations.ts';
import { surveyDeeds, surveyLooks, surveySources } from './survey-operations.ts';

/**
 * What the domain offers to flows in this release. Every name here has exactly one operation in `app/operations`
 * (a house test compares the two); `catat_persetujuan`, `serahkan`, `henti` and `mulai_lagi` belong to the engine.
 */
export const catalogue: Catalogue = {
  deeds: {
    daftarkan: {
      args: {
        pelatihan: 'wajib',
        nama: 'wajib',
        tanggal_lahir: 'wajib',
        jenis_kelamin: 'wajib',
        kecamatan: 'wajib',
        desa: 'boleh',
        telepon: 'boleh',
        email: 'boleh',
        pendidikan: 'boleh',
        pekerjaan: 'boleh',
        instansi: 'boleh',
        tujuan: 'boleh',
        bantuan_khusus: 'boleh',
        /** The answers to the programme's own form, as the step `formulir` holds them. */
        isian_program: 'boleh',
        /** That it was filled in, never the number itself. */
        nik: 'boleh',
        boleh_antre: 'boleh',
      },
      results: {
        diterima: { nomor: 'teks' },
        antre: { nomor: 'teks', urutan: 'angka', waktu_jawab: 'durasi' },
        /** No seat left and `boleh_antre` was not a yes: nothing is lost, `masuk_antrean` takes the draft. */
        penuh: { draf: 'teks', antrean: 'angka' },
        /** Neither a seat nor a place in the waiting list. */
        antrean_penuh: {},
        sudah: { nomor: 'teks' },
        tidak_memenuhi: { alasan: 'teks' },
      },
    },
    masuk_antrean: {
      args: { draf: 'wajib' },
      results: {
        antre: { nomor: 'teks', urutan: 'angka', waktu_jawab: 'durasi' },
        diterima: { nomor: 'teks' },
        antrean_penuh: {},
        /** The draft is gone (deleted on request) or the batch was closed meanwhile. */
        ditutup: {},
      },
    },
    konfirmasi_hadir: {
      args: { pendaftaran: 'wajib' },
      results: { tercatat: {}, sudah_dialihkan: {} },
    },
    mundur: {
      args: { pendaftaran: 'wajib', alasan: 'boleh' },
      results: { tercatat: {}, sudah_dialihkan: {} },
    },
    /** An officer's answer to somebody who waits; it is sent as it was written. */
    jawab_warga: {
      args: { warga: 'wajib', jawaban: 'wajib' },
      results: { terkirim: {}, sudah_dijawab: {}, tidak_terjangkau: {} },
    },
    berlangganan_tema: { args: { tema: 'wajib' }, results: { tercatat: {} } },
    pilih_bahasa: { args: { bahasa: 'wajib' }, results: { tersimpan: {} } },
    perbarui_data: {
      args: { nama: 'boleh', telepon: 'boleh', email: 'boleh', kecamatan: 'boleh', desa: 'boleh' },
      results: { tersimpan: { nomor: 'teks' }, tidak_berubah: {} },
    },
    /** They want their data kept although they have not used the service for long. */
    simpan_data_saya: { args: {}, results: { disimpan: { sampai: 'tanggal' }, sudah_dihapus: {} } },
    hapus_data_saya: { args: {}, results: { dihapus: { nomor: 'teks' } }, forgets: true },
    tarik_persetujuan: {
      args: { yang_ditarik: 'wajib' },
      results: { ditarik: { pada: 'saat', nomor: 'teks' } },
      forgets: true,
    },
    atur_pesan: { args: { pesan: 'wajib' }, results: { tersimpan: {} } },
    /** `perubahan`: waktu, tempat, keduanya or batalkan. Those who hold a seat are told at once. */
    ubah_pertemuan: {
      args: {
        pertemuan: 'wajib',
        perubahan: 'wajib',
        tanggal: 'boleh',
        jam: 'boleh',
        tempat: 'boleh',
        alasan: 'boleh',
      },
      results: { diubah: { orang: 'angka' }, dibatalkan: { orang: 'angka' }, tidak_berubah: {}, sudah_lewat: {} },
    },
    /** By the code that officers see below it. */
    hapus_gambar: { args: { kode: 'wajib' }, results: { dihapus: {}, tidak_ada: {} } },
    /** Before an officer sees the answers of a participant. */
    catat_pembacaan: { args: { pendaftaran: 'wajib' }, results: { tercatat: {}, sudah_dihapus: {} } },
    ...attendanceDeeds,
    ...surveyDeeds,
    ...certificateDeeds,
    ...reportDeeds,
    ...eventDeeds,
    ...announcementDeeds,
  },
  looks: {
    jati_diri: { args: {}, results: { dikenal: {}, belum_ada_data: {} } },
    sudah_terdaftar: { args: { pelatihan: 'wajib' }, results: { belum: {}, sudah: { nomor: 'teks', status: 'teks' } } },
    akibat_tarik: {
      args: { yang_ditarik: 'wajib' },
      results: { ringan: {}, berat: { daftar: 'daftar', kalimat: 'teks' } },
    },
    ...attendanceLooks,
    ...surveyLooks,
    ...certificateLooks,
    ...reportLooks,
    ...announcementLooks,
  },
  sources: {
    pelatihan_dibuka: { fields: batch },
    /** The questions of a form, each as a `tanya` block; read by the step `formulir`. */
    formulir: { args: { formulir: 'wajib' }, fields: formQuestion },
    /** Languages that the service speaks. */
    bahasa_layanan: { fields: { kode: 'teks', nama: 'teks' } },
    jadwal_saya: { fields: meeting },
    pendaftaran_saya: { fields: registration },
    /** Seats and places in the queue that the person can still give up. */
    pendaftaran_berjalan: { fields: registration },
    /** Seats offered from the waiting list that wait for an answer. */
    tawaran_saya: { fields: registration },
    data_saya_tersamar: { fields: { sebutan: 'teks', nilai: 'teks', keperluan: 'teks', sampai: 'tanggal' } },
    tetap_disimpan: { fields: { sebutan: 'teks', alasan: 'teks', sampai: 'tanggal' } },
    persetujuan_saya: { fields: { kode: 'teks', sebutan: 'teks', diberikan: 'tanggal' } },
    gelombang_kelolaan: {
      fields: { kode: 'teks', judul: 'teks', nomor: 'angka', peserta: 'angka', antrean: 'angka' },
    },
    peserta_gelombang: { args: { gelombang: 'wajib' }, fields: { kode: 'teks', nama: 'teks', nomor: 'teks' } },
    isian_peserta: { args: { pendaftaran: 'wajib' }, fields: { sebutan: 'teks', nilai: 'teks' } },
    /** Classes that have not begun, of batches that the office runs. */
    pertemuan_kelolaan: { fields: managedMeeting },
    /** Residents who wait for a person of the office. */
    warga_menunggu: { fields: { kode: 'teks', nama: 'teks', alasan: 'teks', sejak: 'saat' } },
    ...attendanceSources,
    ...surveySources,
    ...certificateSources,
    ...reportSources,
    ...eventSources,
    ...announcementSources,
  },
  events: {
    /** A seat is offered to somebody in the queue. */
    kursi_ditawarkan: {},
    /** The data of somebody who did nothing for long are deleted soon. */
    data_akan_dihapus: {},
    /** Somebody who holds a seat was not seen in a class. */
    tidak_tercatat_hadir: { pertemuan: 'catatan' },
    /** The last class of a batch is over. */
    pelatihan_berakhir: { pelatihan: 'catatan' },
    /** Three and six months after it. */
    alumni_ditanya: { pelatihan: 'catatan' },
    /** The certificate of somebody who finished a training waits for them to look at the name. */
    ...certificateEvents,
    ...reportEvents,
    /** An officer wrote back to somebody who asked for a person. */
    bantuan_dijawab: {},
  },
  calendars: {
    /** Everybody who holds a seat in the batch of the class. */
    'pertemuan.mulai': { groups: ['peserta'] },
  },
  scopes: {
    kontak: {
      /** True until the person registered or answered for the first time. */
      baru: 'ya_tidak',
      /** Purposes that are agreed to now: pelatihan, pengingat, kabar. */
      persetujuan: 'daftar',
      /** True after STOP: nothing is pushed. */
      berhenti: 'ya_tidak',
      /** The language that was chosen. */
      bahasa: 'pilihan',
      nama: 'teks',
      tanggal_lahir: 'tanggal',
      jenis_kelamin: 'pilihan',
      telepon: 'teks',
      email: 'teks',
      kecamatan: 'catatan',
      desa: 'catatan',
      pendidikan: 'pilihan',
      pekerjaan: 'pilihan',
      instansi: 'teks',
    },
    daerah: {
      nama: 'teks',
      dinas: 'teks',
      pesan_darurat: 'teks',
      masa_simpan: 'teks',
      tautan_privasi: 'teks',
      jam_layanan: 'teks',
      /** Where people may call; empty: the office named none. */
      telepon: 'teks',
      /** What training costs, in the office's words; empty: it said nothing. */
      biaya: 'teks',
    },
    petugas: { nama: 'teks', hak: 'daftar' },
    saluran: { nama: 'teks', jenis: 'pilihan' },
  },
  records: {
    gelombang: batch,
    pelatihan: batch,
    pendaftaran: registration,
    pertemuan: managedMeeting,
    pengumuman: announcement,
    laporan: report,
    sertifikat: certificate,
    kecamatan: region,
    desa: region,
    tema: { kode: 'teks', nama: 'teks' },
  },
  rights: allRights,
};
