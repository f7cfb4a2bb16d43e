import { readFileSync } from 'node:fs';

import type { FlowSet } from '../../src/engine/flow.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { readSentences } from '../../src/engine/say.ts';
import type { Supposed } from '../../src/engine/transcript/read-transcript.ts';
import { draw } from '../../src/engine/transcript/run-transcripts.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import type { World } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import type { Reply, Talk } from '../../src/engine/transcript/talk.ts';
import { exampleCatalogue } from './example-catalogue.ts';
import { sampleCatalogue, sampleFiles, sampleThemes } from './sample-flows.ts';

const locale = readFileSync(new URL('../../locales/id.yaml', import.meta.url), 'utf8');
export const { sentences } = readSentences('id.yaml', locale);
export const { flows: sample } = loadFlows(sampleFiles, sampleCatalogue, sentences);

export const KNOWN: Supposed = {
  kontak: { persetujuan: ['pelatihan'], telepon: '+6281234560123' },
  tema_contoh: [...sampleThemes],
  hasil: { daftarkan_contoh: { diterima: { nomor: 'PD-1' } } },
};

/** Somebody who talks with the service in a test. */
export interface Person {
  readonly world: World;
  readonly talk: Talk;
  last: Reply;
  /** Says something; what is answered, as people without buttons see it. */
  says(text: string): string;
  /** Taps the row with this label in the last answer. */
  taps(label: string): string;
}

/** Somebody new, or somebody whose session was stored. */
export function meet(flows: FlowSet = sample, supposed: Supposed = KNOWN, stored: string | null = null): Person {
  const world = suppose(supposed, sampleCatalogue);
  const talk = createTalk(flows, world, stored);
  const person: Person = {
    world,
    talk,
    last: { out: [], deeds: [], ended: null },
    says: (text) => hear(person, talk.take({ type: 'text', text })),
    taps: (label) => {
      const choices = person.last.out.flatMap((out) => out.choices ?? []);
      return hear(
        person,
        talk.take({ type: 'tap', choice: choices.find((one) => one.label === label)?.id ?? 'tidak.ada' }),
      );
    },
  };
  return person;
}

/** What was answered, as people without buttons see it. */
export function hear(person: Person, reply: Reply): string {
  person.last = reply;
  return reply.out.map(draw).join('\n---\n');
}

/** Flows from their texts, with the domain of the manual's examples. */
export function load(...texts: readonly string[]): FlowSet {
  const files = texts.map((text) => ({ name: /^alur: (\w+)$/mu.exec(text)?.[1] ?? '', text }));
  return loadFlows(files, exampleCatalogue, sentences).flows;
}
