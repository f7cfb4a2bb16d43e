import { isRawList, isRawMap, rawList } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import { branchesOf, textOf, wordOf } from './read-diagram.ts';

/** What a terminal shows in one line. */
const WIDTH = 80;

/** The flow as an outline: a step a line in the order people meet it, what follows from an answer below it. */
export function writeOutline(data: RawMap): string {
  const needed = rawList(data['prasyarat']).map((flow) => ({ prasyarat: flow }));
  const steps = [...needed, ...rawList(data['langkah'])];
  return [`${textOf(data['judul'])} (${textOf(data['alur'])})`, ...steps.flatMap((step) => outline(step, '')), ''].join(
    '\n',
  );
}

function outline(step: unknown, indent: string): readonly string[] {
  if (!isRawMap(step)) return [];
  const word = wordOf(step);
  if (word === 'bagian') return ['', fit(`${indent}── ${textOf(step['judul'] ?? step['bagian'])} ──`)];
  const condition = textOf(step['hanya_jika']);
  const lead = condition === '' ? '' : `[bila ${condition}] `;
  const branches = branchesOf(step).filter(([, steps]) => steps !== 'lanjut');
  return [
    fit(`${indent}${SIGNS[word] ?? '•'} ${lead}${tell(step, word)}`),
    ...branches.flatMap((one, at) => branch(one, at === branches.length - 1, indent)),
  ];
}

/** A branch that is one word stands in the line of what leads to it. */
function branch([label, steps]: readonly [string, unknown], isLast: boolean, indent: string): readonly string[] {
  const mark = `${indent}  ${isLast ? '└' : '├'} ${label}`;
  const inside = `${indent}  ${isLast ? ' ' : '│'}   `;
  const list = isRawList(steps) ? steps : [steps];
  const [only] = list;
  if (list.length === 1 && !isRawMap(only)) return [fit(`${mark} → ${textOf(only)}`)];
  if (list.length === 1 && isRawMap(only) && branchesOf(only).length === 0)
    return [fit(`${mark} → ${tell(only, wordOf(only))}`)];
  return [
    fit(mark),
    ...list.flatMap((step) => (isRawMap(step) ? outline(step, inside) : [fit(`${inside}→ ${textOf(step)}`)])),
  ];
}

/** What a step does, in a few words. */
function tell(step: RawMap, word: string): string {
  const what = word === 'atur' && isRawMap(step['atur']) ? Object.keys(step['atur']).join(', ') : textOf(step[word]);
  const text = textOf(step['teks']);
  if (word === 'kirim') return `"${what}"`;
  if (word === 'lanjut_ke') return `kembali ke ${what}`;
  return [`${word.replaceAll('_', ' ')} ${what}`, text].filter((part) => part !== '').join(': ');
}

const SIGNS: Readonly<Record<string, string>> = {
  tanya: '?',
  formulir: '?',
  pastikan: '✓',
  jika: '◇',
  periksa: '◇',
  lakukan: '!',
  serahkan: '!',
  jalankan: '»',
  prasyarat: '»',
  tunggu: '⧗',
  lanjut_ke: '↑',
  tanya_lagi: '↑',
};

function fit(line: string): string {
  const letters = Array.from(line.replaceAll(/\p{Cc}/gu, ' '));
  return letters.length <= WIDTH ? letters.join('') : `${letters.slice(0, WIDTH - 1).join('')}…`;
}
