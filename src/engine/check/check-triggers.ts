import { normalize } from '../../language/normal.ts';
import { exactWord, WORDS } from '../hearing/service-word.ts';
import { ownValue } from '../loading/raw-data.ts';
import { entriesAt, textAt, textsAt } from './raw-step.ts';
import { linkKey, startOf, wordKey } from './starts.ts';
import type { Check, Subject } from './subject.ts';

/** What Telegram takes behind `?start=`. */
const LINK = /^[\w-]{1,64}$/u;
/** A trigger of more words is a sentence, and nobody types it twice the same. */
const LONGEST_KEYWORD = 40;
/** A word shorter than this is part of too many others to be taken for one of them. */
const SHORTEST_PART = 3;
/** Flows that must always be within reach, by the keyword that they alone hold. */
const OWN_WORDS: ReadonlyMap<string, string> = new Map([
  ['status', 'status'],
  ['data saya', 'data_saya'],
]);

/** Words and links that start a flow: free, typable, and nobody else's. */
export const checkTriggers: Check = (subject) => {
  const { head, report, world } = subject;
  const start = startOf(head);
  for (const [at, keyword] of textsAt(start, 'kata_kunci').entries()) {
    const place = ['dimulai_oleh', 'kata_kunci', at];
    const wrong = wrongWord(subject, keyword);
    if (wrong !== null) report(wrong.code, place, { kata: keyword, ...wrong.params });
    const owner = otherOwner(subject, world.starts.words.get(wordKey(head, keyword)));
    if (owner !== null) report('kata_kunci_ganda', place, { kata: keyword, alur: owner });
  }
  const event = textAt(start, 'peristiwa');
  const started = event === null ? null : otherOwner(subject, world.starts.events.get(event));
  if (started !== null)
    report('peristiwa_ganda', ['dimulai_oleh', 'peristiwa'], { peristiwa: event ?? '', alur: started });
  checkHandedOver(subject);
  const link = textAt(start, 'tautan');
  if (link === null) return;
  if (!LINK.test(link)) report('tautan_tidak_sah', ['dimulai_oleh', 'tautan'], { tautan: link });
  const owner = otherOwner(subject, world.starts.links.get(linkKey(head, link)));
  if (owner !== null) report('tautan_ganda', ['dimulai_oleh', 'tautan'], { tautan: link, alur: owner });
};

/** A parameter that must be there, in a flow that is also started by something that does not bring it. */
function checkHandedOver({ head, report, world: { catalogue } }: Subject): void {
  const start = startOf(head);
  const words = textsAt(start, 'kata_kunci');
  const event = textAt(start, 'peristiwa');
  const brought = event === null ? undefined : ownValue(catalogue.events, event);
  for (const [name, kind] of entriesAt(head, 'terima')) {
    if (String(kind).endsWith(' boleh kosong')) continue;
    const isMissing =
      words.some((word) => !word.endsWith(` <${name}>`)) || (brought !== undefined && !Object.hasOwn(brought, name));
    if (isMissing) report('terima_tak_terisi', ['terima', name], { nama: name, jenis: String(kind) });
  }
}

interface Wrong {
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** What keeps a keyword from being one: it belongs to somebody, or cannot be typed. */
function wrongWord({ name, head }: Subject, keyword: string): Wrong | null {
  const words = normalize(keyword.replace(/ <\w+>$/u, ''));
  if (isReserved(words)) return name === words ? null : { code: 'kata_milik_layanan' };
  if (words === '' || keyword.length > LONGEST_KEYWORD) return { code: 'kata_kunci_tidak_dapat_diketik' };
  if (/^[\d ]+$/u.test(words)) return { code: 'kata_kunci_angka' };
  const owner = OWN_WORDS.get(words);
  if (owner !== undefined && owner !== name) return { code: 'kata_milik_alur', params: { alur: owner } };
  const like = keyword.trim().startsWith('/') ? null : likeReserved(words);
  if (like !== null && like !== name) return { code: 'kata_mirip_layanan', params: { milik: like.toUpperCase() } };
  return wrongSlot(keyword, new Set(entriesAt(head, 'terima').map(([parameter]) => parameter)));
}

/** Words that belong to the service, and every answer; a flow may only hold one when it is the flow of that name. */
function isReserved(words: string): boolean {
  return exactWord(words) !== null || words === 'ya' || words === 'tidak';
}

/** The service's word that a keyword is a part of: "tugas" of PETUGAS. */
function likeReserved(words: string): string | null {
  return words.length < SHORTEST_PART ? null : (WORDS.find((one) => one.includes(words)) ?? null);
}

/** `hadir <kode>`: one slot, at the end, for a parameter of the flow. */
function wrongSlot(keyword: string, parameters: ReadonlySet<string>): Wrong | null {
  const slots = [...keyword.matchAll(/<([^>]*)>/gu)].map(([, name = '']) => name);
  const [slot] = slots;
  if (slot === undefined) return null;
  const fits = slots.length === 1 && / <\w+>$/u.test(keyword) && parameters.has(slot);
  return fits ? null : { code: 'isian_kata_kunci', params: { isian: slot } };
}

/** The flow that claimed the word first, unless it is this one. */
function otherOwner({ name }: Subject, owner: string | undefined): string | null {
  return owner === undefined || owner === name ? null : owner;
}
