import { mediaKind } from './media-kind.ts';

/** A picture. What the phone wrote into it (place, device, time) is taken out before it is kept. */
export const foto = mediaKind({
  jenis: 'foto',
  /** The Cloud API's own limit for pictures, and more than any phone sends over a chat. */
  size: '5 MB',
  types: ['jpg', 'png', 'webp'],
  /** A street lamp, a poster; a flow that asks for faces says so (`pribadi`). */
  personal: false,
  says: {
    hint: 'contoh_foto',
    tooLarge: 'foto_terlalu_besar',
    otherType: 'foto_tipe_lain',
    broken: 'foto_rusak',
    failed: 'foto_gagal',
    someTaken: 'foto_sebagian',
    oneMore: 'foto_bertambah',
    attached: 'foto_terlampir',
    severalAttached: 'foto_terlampir_banyak',
  },
  example: `
alur: contoh
judul: Contoh foto
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: foto
    teks: Ada foto? Kirim sekarang, atau ketik LEWATI.
    jenis: foto
    wajib: tidak
    paling_banyak: 3
    ukuran: 5 MB
    tipe: jpg, png
  - kirim: Terima kasih, fotonya sudah kami terima.
    hanya_jika: foto ada
uji:
  - nama: foto diterima satu per satu
    percakapan:
      - warga: contoh
      - warga: lampunya mati
      - bot: kirim fotonya
      - foto: lampu.jpg
      - bot: ketik SELESAI
      - foto: tiang.png
      - warga: sudah
      - bot: fotonya sudah kami terima
  - nama: album dengan satu kiriman yang bukan foto
    percakapan:
      - warga: contoh
      - foto: [lampu.jpg, surat.pdf]
      - bot: 1 foto kami terima
  - nama: terlalu besar
    percakapan:
      - warga: contoh
      - foto: { terlalu_besar: lampu.jpg }
      - bot: Paling besar 5 MB
`,
});
