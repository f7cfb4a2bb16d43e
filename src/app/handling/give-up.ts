import type { Inbound } from '../../domain/message.ts';
import { readCommand } from '../../language/command.ts';

/**
 * The words that end a deed which keeps failing: of a person who wants out, or wants a human. STOP ends it too and is
 * then heard itself, for it works whatever else does not.
 */
export function givesUp(input: Inbound['input']): false | 'answered' | 'heard' {
  const command = input.type === 'text' ? readCommand(input.text) : null;
  if (command?.type !== 'value') return false;
  if (command.value === 'stop') return 'heard';
  return command.value === 'batal' || command.value === 'petugas' ? 'answered' : false;
}
