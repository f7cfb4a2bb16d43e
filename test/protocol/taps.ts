import type { Office } from '../../src/app/office.ts';
import { recordConsent } from '../../src/domain/contact.ts';
import { troubleMs } from './plan.ts';
import type { Call } from './platform.ts';
import { somebody } from './scene.ts';
import type { Scene } from './scene.ts';

/** How the counted link of a message is found in it. */
const countedForm = /\/t\/(?<code>[\w-]+)/u;

/** The code of the counted link in a text; undefined: there is none. */
export function codeIn(text: string): string | undefined {
  return countedForm.exec(text)?.groups?.['code'];
}

/** A person's word that their taps are no longer counted, written down as their deed does. */
export async function takeBack({ world, truth }: Scene, office: Office, id: string): Promise<void> {
  const no = { id: `${id} no`, version: '1', text: '', words: 'tidak', agreed: false, at: world.now(), address: id };
  await office.contacts.change(id, (doc) => {
    const after = doc === null ? null : recordConsent(doc, { ...no, purpose: 'ketukan' });
    return { doc: after, result: null };
  });
  truth.uncounted.set(id, world.now());
}

/** Whoever got a counted link opens it perhaps, some at once and again. */
export function tapOn(scene: Scene, { part }: Call): void {
  const { world, truth } = scene;
  const code = codeIn(part);
  if (code === undefined) return;
  for (let times = world.random.between(0, 3); times > 0; times -= 1) {
    world.after(world.random.between(0, troubleMs / 4), () => {
      const service = somebody(scene);
      service?.machine.tell(1, () => {
        // It was read and will lead somewhere; whether it counts is this process's to remember.
        truth.taps.push({ code, machine: service.machine, at: world.now() });
        void service.follow(code).catch(() => null);
      });
    });
  }
}
