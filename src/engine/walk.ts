import type { Scope } from './expression/kind.ts';
import { hashText } from './fingerprint.ts';
import type { OpenFrame, Step, Walk } from './flow.ts';
import type { PackedValue } from './pack-value.ts';
import { packFields, packValue } from './pack-value.ts';
import { scopeOf } from './scope.ts';
import type { Mark, QuestionWait } from './session.ts';
import { HOME } from './tongue/tongue.ts';
import type { Choice, Found, Need, Out } from './turn.ts';
import type { Fields, Value } from './value.ts';

/** Several `kirim` in a row become one bubble up to this length: longer ones are not read to the end on a phone. */
export const BUBBLE = 600;
/** What is said and then asked becomes one bubble up to this length, the measure of one message. */
export const BUBBLE_WITH_QUESTION = 400;

/** Leaves the open conversation. */
export function leave(walk: Walk): void {
  walk.frames = [];
  walk.wait = { type: 'none' };
}

/** The frame that is talking. There is one whenever a step runs. */
export function top(walk: Walk): OpenFrame {
  const frame = walk.frames.at(-1);
  if (frame === undefined) throw new Error('no flow is open');
  return frame;
}

/** The step at which the conversation stands; null when none is open. */
export function openStep(walk: Walk): Step | null {
  return walk.frames.at(-1)?.at ?? null;
}

/** What people call the open conversation: the title of its outermost flow. */
export function openTitle(walk: Walk): string {
  return walk.frames[0]?.flow.head.title ?? '';
}

/** Names as the talking flow sees them. */
export function scopeHere(walk: Walk): Scope {
  return scopeOf(walk.facts, top(walk));
}

/** A sentence of the service: `percakapan.<key>`. */
export function sentence(walk: Walk, key: string, values: Fields = {}): string {
  return walk.flows.say(`percakapan.${key}`, values);
}

/** The same as officers read it, whatever language the person speaks. */
export function homeSentence(walk: Walk, key: string, values: Fields = {}): string {
  return (walk.flows.tongues.get(HOME) ?? walk.flows).say(`percakapan.${key}`, values);
}

/** Says something; joined to what was said just before when both are short, and not said twice in a row. */
export function tell(walk: Walk, text: string, extra: Partial<Out> = {}): void {
  if (Object.keys(extra).length > 0) return tellAlone(walk, text, extra);
  const last = walk.out.at(-1);
  const said = last?.open === true ? last.out.text : null;
  if (said === text || said?.endsWith(`\n\n${text}`) === true) return;
  if (last !== undefined && said !== null && said.length + text.length + 2 <= BUBBLE) {
    last.out = { ...last.out, text: `${said}\n\n${text}` };
  } else {
    walk.out.push({ out: { text }, open: true });
  }
}

/** Says something in a bubble of its own. */
export function tellAlone(walk: Walk, text: string, extra: Partial<Out> = {}): void {
  walk.out.push({ out: { text, ...extra }, open: false });
}

/** Asks; joined to what was said just before when both are short. */
export function ask(walk: Walk, text: string, extra: Partial<Out> = {}): void {
  const last = walk.out.at(-1);
  if (last !== undefined && last.open && last.out.text.length + text.length + 2 <= BUBBLE_WITH_QUESTION) {
    last.out = { ...last.out, ...extra, text: `${last.out.text}\n\n${text}` };
    last.open = false;
  } else {
    walk.out.push({ out: { text, ...extra }, open: false });
  }
}

/** The answer to a look, or null when it has to be made first; then the turn is to end with `NEED`. */
export function find(walk: Walk, need: Omit<Need, 'key'>): Found | null {
  const key = `${need.type}:${need.name}:${hashText(JSON.stringify(need.args))}`;
  const found = walk.facts.found[key];
  if (found === undefined && !walk.needs.some((known) => known.key === key)) walk.needs.push({ key, ...need });
  return found ?? null;
}

/** The rows of a source; null as in `find`. */
export function findRows(walk: Walk, need: Omit<Need, 'key'>): readonly Value[] | null {
  const found = find(walk, need);
  if (found === null) return null;
  return found.type === 'rows' ? found.rows : [];
}

/** Leaves a mark at a step, at the end of the path. */
export function mark(walk: Walk, key: string, left: Mark): void {
  const frame = top(walk);
  delete frame.before[key];
  frame.path[key] = left;
}

/** A value as the talking flow keeps it under a name. */
export function keepValue(walk: Walk, name: string, value: Value): PackedValue {
  return packValue(value, top(walk).flow.keeps(name));
}

/** The mark of a result: its name, and the values that the flow uses. */
export function resultMark(result: string, values: Fields, uses: ReadonlySet<string>): Mark {
  const give = packFields(values, uses);
  return give === null ? { r: result } : { r: result, give };
}

/** Rows as they are tapped: their ids begin with the stem of the question. */
export function toChoices(stem: string, rows: readonly Pick<Choice, 'code' | 'label'>[]): readonly Choice[] {
  return rows.map(({ code, label }, at) => ({ id: `${stem}.${at}`, code, label }));
}

/** Rows of the service itself, each by the key of its sentence. */
export function serviceChoices(walk: Walk, stem: string, keys: readonly string[]): readonly Choice[] {
  return toChoices(
    stem,
    keys.map((code) => ({ code, label: sentence(walk, code) })),
  );
}

/** Begins to wait for an answer; the stem of the choice ids is new, so that older buttons are known as old. */
export function waitForAnswer(walk: Walk, step: Step, more: Partial<QuestionWait> = {}): QuestionWait {
  const wait: QuestionWait = {
    type: 'answer',
    ask: hashText(`${walk.facts.turnId}/${step.key}`),
    askedAt: walk.facts.now,
    ...more,
  };
  walk.wait = wait;
  return wait;
}
