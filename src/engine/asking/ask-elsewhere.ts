import { normalize } from '../../language/normal.ts';
import { saysNothing } from '../../language/nothing.ts';
import { isQuestion } from '../../language/question.ts';
import { readYesNo } from '../../language/yes-no.ts';
import type { Elsewhere } from '../answers/answer-kind.ts';
import { printValue } from '../expression/print.ts';
import type { Behaviour, Move, Outcome, Question, Said, Step, Walk } from '../flow.ts';
import { NEED, WAIT } from '../flow.ts';
import { cut } from '../hearing/hear-answer.ts';
import { countMiss, explanationOf } from '../hearing/miss-answer.ts';
import type { Out } from '../turn.ts';
import { ask, find, scopeHere, sentence, tell, waitForAnswer } from '../walk.ts';
import { prefillQuestion } from './open-question.ts';
import { waiting } from './question.ts';
import type { QuestionSpec } from './question.ts';
import { settle } from './settle-answer.ts';

/** A question with the page on which it is answered. */
interface Asked {
  readonly spec: QuestionSpec;
  readonly page: Elsewhere;
}

/**
 * As any question, but answered on a page of our own behind a link for one person and one use. The conversation keeps
 * neither the link nor the answer: it asks for a link by a deed, and looks how the page stands whenever it speaks of it,
 * so that an event which nobody heard is not missed.
 */
export function askedElsewhere(asked: Asked, inChat: Behaviour & { readonly question: Question }): Behaviour {
  const { spec, page } = asked;
  return {
    ...inChat,
    question: {
      ...inChat.question,
      ask: () => requestLink(page),
      askAgain: (walk) => countMiss(spec, walk) ?? requestLink(page),
      miss: (walk, _step, words) => countMiss(spec, walk) ?? repeat(asked, walk, words ?? undefined),
      help: (walk) => repeat(asked, walk, explanationOf(spec, walk)),
      skip: (walk) => skip(asked, walk),
    },
    arrive: (walk) => prefillQuestion(spec, walk) ?? requestLink(page),
    resume: (walk, step, outcome) => put(asked, walk, step, outcome),
    hear: (walk, _step, said) => hear(asked, walk, said),
    isAnswer: (walk, said) => ANSWERS.has(meaningOf(said, waiting(walk).ask)),
    repeat: (walk, _step, lead) => repeat(asked, walk, lead),
  };
}

const MINUTE_MS = 60_000;

function requestLink({ deed, lifeMs }: Elsewhere): Move {
  return { type: 'deed', name: deed, args: { menit: lifeMs / MINUTE_MS } };
}

/** The link has come; or there is none, and the venue sees to it; or a person was told that nothing could be read. */
function put({ spec, page }: Asked, walk: Walk, step: Step, { result, values }: Outcome): Move {
  if (result === 'diteruskan') {
    tell(walk, sentence(walk, 'diteruskan_pertanyaan'));
    return requestLink(page);
  }
  const { permintaan = null, tautan = null } = values;
  if (result !== 'dibuka' || typeof permintaan !== 'string') {
    tell(walk, sentence(walk, 'isian_di_tempat', { sebutan: spec.label }));
    return settle(spec, walk, page.without, { auto: true });
  }
  const until = spec.late === undefined ? {} : { until: walk.facts.now + page.lifeMs };
  waitForAnswer(walk, step, { about: permintaan, ...until });
  return show(spec, walk, printValue(tautan));
}

/** What the person says meanwhile. */
function hear(asked: Asked, walk: Walk, said: Said): Move {
  const meant = meaningOf(said, waiting(walk).ask);
  if (meant === 'skip') return skip(asked, walk);
  if (meant === 'question') return repeat(asked, walk, explanationOf(asked.spec, walk));
  const standing = look(asked.page, walk);
  if (standing === null) return NEED;
  if (meant === 'link' && standing.type === 'gone') return requestLink(asked.page);
  if (standing.type === 'filled' || meant === 'link') return tellStanding(asked, walk, standing);
  if (meant === 'done') return tellStanding(asked, walk, standing, sentence(walk, 'isian_belum_diterima'));
  return countMiss(asked.spec, walk) ?? tellStanding(asked, walk, standing);
}

