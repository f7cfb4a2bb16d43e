import { addStanding } from '../app/flows/count-standing.ts';
import type { Standing, StandingPage } from '../app/flows/count-standing.ts';
import { catalogue } from '../domain/catalogue.ts';
import type { FlowSet } from '../engine/flow.ts';
import { loadVersions } from '../engine/loading/compile-versions.ts';
import { nameOf } from '../engine/loading/name-versions.ts';
import { judgeMove } from '../engine/moving/judge-move.ts';
import type { Fate } from '../engine/moving/judge-move.ts';
import type { AskFlows } from './ask-flows.ts';
import type { Terminal } from './terminal.ts';

/** Counts who stands where, page by page, with the number so far on the terminal. */
export async function countEverybody(
  ask: AskFlows,
  { say, redraw = () => {} }: Terminal,
): Promise<readonly Standing[]> {
  let all: readonly Standing[] = [];
  let people = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: StandingPage = await ask.standing(after);
    all = addStanding([...all, ...page.standing]);
    people += page.people;
    redraw(say('perintah.terbit.menghitung', { jumlah: people }));
    after = page.after;
  }
  redraw('');
  return all;
}

/** One place and what becomes of those who stand there. */
interface Judged extends Standing {
  readonly fate: Fate;
  readonly to: string;
}

/** Says what becomes of everybody; gives the places whose question vanishes and has no `pindah`. */
export async function tellStanding(
  ask: AskFlows,
  standing: readonly Standing[],
  next: Pick<FlowSet, 'current'>,
  move: boolean,
  { print, say }: Terminal,
): Promise<readonly Standing[]> {
  const versions = [...new Set(standing.flatMap(({ root, flow }) => [root, flow]))];
  const kept = await ask.read(versions);
  const known = new Map(loadVersions(kept, catalogue).map(({ flow }) => [flow.version, flow]));
  const judged = standing.map((one): Judged => ({ ...one, ...judgeMove(one, known, next, move) }));
  const touched = judged.filter(({ fate }) => fate !== 'same').toSorted((a, b) => b.count - a.count);
  const jumlah = sum(judged);
  print(say('perintah.terbit.orang', { jumlah, tetap: jumlah - sum(touched) }));
  for (const { root, flow, at, count, fate, to } of touched) {
    const inner = flow === root ? '' : `${nameOf(flow)}/`;
    const nasib = say(`perintah.terbit.nasib.${fate}`, { tujuan: to });
    print(say('perintah.terbit.baris', { jumlah: count, tempat: `${nameOf(root)}/${inner}${at}`, nasib }));
  }
  return touched.filter(({ fate }) => fate === 'vanished');
}

function sum(all: readonly Standing[]): number {
  return all.reduce((total, { count }) => total + count, 0);
}
