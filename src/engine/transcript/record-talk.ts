import { stringify } from 'yaml';

import type { Catalogue } from '../catalogue.ts';
import type { FlowSet } from '../flow.ts';
import type { Line, Supposed } from './read-transcript.ts';
import { sampleWorld } from './sample-world.ts';
import { suppose } from './suppose.ts';
import type { World } from './suppose.ts';
import { createTalk } from './talk.ts';
import type { Reply } from './talk.ts';
import { toPlain } from './to-value.ts';

/** A talk with one flow that is written down. */
export interface Recording {
  /** The flow begins. */
  readonly first: Reply;
  say(text: string): Reply;
  /** The talk so far as it stands under `uji`: what was looked at and done is supposed to come out the same. */
  print(name: string): string;
}

/** Talks with a flow in a world of examples: nothing that is done there is real. */
export function recordTalk(flows: FlowSet, catalogue: Catalogue, flow: string): Recording {
  const sample = sampleWorld(catalogue);
  const used = new Set<string>();
  const world = noting(suppose(sample, catalogue), used);
  const talk = createTalk(flows, world);
  const lines: Line[] = [];
  const note = (line: Line, reply: Reply): Reply => {
    lines.push(line, ...statedBy(reply));
    return reply;
  };
  const first = note({ jalankan: flow }, talk.take({ type: 'start', flow, args: {} }));
  return {
    first,
    say: (text) => note({ warga: text }, talk.take({ type: 'text', text })),
    print: (name) => {
      const misalkan = supposedBy(sample, used);
      const known = Object.keys(misalkan).length === 0 ? {} : { misalkan };
      return stringify(
        { uji: [{ nama: name, ...known, percakapan: lines }] },
        { lineWidth: 0, aliasDuplicateObjects: false },
      );
    },
  };
}

/** The world, with the names of everything that is asked of it. */
function noting(world: World, used: Set<string>): World {
  return {
    ...world,
    answer(need) {
      used.add(need.name);
      return world.answer(need);
    },
    do(deed) {
      used.add(deed.name);
      return world.do(deed);
    },
  };
}

/** Of what was supposed only what the talk needed. */
function supposedBy({ hasil = {}, ...sources }: Supposed, used: ReadonlySet<string>): Supposed {
  const results = Object.entries(hasil).filter(([name]) => used.has(name));
  const rows = Object.entries(sources).filter(([name]) => used.has(name));
  return { ...Object.fromEntries(rows), ...(results.length > 0 && { hasil: Object.fromEntries(results) }) };
}

/** What a reply came to: its deeds, the first line of each message, and its end. */
function statedBy({ out, deeds, ended }: Reply): readonly Line[] {
  const said = out.flatMap(({ text }) => text.split('\n').find((line) => line.trim() !== '') ?? []);
  return [
    ...deeds.map(({ name, args }): Line => {
      const dengan = Object.entries(args).filter(([, value]) => value !== null);
      return { lakukan: name, dengan: Object.fromEntries(dengan.map(([key, value]) => [key, toPlain(value)])) };
    }),
    ...said.map((words): Line => ({ bot: words })),
    ...(ended === null ? [] : [{ berakhir: ended }]),
  ];
}
