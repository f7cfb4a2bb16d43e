import type { FlowSet } from '../engine/flow.ts';
import type { Say } from '../engine/say.ts';
import { HOME } from '../engine/tongue/tongue.ts';
import type { Tongue } from '../engine/tongue/tongue.ts';

/** How the service speaks in one language, and what that is called by its speakers. */
interface Voice {
  readonly name: string;
  readonly say: Say;
}

/** The languages of the service by their codes, Indonesian first. */
export type Voices = ReadonlyMap<string, Voice>;

/** Indonesian, and the languages that flows were loaded with. */
export function createVoices(home: FlowSet, spoken: readonly Tongue[]): Voices {
  const { tongues } = home;
  const say: Say = (key, values) => home.say(key, values);
  const others = spoken.map(({ code, name }): [string, Voice] => [
    code,
    { name, say: (key, values) => (tongues.get(code) ?? home).say(key, values) },
  ]);
  return new Map([[HOME, { name: say('layanan.bahasa_sendiri'), say }], ...others]);
}
