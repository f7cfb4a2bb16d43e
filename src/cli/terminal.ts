import type { Sentences } from '../engine/flow.ts';
import type { Say } from '../engine/say.ts';

/** What a command may touch of the terminal; a test gives its own. */
export interface Terminal {
  readonly say: Say;
  /** The locale that `say` speaks. */
  readonly sentences: Sentences;
  readonly input: NodeJS.ReadableStream;
  /** Writes one line to standard output. */
  readonly print: (line: string) => void;
  /** Writes one line to standard error. */
  readonly complain: (line: string) => void;
  /** Writes over the line where the cursor stands; absent where the output is no terminal. */
  readonly redraw?: (line: string) => void;
}

/** A command takes what stands behind its name and answers with the exit code: 0 done, 1 found faults, 2 wrong use. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;
