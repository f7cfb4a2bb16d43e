import { mediaKind } from './media-kind.ts';

/** A document, or a picture of one. */
export const berkas = mediaKind({
  jenis: 'berkas',
  /** A scanned letter of some pages. */
  size: '10 MB',
  types: ['pdf', 'docx', 'jpg', 'png'],
  /** Letters and certificates name their people. */
  personal: true,
  says: {
    hint: 'contoh_berkas',
    tooLarge: 'berkas_terlalu_besar',
    otherType: 'berkas_tipe_lain',
    broken: 'berkas_rusak',
    failed: 'berkas_gagal',
    someTaken: 'berkas_sebagian',
    oneMore: 'berkas_bertambah',
    attached: 'berkas_terlampir',
    severalAttached: 'berkas_terlampir_banyak',
  },
  example: `
alur: contoh
judul: Contoh berkas
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: surat
    teks: Mohon kirim surat tugasnya (PDF).
    jenis: berkas
    ukuran: 2 MB
    tipe: pdf
  - kirim: Terima kasih, suratnya sudah kami terima.
uji:
  - nama: berkas yang diminta dan yang lain
    percakapan:
      - warga: contoh
      - berkas: surat.docx
      - bot: PDF
      - berkas: surat.pdf
      - bot: sudah kami terima
`,
});
