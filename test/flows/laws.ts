import type { QuestionWait, Session } from '../../src/engine/session.ts';
import { comparable, giveAgain, move, placeOf, questionOf, say, saidIn, sessionOf, wait as passTo } from './scene.ts';
import type { Scene } from './scene.ts';

/** Tries one law from where a talk stands; what is wrong, or null. The talk is used up by it. */
export type Law = (scene: Scene) => string | null;

const HOUR_MS = 3_600_000;

/** More misses than any question allows. */
const MOST_MISSES = 12;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function differ(scene: Scene, before: unknown): string | null {
  const now = comparable(sessionOf(scene));
  return same(now, before) ? null : `${JSON.stringify(now)} was ${JSON.stringify(before)}`;
}

function wait(scene: Scene): QuestionWait | null {
  const open = sessionOf(scene)?.wait;
  return open?.type === 'answer' ? open : null;
}

/** A question or a summary is open, and nothing of the service stands over it. */
function isAsking(scene: Scene): boolean {
  const session = sessionOf(scene);
  return session?.wait.type === 'answer' && session.wait.over === undefined;
}

/** True when the person has answered anything that could be lost: a conversation without an answer is not kept. */
function hasAnswers(scene: Scene): boolean {
  const marks = (sessionOf(scene)?.frames ?? []).flatMap(({ path }) => Object.values(path));
  return marks.some(({ v, auto }) => v !== undefined && auto === undefined);
}

/** The conversation that is open now was among those that waited. */
function isTakenUp(scene: Scene, before: Session | null): boolean {
  const root = sessionOf(scene)?.frames[0]?.flow;
  return before?.aside?.some(({ frames }) => frames[0]?.flow === root) ?? false;
}

/** Said, and what it opens is left again: every answer is as it was. What waited already is gone on with instead. */
function keeps(word: string): Law {
  return (scene) => {
    const stored = sessionOf(scene);
    const before = comparable(stored);
    const isKept = hasAnswers(scene);
    if (say(scene, word).length === 0) return `nothing is said to ${word}`;
    if (isTakenUp(scene, stored)) return null;
    if (differ(scene, before) !== null && isKept) say(scene, 'batal');
    return isKept ? differ(scene, before) : null;
  };
}

/**
 * KEMBALI, however often, and then the same answer, is where one was. It stops where a deed was done and at the first
 * question: then nothing changes. Out of a correction it leads to the summary, and naming the line again leads back. And
 * from a question that KEMBALI led to, more of it belong to the first: the same answer leads to where that one was said.
 */
const kembali: Law = (scene) => {
  const isCorrecting = wait(scene)?.correcting === 1;
  if (!isCorrecting && isAskedAgain(scene)) {
    say(scene, 'kembali');
    giveAgain(scene, scene.given.get(placeOf(sessionOf(scene))) ?? []);
  }
  for (const depth of isCorrecting ? [1] : DEPTHS) {
    const before = comparable(sessionOf(scene));
    for (let back = 0; back < depth; back += 1) if (say(scene, 'kembali').length === 0) return 'nothing is said';
    if (differ(scene, before) === null) return null;
    const asked = placeOf(sessionOf(scene));
    const given = scene.given.get(asked);
    if (given === undefined) return `it leads to a question that nobody answered: ${asked}`;
    giveAgain(scene, given);
    const wrong = differ(scene, before);
    if (wrong !== null) return `${depth} back to ${asked}, ${JSON.stringify(given)}: ${wrong}`;
  }
  return null;
};

/** KEMBALI led here already: the same answer leads back to where it was said first. */
function isAskedAgain(scene: Scene): boolean {
  const { before = {}, at = '' } = sessionOf(scene)?.frames.at(-1) ?? {};
  return before[at]?.v !== undefined;
}

/** How far back one goes: to the one before, and up to the first of the longest flow. */
const DEPTHS = [1, 2, 3, 5, 8, 13, 21];

/** ULANG says the open question again. */
const ulang: Law = (scene) => {
  const before = comparable(sessionOf(scene));
  const once = say(scene, 'ulang');
  const twice = say(scene, 'ulang');
  return once.length > 0 && same(once, twice) ? differ(scene, before) : `${once.join(' | ')} / ${twice.join(' | ')}`;
};

/** PETUGAS, STOP and MULAI are deeds of the service; the open question stays. */
function calls(word: string, deed: string): Law {
  return (scene) => {
    const before = comparable(sessionOf(scene));
    say(scene, word);
    const isDone = scene.last.some(({ deeds }) => deeds.some(({ name }) => name === deed));
    return isDone ? differ(scene, before) : `${deed} is not done`;
  };
}

const mulai: Law = (scene) => {
  say(scene, 'stop');
  return calls('mulai', 'mulai_lagi')(scene);
};

/** LEWATI goes on or says why not; nothing that was answered before is lost. */
const lewati: Law = (scene) => {
  const before = sessionOf(scene);
  if (say(scene, 'lewati').length === 0 && sessionOf(scene) !== null) return 'nothing is said';
  const now = sessionOf(scene);
  const [root, after] = [before?.frames[0], now?.frames[0]];
  if (root === undefined || after === undefined || root.flow !== after.flow) return null;
  const lost = Object.entries(root.path).filter(([key, mark]) => !same(after.path[key] ?? after.before?.[key], mark));
  const passed = lost.filter(([key]) => key !== root.at);
  return passed.length === 0 ? null : `lost ${passed.map(([key]) => key).join(', ')}`;
};

