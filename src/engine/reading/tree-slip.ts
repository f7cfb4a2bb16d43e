import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Pair, Scalar, YAMLMap } from 'yaml';

import type { Slip } from './line-slip.ts';
import { NO_KEY } from './read-node.ts';
import { quote } from './sentence.ts';

/** Deeper than any flow that a person can follow: a branch within a branch within a branch takes twelve. */
export const MAX_DEPTH = 24;

/** What looking through a tree needs: the file's text, and the line of a place in it. */
interface Search {
  readonly text: string;
  readonly lineAt: (offset: number) => number;
  readonly slips: Slip[];
}

/** Slips of which a YAML parser is silent: they only show in the tree it has made. */
export function findTreeSlips(root: unknown, text: string, lineAt: (offset: number) => number): readonly Slip[] {
  const search: Search = { text, lineAt, slips: [] };
  visit(search, root, 1, '');
  return search.slips;
}

function visit(search: Search, node: unknown, depth: number, key: string): void {
  if (refuseSpecial(search, node)) return;
  if (isScalar(node)) checkScalar(search, node, key);
  if (!isMap(node) && !isSeq(node)) return;
  if (depth > MAX_DEPTH) {
    report(search, node, 'terlalu_dalam', { paling_banyak: MAX_DEPTH });
    return;
  }
  if (isMap(node)) {
    checkNames(search, node);
    for (const pair of node.items) visitPair(search, node, pair, depth);
  } else for (const item of node.items) visitValue(search, { place: item, value: item, depth, key }, 'butir_kosong');
}

/** The parser would find keys that stand twice, too, by comparing every key with every other. */
function checkNames(search: Search, { items }: YAMLMap): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (name === NO_KEY) report(search, key, 'nama_tidak_rapi', { nama: name, betul: 'proto' });
    if (seen.has(name)) report(search, key, 'kunci_ganda', { kunci: name });
    seen.add(name);
  }
}

function visitPair(search: Search, map: YAMLMap, { key, value }: Pair, depth: number): void {
  const name = isScalar(key) ? String(key.value) : '';
  if (value === null && map.flow === true) {
    report(search, key, ...(name.includes(':') ? gluedColon(name) : strayComma(map, name)));
    return;
  }
  refuseSpecial(search, key);
  visitValue(search, { place: key, value, depth, key: name }, 'isi_kosong');
}

/** A value, or the place where it is missing. */
interface Held {
  readonly place: unknown;
  readonly value: unknown;
  readonly depth: number;
  readonly key: string;
}

function visitValue(search: Search, { place, value, depth, key }: Held, missing: string): void {
  if (isNothing(value)) report(search, place, missing, { kunci: key });
  else visit(search, value, depth + 1, key);
}

function isNothing(value: unknown): boolean {
  return (
    value === null || (isScalar(value) && value.type === 'PLAIN' && value.value === '' && value.anchor === undefined)
  );
}

/** `&kata`, `*kata`, `!kata`: YAML would leave them out of the sentence, or put another text in their place. */
function refuseSpecial(search: Search, node: unknown): boolean {
  const sign = specialSign(node);
  if (sign !== null) report(search, node, 'awal_khusus', { tanda: sign, betul: '' });
  return sign !== null;
}

function specialSign(node: unknown): string | null {
  if (isAlias(node)) return '*';
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  if (node.anchor !== undefined) return '&';
  return node.tag === undefined ? null : '!';
}

function checkScalar(search: Search, scalar: Scalar, key: string): void {
  const [start, end, behind] = scalar.range ?? [0, 0, 0];
  const source = search.text.slice(start, end);
  const lines = source.split('\n');
  if (scalar.type === 'PLAIN') {
    const cut = cutAt(search.text.slice(end, behind), SENTENCE_KEYS.has(key));
    if (cut !== null) report(search, scalar, 'terpotong_pagar', { sisa: source, betul: quote(source + cut) });
    else if (lines.length > 1) report(search, scalar, 'baris_digabung', { awal: lines[0] ?? '' });
  }
  const looksLikeKey = lines.slice(1).find((line) => /^\s*(?:- )?[a-z_]+:(?: |$)/u.test(line));
  if (scalar.type === 'QUOTE_DOUBLE' && looksLikeKey !== undefined) {
    report(search, scalar, 'petik_tidak_ditutup', { awal: lines[0] ?? '' });
  }
}

/** Keys whose text people read: behind one, even ` # ` is a cut rather than a comment. */
const SENTENCE_KEYS: ReadonlySet<string> = new Set(
  'kirim teks bantuan judul jika_salah sebutan tambahan baris jika_kosong label serahkan'.split(' '),
);

/** The words behind a text that YAML takes for a comment (`Laporan #12`). A comment that is meant stands two spaces off. */
function cutAt(behind: string, isSentence: boolean): string | null {
  const line = behind.split('\n')[0] ?? '';
  return /^ +#\S/u.test(line) || (isSentence && line.startsWith(' # ')) ? line.trimEnd() : null;
}

function gluedColon(name: string): [string, Slip['params']] {
  return ['titik_dua_tanpa_spasi', { betul: name.replace(':', ': ') }];
}

/** `{ kirim: Halo, apa kabar }`: the words behind the comma became a key of their own. */
function strayComma(map: YAMLMap, name: string): [string, Slip['params']] {
  const at = map.items.findIndex(({ key }) => isScalar(key) && key.value === name);
  const before = map.items[at - 1];
  if (before === undefined || !isScalar(before.key) || !isScalar(before.value))
    return ['koma_dalam_kurung', { bagian: name, betul: quote(name) }];
  return [
    'koma_dalam_kurung',
    { bagian: name, betul: `${String(before.key.value)}: ${quote(`${String(before.value.value)}, ${name}`)}` },
  ];
}

function report({ slips, lineAt }: Search, node: unknown, code: string, params: Slip['params']): void {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  slips.push({ code, line: lineAt(range?.[0] ?? 0), params });
}
