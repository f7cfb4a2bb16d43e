import { readCommand, readWish } from '../../language/command.ts';
import { readCourtesy } from '../../language/courtesy.ts';
import type { Courtesy } from '../../language/courtesy.ts';
import { isEmergency } from '../../language/emergency.ts';
import { readGreeting } from '../../language/greeting.ts';
import type { Greeting } from '../../language/greeting.ts';
import { hidesNik } from '../../language/nik.ts';
import { normalize } from '../../language/normal.ts';
import { printValue } from '../expression/print.ts';
import type { Said, Step, Walk } from '../flow.ts';
import { WAIT } from '../flow.ts';
import { DOORS, proceed, repeatOpen } from '../proceed.ts';
import { leave, openStep, sentence, tell } from '../walk.ts';
import { takeUpTapped, withoutOver } from './aside.ts';
import { cut } from './hear-answer.ts';
import { hearOver } from './hear-over.ts';
import { tellWaiting } from './parked.ts';
import { asksToResume } from './resume.ts';
import { exactWord } from './service-word.ts';
import type { ServiceWord } from './service-word.ts';
import { doWord, meantWord, spokenWord } from './service-words.ts';
import { findTrigger, greet, interrupt, start } from './start-flow.ts';
import type { Trigger } from './start-flow.ts';

/** A text message and what is seen in it at first sight, whatever is open. */
interface Message {
  readonly said: Extract<Said, { readonly type: 'text' }>;
  /** Normalized. */
  readonly typed: string;
  readonly isDanger: boolean;
  readonly greeting: Greeting;
  readonly courtesy: Courtesy;
  readonly hidesNik: boolean;
}

/** The same button again within this time is an unsteady finger, not a second answer. */
const DOUBLE_TAP_MS = 5000;

/** What a person sent, in this order: danger, the service's words, keywords, then the open question. */
export function hearPerson(walk: Walk, said: Said): void {
  const silentMs = walk.facts.now - walk.heardAt;
  walk.heardAt = walk.facts.now;
  const message = said.type === 'text' ? toMessage(said) : null;
  if (message?.isDanger === true) tell(walk, printValue(walk.facts.tenant['pesan_darurat'] ?? null));
  if (isDoubleTap(walk, said, silentMs)) return;
  const at = openStep(walk);
  if (message?.hidesNik === true) refuseNik(walk);
  else if (walk.wait.type === 'deed') hearWhileDoing(walk, message);
  else if (at === null) hearIdle(walk, said, message);
  else if (!hearOver(walk, said)) hearInFlow(walk, at, said, message, silentMs);
}

/** True for a button that was just taken; any other button brings back the conversation it belongs to. */
function isDoubleTap(walk: Walk, said: Said, silentMs: number): boolean {
  const before = walk.tapped;
  walk.tapped = null;
  if (said.type !== 'tap') return false;
  takeUpTapped(walk, said.choice);
  if (isOfOpenQuestion(walk, said.choice) || said.choice === before) walk.tapped = said.choice;
  return said.choice === before && silentMs < DOUBLE_TAP_MS;
}

function isOfOpenQuestion({ wait }: Walk, choice: string): boolean {
  if (wait.type !== 'answer') return false;
  return [wait.ask, wait.over?.ask].includes(cut(choice)[0]);
}

function toMessage(said: Message['said']): Message {
  const { text } = said;
  return {
    said,
    typed: normalize(text),
    isDanger: isEmergency(text),
    greeting: readGreeting(text),
    courtesy: readCourtesy(text),
    hidesNik: hidesNik(text),
  };
}

/** A NIK has no place in a chat: nothing of the message is used, and the open question costs no attempt. */
function refuseNik(walk: Walk): void {
  const words = sentence(walk, 'nik_diketik');
  if (openStep(walk) === null || walk.wait.type !== 'answer') return tell(walk, words);
  walk.wait = withoutOver(walk.wait);
  repeatOpen(walk, words);
}

function hearInFlow(walk: Walk, at: Step, said: Said, message: Message | null, silentMs: number): void {
  if (message !== null && hearServiceWord(walk, at, message)) return;
  if (message?.greeting === 'salam') tell(walk, sentence(walk, 'waalaikumsalam'));
  if (asksToResume(walk, at, said, silentMs)) return;
  if (message !== null && isAhead(walk, at, message)) repeatOpen(walk, sentence(walk, 'sebelum_dibaca'));
  else if (message !== null && isBesideTheQuestion(walk, at, message)) repeatOpen(walk);
  else proceed(walk, at.does.hear?.(walk, at, said) ?? WAIT);
}

/**
 * True for a yes or a no that was on its way before its question could be read. A consent is given knowingly (UU 27/2022
 * pasal 22), and what is final is wanted knowingly; other answers may be given ahead, and a button belongs to its question.
 */
function isAhead(walk: Walk, at: Step, { said }: Message): boolean {
  return walk.facts.unread === true && at.does.decides?.(walk, said) === true;
}

