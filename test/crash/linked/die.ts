import { BufferJSON } from '@whiskeysockets/baileys';

import type { Person } from '../../peers/whatsapp/contact.ts';
import { createPeer } from '../../peers/whatsapp/peer.ts';
import type { Peer } from '../../peers/whatsapp/peer.ts';
import { openEmbeddedGround } from '../embedded-ground.ts';
import type { Ground } from '../ground.ts';
import { beginLife } from './life.ts';
import type { Life } from './life.ts';
import { passMs } from './orders.ts';
import type { Step } from './steps.ts';

/** How one death ended for the person who had just written. */
export interface Ending {
  readonly step: string;
  /** Somebody who is known to the device, or whose first message it was. */
  readonly person: 'known' | 'new';
  readonly outcome:
    /** Once, and nobody noticed anything. */
    | 'answered'
    /** The message was gone; the person was asked for it once, and then answered. */
    | 'asked again'
    /** A promise was broken: what the person read. */
    | { readonly broken: string; readonly heard: readonly string[] };
}

/** Asks for a message that could not be opened (`layanan.tak_terbaca.rusak`). */
const askedAgain = 'Mohon dikirim sekali lagi';

/** So many steps of passing time, and then nothing more will come. */
const patience = 6;

/** After so many, a doubt about an answer has been told once more, too, and the next death is nobody else's. */
const calmPasses = 3;

/** What takes longer waits for the service's clock to go on; that it goes on too soon does no harm. */
const momentMs = 1000;

/** A step that the service has not come to by then is none of its steps. */
const deathMs = 15_000;

/** Kills the service once for each step and kind of person; `told` hears of each ending. */
export async function dieAtSteps(
  steps: readonly Step[],
  told: (ending: Ending) => void = () => undefined,
): Promise<readonly Ending[]> {
  const [ground, peer] = [await openEmbeddedGround(), await createPeer()];
  const scene = await openScene(ground, peer);
  try {
    const endings: Ending[] = [];
    for (const step of steps) {
      for (const person of ['known', 'new'] as const) {
        const ending = { step: step.name, person, outcome: await scene.play(step, person) };
        endings.push(ending);
        told(ending);
      }
    }
    return [...endings, ...(await scene.end())];
  } finally {
    await scene.close();
    await peer.close();
    await ground.close();
  }
}

const words = ['halo', 'bantuan'] as const;

async function openScene(ground: Ground, peer: Peer) {
  const credentials = JSON.stringify(peer.credentials(), BufferJSON.replacer);
  const settings = {
    ...ground.settings,
    PORT: '0',
    WHATSAPP: 'on',
    WHATSAPP_SERVER: peer.url,
    WHATSAPP_CHECK_SIGNATURES: 'off',
  };
  let aheadMs = 0;
  let people = 0;
  let life: Life = await bear();
  const expected = new Map<string, readonly string[]>();

  async function bear(): Promise<Life> {
    const born = beginLife({ settings, credentials, aheadMs });
    await born.open;
    return born;
  }

  async function pass(): Promise<void> {
    aheadMs += passMs;
    await life.obey({ type: 'pass' });
  }

  function next(): Person {
    people += 1;
    return peer.person(people);
  }

  /** What an undisturbed person hears to these words; each is answered before the next. */
  async function hears(person: Person, word: string): Promise<readonly string[]> {
    const count = person.heard().length;
    person.says(word);
    await within(() => person.heard().length > count);
    await pass();
    return person.texts().slice(count);
  }

  const reference = next();
  for (const word of words) expected.set(word, await hears(reference, word));

  async function play(step: Step, kind: Ending['person']): Promise<Ending['outcome']> {
    const person = next();
    if (kind === 'known') await hears(person, words[0]);
    const word = kind === 'known' ? words[1] : words[0];
    const count = person.heard().length;
    await killAt(step, person, word);
    life = await bear();
    if (step.at === null) {
      // Until then nothing tells that it is there, and it goes out once more.
      for (let round = 0; round < calmPasses; round += 1) await pass();
      person.turnsOn();
    }
    const wanted = expected.get(word) ?? [];
    const heard = (): readonly string[] => person.texts().slice(count);
    const isAsked = (): boolean => heard().some((text) => text.includes(askedAgain));
    await passUntil(() => heard().length >= wanted.length || isAsked());
    const wasAsked = isAsked();
    if (wasAsked) {
      person.says(word);
      await passUntil(() => heard().length > wanted.length);
    }
    // Whatever is still to come, comes now.
    for (let more = 0; more < calmPasses; more += 1) await pass();
    return judge(step, wanted, heard(), wasAsked);
  }

  async function killAt(step: Step, person: Person, word: string): Promise<void> {
    if (step.at === null) {
      peer.fail({ person: person.id, silent: true });
      person.turnsOff();
    }
    const posted = peer.posted().length;
    await life.obey({ type: 'aim', step: step.name });
    person.says(word);
    if (step.at === null) {
      await within(() => peer.posted().length > posted);
      life.kill();
    }
    const died = await Promise.race([life.ended.then(() => true), pauseFor(deathMs).then(() => false)]);
    if (!died) {
      life.kill();
      await life.ended;
      throw new Error(`it never came to: ${step.name}`);
    }
  }

  async function passUntil(holds: () => boolean): Promise<void> {
    for (let round = 0; round < patience && !(await within(holds)); round += 1) await pass();
  }

  return {
    play,
    /** What is left in the store when everybody is answered must be nothing that waits. */
    end: async (): Promise<readonly Ending[]> => {
      await life.obey({ type: 'stop' });
      await life.ended;
      const { inbox } = await ground.count();
      const complaints = [
        ...peer.unknown(),
        ...(inbox.new + inbox.aside > 0 ? [`left in the inbox: ${JSON.stringify(inbox)}`] : []),
      ];
      return complaints.map((broken) => ({ step: 'the end', person: 'known', outcome: { broken, heard: [] } }));
    },
    close: async (): Promise<void> => {
      life.kill();
      await life.ended;
    },
  };
}

function judge(
  { mayAsk }: Step,
  wanted: readonly string[],
  heard: readonly string[],
  wasAsked: boolean,
): Ending['outcome'] {
  const [first = '', ...rest] = heard;
  const answers = wasAsked ? rest : heard;
  if (wasAsked && mayAsk !== true) return { broken: 'asked for what we had', heard };
  if (wasAsked && !first.includes(askedAgain)) return { broken: 'asked after an answer', heard };
  if (answers.join('\n') !== wanted.join('\n')) return { broken: 'not answered exactly once', heard };
  return wasAsked ? 'asked again' : 'answered';
}

async function within(holds: () => boolean): Promise<boolean> {
  const until = performance.now() + momentMs;
  while (!holds() && performance.now() < until) await pauseFor(5);
  return holds();
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