/** BATAL ends the conversation, and says so. */
const batal: Law = (scene) => {
  const before = comparable(sessionOf(scene));
  if (say(scene, 'batal').length === 0) return 'nothing is said';
  return differ(scene, before) === null ? 'it is still open' : null;
};

/** A keyword of another flow asks first whether to leave; staying changes nothing. What waited already is gone on with. */
const dataSaya: Law = (scene) => {
  if (!hasAnswers(scene)) return null;
  const stored = sessionOf(scene);
  const before = comparable(stored);
  say(scene, 'data saya');
  if (isTakenUp(scene, stored)) return null;
  const { wait: open } = sessionOf(scene) ?? {};
  if (open?.type === 'answer' && open.over?.type === 'switch') {
    const stay = scene.last.flatMap(({ out }) => out.flatMap(({ choices = [] }) => choices)).at(-1);
    move(scene, { type: 'tap', choice: stay?.id ?? '' });
  } else if (differ(scene, before) !== null) say(scene, 'batal');
  return differ(scene, before);
};

/** After days LANJUT goes on where one was; in the midst of answers anything that is none is asked about first. */
function resumes(first: string | null): Law {
  return (scene) => {
    if (first !== null && !hasAnswers(scene)) return null;
    const session = sessionOf(scene);
    const { world } = scene.stage;
    const soon = Math.min(session?.until ?? 0, session?.wait.type === 'answer' ? (session.wait.until ?? Infinity) : 0);
    const after = Math.min(50 * HOUR_MS, (soon - world.now) * 0.9);
    if (after < HOUR_MS) return null;
    world.now += after;
    const before = comparable(session);
    if (first !== null) say(scene, first);
    if (first !== null && differ(scene, before) !== null) return differ(scene, before);
    return say(scene, 'lanjut').length === 0 ? 'nothing is said' : differ(scene, before);
  };
}

/** A draft that is too old is given up by itself. */
const expires: Law = (scene) => {
  const before = comparable(sessionOf(scene));
  for (let round = 0; round < 3 && sessionOf(scene) !== null; round += 1)
    passTo(scene, (sessionOf(scene)?.until ?? 0) + 1);
  return differ(scene, before) === null ? 'it is kept for ever' : null;
};

/** What nobody can read does not go on for ever: a person is called (an officer is told how to leave), or the flow goes on. */
const attemptsEnd: Law = (scene) => {
  const asked = questionOf(sessionOf(scene));
  for (let miss = 0; miss < MOST_MISSES; miss += 1) {
    if (say(scene, 'qwx zvbnj').length === 0 && sessionOf(scene) !== null) return 'nothing is said';
    const isCalled = scene.last.some(({ deeds }) => deeds.length > 0);
    const isTold = saidIn(scene).some((text) => text.includes('BANTUAN untuk contoh jawaban'));
    if (isCalled || isTold || questionOf(sessionOf(scene)) !== asked) return null;
  }
  return `${asked} is asked for ever`;
};

/** Every line of a summary is corrected by its number and by its name, and KEMBALI leaves it as it was. */
const corrects: Law = (scene) => {
  const before = comparable(sessionOf(scene));
  if (!questionOf(sessionOf(scene)).endsWith('/=')) return null;
  const lines = [
    ...say(scene, 'ulang')
      .join('\n')
      .matchAll(/^(\d+)\. ([^:\n]+): /gmu),
  ];
  if (lines.length === 0) return 'a summary without lines';
  for (const [, nomor = '', label = ''] of lines) {
    const reached = [nomor, `ubah ${label}`].map((words) => {
      say(scene, words);
      const at = questionOf(sessionOf(scene));
      say(scene, 'kembali');
      return at;
    });
    if (reached[0] === reached[1] && !reached.some((at) => at.endsWith('/=')) && differ(scene, before) === null)
      continue;
    return `${nomor}. ${label}: ${reached.join(' and ')}; ${differ(scene, before) ?? ''} ${saidIn(scene).join(' | ')}`;
  }
  return null;
};

/** What holds wherever a question is open. */
export const LAWS: Readonly<Record<string, Law>> = {
  'KEMBALI, then the same answer, is the identity': whenAsking(kembali),
  'ULANG repeats': whenAsking(ulang),
  'BANTUAN loses nothing': whenAsking(keeps('bantuan')),
  'MENU, left again, loses nothing': whenAsking(keeps('menu')),
  'BAHASA, left again, loses nothing': whenAsking(keeps('bahasa')),
  'STATUS comes between': whenAsking(keeps('status')),
  'DATA SAYA, then staying, loses nothing': whenAsking(dataSaya),
  'PETUGAS calls a person': whenAsking(calls('petugas', 'serahkan')),
  'STOP stops messages': whenAsking(calls('stop', 'henti')),
  'MULAI lets them come again': whenAsking(mulai),
  'LEWATI loses nothing': whenAsking(lewati),
  'BATAL ends': whenAsking(batal),
  'LANJUT after days goes on': whenAsking(resumes(null)),
  'somebody who comes back is asked': whenAsking(resumes('???')),
  'a draft expires': whenAsking(expires),
  'attempts end': whenAsking(attemptsEnd),
  'a summary is corrected line by line': whenAsking(corrects),
};

function whenAsking(law: Law): Law {
  return (scene) => (isAsking(scene) ? law(scene) : null);
}
