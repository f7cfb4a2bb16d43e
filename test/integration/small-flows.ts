import type { FlowFile } from '../../src/engine/loading/load-flows.ts';

/** As few flows as a service can run with, and one that asks something. */
export const smallFlows: readonly FlowFile[] = [
  {
    name: 'sambutan.yaml',
    text: 'alur: sambutan\njudul: Salam\ndasar: tugas_publik\nlangkah:\n  - kirim: Halo. Ketik MENU.\n',
  },
  {
    name: 'menu.yaml',
    text: 'alur: menu\njudul: Menu\ndasar: tugas_publik\nlangkah:\n  - kirim: Ketik KABARI KAMI.\n',
  },
  {
    name: 'kabar.yaml',
    text: `alur: kabar
judul: Kabar pelatihan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [kabari kami] }
langkah:
  - tanya: tema
    teks: Tema apa?
    jenis: pilihan
    pilihan: { konten: Konten, desain: Desain }
  - kirim: Baik, {{ tema }} dicatat.
uji:
  - nama: satu tema
    percakapan:
      - warga: kabari kami
      - warga: "1"
      - bot: Baik, Konten dicatat.
`,
  },
];
