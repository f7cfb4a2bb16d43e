import { readCommand } from '../language/command.ts';
import { isEmergency } from '../language/emergency.ts';
import { readGreeting } from '../language/greeting.ts';
import { wordsOf } from '../language/normal.ts';
import { printValue } from './expression/print.ts';
import type { Said, Step, Walk } from './flow.ts';
import { hearOver } from './hear-over.ts';
import { proceed } from './proceed.ts';
import { asksToResume } from './resume.ts';
import { doWord, exactWord, meantWord } from './service-words.ts';
import { findTrigger, greet, interrupt, start } from './start-flow.ts';
import { sentence, tell } from './walk.ts';

/** What a person sent, in the order of language.md: danger, the service's words, keywords, then the open question. */
export function hearPerson(walk: Walk, said: Said): void {
  const silentMs = walk.facts.now - walk.heardAt;
  walk.heardAt = walk.facts.now;
  const text = said.type === 'text' ? said.text : null;
  const isDanger = text !== null && isEmergency(text);
  if (isDanger) tell(walk, printValue(walk.facts.tenant['pesan_darurat'] ?? null));
  if (walk.wait.type === 'deed') return hearWhileDoing(walk, text);
  const at = walk.frames.at(-1)?.at ?? null;
  if (at === null) return hearIdle(walk, said, isDanger);
  if (hearOver(walk, at, said)) return;
  if (text !== null && hearServiceWord(walk, at, text)) return;
  if (asksToResume(walk, at, said, silentMs)) return;
  if (text !== null && greetsOnly(walk, at, text, isDanger)) return;
  proceed(walk, at.does.hear?.(walk, at, said) ?? { type: 'wait' });
}

/** A word of the service or a keyword, unless it is exactly one of the answers shown. */
function hearServiceWord(walk: Walk, at: Step, text: string): boolean {
  const exact = exactWord(text);
  if (exact === null && at.does.question?.shows(walk, text) === true) return false;
  if (exact !== null) {
    doWord(walk, exact);
    return true;
  }
  const trigger = findTrigger(walk, text);
  if (trigger !== null && interrupt(walk, trigger)) return true;
  const meant = meantWord(text);
  if (meant !== null) doWord(walk, meant);
  return meant !== null;
}

/** While a deed is on its way only BATAL and PETUGAS are heard: both leave it to itself. */
function hearWhileDoing(walk: Walk, text: string | null): void {
  const word = text === null ? null : exactWord(text);
  if (word !== 'batal' && word !== 'petugas') return tell(walk, sentence(walk, 'masih_diproses'));
  walk.frames = [];
  walk.wait = { type: 'none' };
  if (word === 'petugas') doWord(walk, 'petugas');
  else tell(walk, sentence(walk, 'dibatalkan_diproses'));
}

function hearIdle(walk: Walk, said: Said, isDanger: boolean): void {
  if (said.type === 'tap') return tell(walk, sentence(walk, 'tombol_selesai'));
  if (said.type !== 'text') return tell(walk, sentence(walk, 'tidak_diminta'));
  const { text } = said;
  returnSalam(walk, text);
  const word = exactWord(text);
  if (word !== null) return doWord(walk, word);
  const trigger = findTrigger(walk, text) ?? findByCommand(walk, text);
  if (trigger !== null) return start(walk, trigger);
  const meant = meantWord(text);
  if (meant !== null) return doWord(walk, meant);
  if (!isDanger) greet(walk);
}

/** The reader's commands lead to the flow that holds their word: `lihat_data` to the one with "lihat data". */
function findByCommand(walk: Walk, text: string): ReturnType<typeof findTrigger> {
  const reading = readCommand(text);
  if (reading.type !== 'value' || exactWord(reading.value) !== null) return null;
  return findTrigger(walk, reading.value.replaceAll('_', ' '));
}

/** A salam is longer than this only when something follows it. */
const LONGEST_SALAM = 5;

/** Greets back and repeats the question: a greeting is no answer and costs no attempt. Danger is treated alike. */
function greetsOnly(walk: Walk, at: Step, text: string, isDanger: boolean): boolean {
  const greeting = readGreeting(text);
  const isOnly = greeting === 'umum' || (greeting === 'salam' && wordsOf(text).length <= LONGEST_SALAM);
  const { question } = at.does;
  if (greeting === 'salam' && !isOnly) returnSalam(walk, text);
  const takesWords = question?.type === 'teks' || question?.type === 'lokasi';
  const isAside = isOnly || (isDanger && !takesWords);
  if (!isAside || question?.isAnswer(walk, { type: 'text', text }) === true) return false;
  if (greeting === 'umum') tell(walk, sentence(walk, 'salam_umum'));
  if (greeting === 'salam') returnSalam(walk, text);
  proceed(walk, at.does.repeat?.(walk, at) ?? { type: 'wait' });
  return true;
}

function returnSalam(walk: Walk, text: string): void {
  if (readGreeting(text) === 'salam') tell(walk, sentence(walk, 'waalaikumsalam'));
}
