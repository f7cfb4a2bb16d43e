import type { Inbound } from '../../domain/message.ts';
import { readCommand } from '../../language/command.ts';

/** True when a person wants out, or wants a human: the words that end a deed which keeps failing. */
export function givesUp(input: Inbound['input']): boolean {
  const command = input.type === 'text' ? readCommand(input.text) : null;
  return command?.type === 'value' && (command.value === 'batal' || command.value === 'petugas');
}
