import { readAudienceSentence } from '../../domain/audience-sentence.ts';
import type { SentenceFault } from '../../domain/audience-sentence.ts';
import type { Audience, Segment } from '../../domain/audience.ts';
import { savedAudienceId } from '../../domain/saved-audience.ts';
import { writeAudienceSentence } from '../../domain/write-audience-sentence.ts';
import type { Office } from '../office.ts';
import { readDirectory } from './read-directory.ts';

/** What an officer wrote about whom they mean; a fault in words that say how to go on. */
export type AudienceReading =
  | { readonly type: 'audience'; readonly audience: Extract<Audience, { readonly type: 'kalimat' }> }
  | { readonly type: 'fault'; readonly told: string };

/** Reads the name of a saved audience, or a sentence. */
export async function readAudienceText(office: Office, text: string): Promise<AudienceReading> {
  const saved = await office.audiences.read(savedAudienceId(office.tenant.id, text));
  if (saved !== null) return { type: 'audience', audience: { type: 'kalimat', segments: saved.segments } };
  const reading = readAudienceSentence(text, await readDirectory(office));
  if (reading.type === 'fault') return { type: 'fault', told: tellFault(office, reading.fault) };
  return { type: 'audience', audience: { type: 'kalimat', segments: reading.segments } };
}

/** The one normal form of an audience, with the names as they are now. */
export async function writeAudience(office: Office, segments: readonly Segment[]): Promise<string> {
  return writeAudienceSentence(segments, await readDirectory(office));
}

function tellFault({ say }: Office, { code, word, choices }: SentenceFault): string {
  const fault = say(`layanan.kalimat_sasaran.${code}`, { kata: word });
  return choices.length === 0 ? fault : `${fault} ${say('layanan.kalimat_sasaran.pilihan', { pilihan: choices })}`;
}
