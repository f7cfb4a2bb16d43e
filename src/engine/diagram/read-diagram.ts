import { isRawList, isRawMap, rawList } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';

/** One step of a flow, drawn. */
export interface DiagramNode {
  readonly id: string;
  /** The step's word; `mulai` and `akhir` are where a flow begins and ends. */
  readonly word: string;
  /** What the step is called: a question's name, a deed, another flow. */
  readonly name: string;
  /** What people read. */
  readonly text: string;
  /** The condition under which it takes place. */
  readonly onlyIf: string;
}

interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Goes back to something that was passed, or around a step that does not take place. */
  readonly aside: boolean;
}

export interface Diagram {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** Keys of a step that hold branches: one by name, or several by result or answer. */
const SEVERAL = ['lalu', 'hasil'] as const;
const SINGLE = ['maka', 'jika_tidak', 'jika_kosong', 'jika_di_luar', 'jika_habis', 'jika_lewat_waktu'] as const;

/** Words of steps, the one that names the step. */
const WORDS =
  `tanya kirim pastikan jika atur periksa lakukan jalankan prasyarat formulir bagian lanjut_ke tanya_lagi tunggu
  serahkan ingatkan selesai`.split(/\s+/u);

/** A way on that does not lead anywhere yet. */
interface OpenEnd {
  readonly from: string;
  readonly label: string;
  readonly aside?: true;
}

/** The diagram of a flow as it was read from its file. What is no step is left out: the checker tells of it. */
export function readDiagram(data: RawMap): Diagram {
  const drawing = new Drawing();
  const start = drawing.add({ word: 'mulai', name: textOf(data['alur']), text: '', onlyIf: '' });
  const needed = rawList(data['prasyarat']).map((flow) => ({ prasyarat: flow }));
  const ends = drawing.list([...needed, ...rawList(data['langkah'])], [{ from: start, label: '' }]);
  drawing.finish(ends);
  return { title: textOf(data['judul']), nodes: drawing.nodes, edges: drawing.edges };
}

/** The word of a step, and what stands behind it. */
export function wordOf(step: RawMap): string {
  return WORDS.find((word) => Object.hasOwn(step, word)) ?? '';
}

/** A place in a text where a value comes to stand. */
const PLACE = /\{\{\s*([\w.]+)[^{}]*\}\}/gu;

/** A text of the file in one line; `{{ nama | pertama }}` as `‹nama›`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(PLACE, '‹$1›').replaceAll(/\s+/gu, ' ').trim();
  if (isRawList(value)) return value.map(textOf).join(', ');
  return '';
}

/** The branches of a step with what leads into them. */
export function branchesOf(step: RawMap): readonly (readonly [string, unknown])[] {
  const several = SEVERAL.flatMap((key) => (isRawMap(step[key]) ? Object.entries(step[key]) : []));
  const single = SINGLE.flatMap((key) => (Object.hasOwn(step, key) ? [[NAMES[key] ?? key, step[key]] as const] : []));
  return [...several, ...single];
}

const NAMES: Readonly<Record<string, string>> = {
  maka: 'ya',
  jika_tidak: 'tidak',
  jika_kosong: 'kosong',
  jika_di_luar: 'di luar daerah',
  jika_habis: 'kesempatan habis',
  jika_lewat_waktu: 'lewat waktu',
};

/** A diagram while it is drawn: it lives as long as the file is read. */
class Drawing {
  readonly nodes: DiagramNode[] = [];
  readonly edges: DiagramEdge[] = [];
  private readonly byName = new Map<string, string>();
  private readonly jumps: { readonly ends: readonly OpenEnd[]; readonly to: string }[] = [];
  private readonly finished: OpenEnd[] = [];

  add(node: Omit<DiagramNode, 'id'>): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push({ id, ...node });
    if (['tanya', 'bagian', 'formulir'].includes(node.word)) this.byName.set(node.name, id);
    return id;
  }

