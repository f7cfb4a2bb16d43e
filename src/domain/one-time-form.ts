import type { DocumentKind } from './ports/documents.ts';

/**
 * A page for one person and one use, on which what has no place in a chat is filled in. Whoever holds its token may fill
 * it in, once, until it is too old; here stands only a keyed hash of the token. What was filled in stays here no longer
 * than until it is where it belongs and the conversation knows.
 */
export interface OneTimeForm {
  /** Derived from the deed that asked for it; the conversation waits for this. */
  readonly id: string;
  readonly tenant: string;
  readonly contact: string;
  readonly address: string;
  readonly account: string;
  /** A keyed hash of the token in the link. */
  readonly token: string;
  readonly madeAt: number;
  readonly until: number;
  /** Attempts to send it that were refused. */
  readonly refused: number;
  readonly state:
    | { readonly type: 'open' }
    /** A newer page took its place. */
    | { readonly type: 'replaced' }
    | Filled
    /** It is where it belongs, and the conversation was told. */
    | { readonly type: 'done'; readonly at: number };
}

/** What was filled in, until it is where it belongs. */
export interface Filled {
  readonly type: 'filled';
  readonly value: string;
  readonly at: number;
}

/** So long it is still said that a page was used or is too old; then nothing of it is left. */
const keptMs = 24 * 60 * 60_000;

/** Refused attempts before a page closes: nobody mistypes their card this often, a program does. */
const mostRefused = 20;

export const oneTimeFormKind: DocumentKind<OneTimeForm> = {
  name: 'one-time-forms',
  keys: ({ contact, token }) => ({ contact, token }),
  next: (form) => (form.state.type === 'filled' ? form.state.at : form.until + keptMs),
};

/** Nobody need be told any more what became of the page. */
export function isForgotten(form: OneTimeForm, now: number): boolean {
  return now >= form.until + keptMs;
}

/** How the page stands for whoever opens it. */
export type Standing = 'open' | 'filled' | 'gone';

/** `gone`: too old, replaced, or tried too often. */
export function standingOf({ state, until, refused }: OneTimeForm, now: number): Standing {
  if (state.type === 'filled' || state.type === 'done') return 'filled';
  return state.type === 'open' && now < until && refused < mostRefused ? 'open' : 'gone';
}

/** The page with what was filled in; null when it is not open (any more). */
export function fillForm(form: OneTimeForm, value: string, now: number): OneTimeForm | null {
  return standingOf(form, now) === 'open' ? { ...form, state: { type: 'filled', value, at: now } } : null;
}

/** The page after an attempt that was refused. */
export function refuseAttempt(form: OneTimeForm): OneTimeForm {
  return { ...form, refused: form.refused + 1 };
}

/** The page whose value is where it belongs: it holds the value no longer. */
export function finishForm(form: OneTimeForm): OneTimeForm {
  return form.state.type === 'filled' ? { ...form, state: { type: 'done', at: form.state.at } } : form;
}

/** The page that a newer one replaces; null when there is nothing to change. */
export function replaceForm(form: OneTimeForm): OneTimeForm | null {
  return form.state.type === 'open' ? { ...form, state: { type: 'replaced' } } : null;
}