/** A word of the service or a keyword, unless it is one of the answers shown ("batalkan" for "Batalkan pertemuan"). */
function hearServiceWord(walk: Walk, at: Step, message: Message): boolean {
  const { said, typed } = message;
  if (exactWord(typed) === null && at.does.question?.shows(walk, typed) === true) return false;
  const exact = spokenWord(walk, typed);
  if (exact !== null) {
    doWord(walk, exact);
    return true;
  }
  const trigger = findTrigger(walk, said.text, typed) ?? findAtDoor(walk, at, said);
  if (trigger !== null && interrupt(walk, trigger)) return true;
  const takesNames = at.does.question === undefined || at.does.question.type === 'pilihan';
  const isRow = takesNames && at.does.isAnswer?.(walk, said) === true;
  const meant = isRow ? null : wordMeantBy(message);
  if (meant !== null) doWord(walk, meant);
  return meant !== null;
}

/** A cry for help has its answer already: its "tolong" does not ask how to write to us. */
function wordMeantBy({ said, isDanger }: Message): ServiceWord | null {
  const meant = meantWord(said.text);
  return isDanger && meant === 'bantuan' ? null : meant;
}

/** At the menu people also say what they want in their own words, as they would with nothing open. */
function findAtDoor(walk: Walk, at: Step, said: Message['said']): Trigger | null {
  if (!DOORS.has(walk.frames[0]?.flow.name ?? '') || at.does.isAnswer?.(walk, said) === true) return null;
  return findByCommand(walk, said.text);
}

/** While a deed is on its way only BATAL and PETUGAS are heard: both leave it to itself. */
function hearWhileDoing(walk: Walk, message: Message | null): void {
  const word = message === null ? null : spokenWord(walk, message.typed);
  if (word !== 'batal' && word !== 'petugas') return tell(walk, sentence(walk, 'masih_diproses'));
  leave(walk);
  if (word === 'petugas') doWord(walk, 'petugas');
  else tell(walk, sentence(walk, 'dibatalkan_diproses'));
}

function hearIdle(walk: Walk, said: Said, message: Message | null): void {
  if (message === null) return tell(walk, sentence(walk, UNASKED[said.type]));
  const { typed, greeting, courtesy, isDanger } = message;
  if (greeting !== 'none') tell(walk, sentence(walk, RETURNED[greeting]));
  const word = spokenWord(walk, typed);
  if (word !== null) return doWord(walk, word);
  const trigger = findTrigger(walk, message.said.text, typed) ?? findByCommand(walk, message.said.text);
  if (trigger !== null) return start(walk, trigger);
  const meant = wordMeantBy(message);
  if (meant !== null) return doWord(walk, meant);
  if (courtesy !== 'none') return tell(walk, sentence(walk, AFTER_ALL[courtesy]));
  if (isDanger) return;
  if (greeting === 'none' && walk.facts.contact['baru'] === false) tell(walk, sentence(walk, 'belum_dikenal'));
  if (tellWaiting(walk)) return;
  greet(walk);
}

/** What comes while nothing is open; a file is never looked at then. */
const UNASKED = {
  text: 'tidak_diminta',
  tap: 'tombol_selesai',
  location: 'tidak_diminta',
  contact: 'tidak_diminta',
  photo: 'foto_tidak_diminta',
  document: 'berkas_tidak_diminta',
} as const;

const RETURNED = { salam: 'waalaikumsalam', umum: 'salam_umum' } as const;

/** The last word of a talk that is over: it begins no other. */
const AFTER_ALL = { thanks: 'sama_sama_selesai', nod: 'baik_selesai', later: 'baik_selesai' } as const;

/**
 * What is wished for in a sentence: a keyword with the words of a wish around it ("pak saya mau mundur ya"), or one of the
 * reader's commands, which lead to the flow that holds their word: `lihat_data` to the one with "lihat data".
 */
function findByCommand(walk: Walk, text: string): Trigger | null {
  const wish = readWish(text);
  const wished = wish === '' || wish === normalize(text) ? null : findTrigger(walk, wish, wish);
  if (wished !== null) return wished;
  const reading = readCommand(text);
  if (reading.type !== 'value') return null;
  const word = reading.value.replaceAll('_', ' ');
  return exactWord(word) === null ? findTrigger(walk, word, word) : null;
}

/** A salam is longer than this only when something follows it. */
const LONGEST_SALAM = 5;

/**
 * True for a greeting and for thanks, which are returned, and for a cry for help where the question does not ask for
 * words: they are no answers and cost no attempt.
 */
function isBesideTheQuestion(walk: Walk, at: Step, message: Message): boolean {
  const { said, typed, greeting, courtesy, isDanger } = message;
  const thanks = courtesy === 'thanks';
  const greets = greeting === 'umum' || (greeting === 'salam' && typed.split(' ').length <= LONGEST_SALAM);
  const cries = isDanger && !takesAnyWords(at.does.question?.type);
  if (!thanks && !greets && !cries) return false;
  if (at.does.isAnswer?.(walk, said) === true) return false;
  if (thanks) tell(walk, sentence(walk, 'sama_sama'));
  else if (greeting === 'umum') tell(walk, sentence(walk, 'salam_umum'));
  return true;
}

function takesAnyWords(type: string | undefined): boolean {
  return type === 'teks' || type === 'lokasi';
}
