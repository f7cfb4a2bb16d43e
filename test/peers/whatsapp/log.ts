import type { Ending } from './endings.ts';
import type { Stanza } from './stanza.ts';

/** A message of the bot, as the service took or refused it. */
interface Posted {
  readonly id: string;
  readonly to: string;
  /** The code of the refusal; null when it was accepted. */
  readonly refused: number | null;
}

/** Everything that came in, as tests ask for it; oldest first. */
export interface Log {
  readonly stanzas: Stanza[];
  readonly posted: Posted[];
  /** Stanzas that a device refused with an error: they come again when it reconnects. */
  readonly refusals: { readonly id: string; readonly code: string }[];
  readonly logins: { readonly device: number; readonly answer: 'success' | Ending }[];
  /** What this peer does not know, and its own failures. */
  readonly puzzles: string[];
}