/** Says the question again with its link, or goes on when the page was filled in meanwhile. */
function repeat(asked: Asked, walk: Walk, lead?: string): Move {
  const standing = look(asked.page, walk);
  return standing === null ? NEED : tellStanding(asked, walk, standing, lead);
}

/** LEWATI: the venue sees to it. */
function skip(asked: Asked, walk: Walk): Move {
  const { spec, page } = asked;
  if (spec.optional) return settle(spec, walk, page.without, { auto: false });
  return repeat(asked, walk, sentence(walk, 'tidak_dapat_dilewati'));
}

/** How the page stands. `gone`: too old, or replaced by a newer one. */
type Standing =
  | { readonly type: 'open'; readonly link: string }
  | { readonly type: 'filled' }
  | { readonly type: 'gone' };

function look({ look: name }: Elsewhere, walk: Walk): Standing | null {
  const found = find(walk, { type: 'look', name, args: { permintaan: waiting(walk).about ?? '' } });
  if (found === null) return null;
  if (found.type !== 'result' || found.result === 'habis') return { type: 'gone' };
  if (found.result === 'terisi') return { type: 'filled' };
  return { type: 'open', link: printValue(found.values['tautan'] ?? null) };
}

function tellStanding({ spec, page }: Asked, walk: Walk, standing: Standing, lead?: string): Move {
  if (standing.type === 'filled') return settle(spec, walk, page.filled, { auto: false });
  if (standing.type === 'open') return show(spec, walk, standing.link, lead);
  ask(walk, sentence(walk, 'isian_tautan_habis'), choicesOf(spec, walk));
  return WAIT;
}

function show(spec: QuestionSpec, walk: Walk, link: string, lead?: string): Move {
  const text = `${spec.text.render(scopeHere(walk))}\n${link}`;
  ask(walk, lead === undefined ? text : `${lead}\n\n${text}`, choicesOf(spec, walk));
  return WAIT;
}

function choicesOf({ optional }: QuestionSpec, walk: Walk): Partial<Out> {
  if (!optional) return {};
  const choice = { id: `${waiting(walk).ask}.${SKIP}`, code: SKIP, label: sentence(walk, 'lewati') };
  return { choices: [choice], unnumbered: true };
}

/** The row that leaves the question out. */
const SKIP = 'lewati';

/** What is certainly about the page, also after a long silence. */
const ANSWERS: ReadonlySet<string> = new Set(['done', 'link', 'skip']);

/** "Sudah", "kirim tautannya lagi", "nanti saja": what is said about a page that is filled in elsewhere. */
function meaningOf(said: Said, stem: string): 'done' | 'link' | 'skip' | 'question' | 'other' {
  if (said.type === 'tap') return isSame(cut(said.choice), [stem, SKIP]) ? 'skip' : 'link';
  if (said.type !== 'text') return 'other';
  const typed = normalize(said.text);
  if (LINK.test(typed)) return 'link';
  if (isQuestion(said.text)) return 'question';
  if (saysNothing(said.text)) return 'skip';
  const reading = readYesNo(said.text);
  if (reading.type === 'value') return reading.value === 'yes' ? 'done' : 'skip';
  return DONE.test(typed) ? 'done' : 'other';
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.every((part, at) => part === b[at]);
}

const LINK = /\b(?:tautan|tautannya|link|linknya)\b|^(?:lagi|baru|(?:kirim|minta) (?:lagi|ulang|baru))$/u;
const DONE = /^(?:sudah|udah|sdh|udh|dah|selesai|beres|terkirim)\b/u;