  /** Draws steps one after another; the ways that lead on from the last. */
  list(steps: readonly unknown[], ends: readonly OpenEnd[]): readonly OpenEnd[] {
    let open = ends;
    for (const step of steps) open = this.step(isRawMap(step) ? step : { selesai: '' }, open);
    return open;
  }

  private step(step: RawMap, ends: readonly OpenEnd[]): readonly OpenEnd[] {
    const word = wordOf(step);
    const name = textOf(step[word]);
    const onlyIf = textOf(step['hanya_jika']);
    const around = onlyIf === '' ? [] : ends.map((end) => ({ ...end, aside: true as const }));
    if (word === 'lanjut_ke' || word === 'tanya_lagi') {
      this.jumps.push({ ends, to: name });
      return around;
    }
    if (word === 'selesai') {
      this.finished.push(
        ...ends.map((end) => ({ ...end, label: [end.label, name].filter((part) => part !== '').join(': ') })),
      );
      return around;
    }
    const text = word === 'kirim' ? name : textOf(step['teks'] ?? step['judul']);
    const id = this.add({ word, name: word === 'kirim' ? '' : nameOf(step, word), text, onlyIf });
    this.connect(ends, id);
    return [...this.branches(step, word, id), ...around];
  }

  /** Each branch of a step; what is not listed goes straight on. */
  private branches(step: RawMap, word: string, id: string): readonly OpenEnd[] {
    const branches = branchesOf(step);
    const ends = branches.flatMap(([label, branch]) => this.branch(branch, { from: id, label }));
    const others = othersOf(step, word);
    return others === null ? ends : [...ends, { from: id, label: branches.length > 0 ? others : '' }];
  }

  private branch(branch: unknown, end: OpenEnd): readonly OpenEnd[] {
    if (isRawList(branch)) return this.list(branch, [end]);
    if (isRawMap(branch)) return this.step(branch, [end]);
    if (branch === 'selesai') this.finished.push(end);
    if (branch === 'petugas')
      this.connect([end], this.add({ word: 'serahkan', name: 'petugas', text: '', onlyIf: '' }));
    return branch === 'lanjut' || branch === 'lewati' ? [end] : [];
  }

  private connect(ends: readonly OpenEnd[], to: string, aside = false): void {
    for (const end of ends)
      this.edges.push({ from: end.from, to, label: end.label, aside: aside || end.aside === true });
  }

  /** The end of the flow, and the ways back to what is known only now. */
  finish(ends: readonly OpenEnd[]): void {
    const end = this.add({ word: 'akhir', name: 'selesai', text: '', onlyIf: '' });
    this.connect([...ends, ...this.finished], end);
    for (const { ends: from, to } of this.jumps) {
      const target = this.byName.get(to);
      if (target !== undefined) this.connect(from, target, true);
    }
  }
}

/** What leads past the branches of a step; null when they take every way on. */
function othersOf(step: RawMap, word: string): string | null {
  if (Object.hasOwn(step, 'hasil')) return null;
  if (word === 'jika') return Object.hasOwn(step, 'jika_tidak') ? null : 'tidak';
  const taken = isRawMap(step['lalu']) ? Object.keys(step['lalu']) : [];
  const codes = codesOf(step);
  if (codes === null || taken.length === 0) return 'lainnya';
  const left = codes.filter((code) => !taken.includes(code));
  return left.length === 0 ? null : left.join(', ');
}

/** The codes that a question has, when they stand in the file. */
function codesOf(step: RawMap): readonly string[] | null {
  if (step['jenis'] === 'ya_tidak' || step['jenis'] === 'setuju') return ['ya', 'tidak'];
  const isOpen = Object.hasOwn(step, 'dari') || Object.hasOwn(step, 'boleh_tulis_sendiri') || step['wajib'] === 'tidak';
  return isRawMap(step['pilihan']) && !isOpen ? Object.keys(step['pilihan']) : null;
}

function nameOf(step: RawMap, word: string): string {
  if (word === 'atur' && isRawMap(step['atur'])) return Object.keys(step['atur']).join(', ');
  return textOf(step[word]);
}
