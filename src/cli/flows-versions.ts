import { readSettings } from '../config/read-settings.ts';
import { livePublication } from '../domain/publication.ts';
import type { FlowLedger } from '../domain/publication.ts';
import { withFlows } from './ask-flows.ts';
import { countEverybody } from './tell-standing.ts';
import type { Command } from './terminal.ts';
import { writeTime } from './write-time.ts';

/** `gelombang flows versions`: every publication that is remembered, who made it and when, and how many still stand in it. */
export const listVersions: Command = async (_args, terminal) => {
  const { print, say, sentences } = terminal;
  return withFlows(readSettings(process.env), sentences, async (ask) => {
    const ledger = await ask.ledger();
    if (ledger === null) {
      print(say('perintah.terbit.belum_ada'));
      return 0;
    }
    const standing = await countEverybody(ask, terminal);
    const people = new Map<number, number>();
    for (const { root, count } of standing) {
      const number = publicationOf(ledger, root);
      people.set(number, (people.get(number) ?? 0) + count);
    }
    const live = livePublication(ledger);
    for (const one of ledger.publications) {
      const { number: nomor, at, by: oleh, undone, versions } = one;
      const state = one === live ? 'berlaku' : undone === null ? 'lama' : 'dibatalkan';
      const keadaan = say(`perintah.terbit.keadaan.${state}`, { oleh: undone?.by ?? '' });
      const orang = people.get(nomor) ?? 0;
      print(
        say('perintah.terbit.daftar', { nomor, oleh, kapan: writeTime(at), alur: versions.length, orang, keadaan }),
      );
    }
    const older = people.get(FORGOTTEN) ?? 0;
    if (older > 0) print(say('perintah.terbit.lebih_lama', { jumlah: older }));
    print(say(`perintah.terbit.cara.${ledger.way}`));
    return 0;
  });
};

/** A version that only publications named which are not remembered any more. */
const FORGOTTEN = 0;

/** The newest publication that names a version. */
function publicationOf({ publications }: FlowLedger, version: string): number {
  return publications.find(({ versions }) => versions.includes(version))?.number ?? FORGOTTEN;
}
