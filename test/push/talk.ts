import { waitAtMost } from '../../src/queue/bullmq/wait-at-most.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { announced, approver, author } from './orders.ts';

/** What is waited for in a chat, and what is then said. */
type Line = readonly [heard: string, says: string];

/** Counting everybody takes minutes where much else is going on. Said again, the words would be heard as an answer to what is asked next. */
const patienceMs = 10 * 60_000;

const submission: readonly Line[] = [
  ['untuk siapa', 'Semua yang bersedia dikabari'],
  ['Tulis isi', `Halo [nama]. ${announced}. Mohon membawa HP dan pengisi daya.`],
  ['Ada gambar', 'lewati'],
  ['Kapan dikirim', 'Segera sesudah disetujui'],
  ['Yang akan diajukan', 'ajukan'],
];

const stopping: readonly Line[] = [
  ['Mau diapakan?', 'Batalkan pengiriman'],
  ['tidak dapat dilanjutkan', 'Ya, batalkan'],
];

/** One officer writes the announcement and another one approves it, by chat, as they would. */
export async function announce(peer: Peer): Promise<void> {
  await converse(peer, author, '/umumkan', submission, 'menunggu persetujuan');
  await converse(peer, approver, '/setujui', [['Disetujui?', 'Setujui dan kirim']], 'Disetujui. Pengiriman mulai');
}

/** The author stops it by chat; resolves when they have read that it is over. */
export async function cancel(peer: Peer): Promise<void> {
  await converse(peer, author, '/pengumuman', stopping, 'sudah berakhir');
}

/** The author lets it rest by chat; resolves when they have read that it does. */
export async function pause(peer: Peer): Promise<void> {
  await converse(peer, author, '/pengumuman', [['Mau diapakan?', 'Jeda']], 'dijeda');
}

/** After `pause`: it goes on. */
export async function resume(peer: Peer): Promise<void> {
  await converse(peer, author, 'Lanjutkan', [], 'terkirim');
}

async function converse(peer: Peer, id: number, opening: string, lines: readonly Line[], end: string): Promise<void> {
  const person = peer.person(id);
  let read = person.sees().length;
  person.says(opening);
  for (const [heard, says] of [...lines, [end, ''] as const]) {
    const isThere = (): boolean =>
      person
        .sees()
        .slice(read)
        .some(({ text }) => text.includes(heard));
    await waitAtMost(patienceMs, peer.until(isThere));
    read = person.sees().length;
    if (says !== '') person.says(says);
  }
}
