import { expect, test } from 'vitest';

import { dieAtSteps } from '../crash/linked/die.ts';
import { steps } from '../crash/linked/steps.ts';
import { quietLibsignal } from './meet-whatsapp.ts';

quietLibsignal();

/** Two instants of fifteen: `npm run crash -- --linked` dies at all of them. */
const some = ['WhatsApp knows that we have it, the inbox does not have it', 'the keys for it are turned'];

test('killed between the first bytes of a message and the end of its answer, the service answers once, or asks for it again once', async () => {
  const chosen = steps.filter(({ name }) => some.includes(name));
  expect(chosen).toHaveLength(some.length);
  const endings = await dieAtSteps(chosen);
  expect(endings.map(({ step, person, outcome }) => `${person}, ${step}: ${JSON.stringify(outcome)}`)).toEqual(
    chosen.flatMap(({ name, mayAsk }) =>
      ['known', 'new'].map((person) => `${person}, ${name}: "${mayAsk === true ? 'asked again' : 'answered'}"`),
    ),
  );
}, 240_000);
