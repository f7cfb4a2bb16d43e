import type { Catalogue } from '../catalogue.ts';
import { compileCondition, compileExpression, compileTemplate, plainText } from '../expression/compile.ts';
import type { Template } from '../expression/compile.ts';
import type { Compiled } from '../expression/kind.ts';
import { hashText } from '../fingerprint.ts';
import type { Behaviour, Flow, Step } from '../flow.ts';
import { NOWHERE } from '../flow.ts';
import { MOST_TOLD } from '../issue.ts';
import type { Issue } from '../issue.ts';
import { STEP_BY_WORD } from '../steps/table.ts';
import type { FlowText, Mistranslation, Spoken } from '../tongue/tongue.ts';
import { translateTexts } from '../tongue/translate-texts.ts';
import type { Texts } from '../tongue/translate-texts.ts';
import { INDONESIAN } from '../writing.ts';
import { BRANCH_WORDS } from './block.ts';
import type { Branch, Build, Place } from './build.ts';
import { readHead } from './flow-head.ts';
import { createKnownNames, givenBy } from './known-names.ts';
import { kindOfParameter } from './names.ts';
import { isRawList, isRawMap, rawList } from './raw-data.ts';
import type { RawMap } from './raw-data.ts';
import { NEVER, NOTHING, SILENCE } from './stand-in.ts';

/** A flow file as it was read. */
export interface FlowSource {
  readonly file: string;
  readonly version: string;
  /** The versions of the flows that it runs; a form runs none. */
  readonly runs?: Readonly<Record<string, string>>;
  readonly data: RawMap;
  /** Its texts are shown as they are: nothing in `{{ }}` is worked out. */
  readonly plain?: true;
  lineOf(place: Place): number;
  /** Keys in the order of the file. */
  keysOf(place: Place): readonly string[];
}

/** Which names a flow looks into, and under which names it hands records on; see `link-flows.ts`. */
interface Uses {
  readonly fields: Map<string, Set<string>>;
  readonly passed: Map<string, { readonly flow: string | null; readonly name: string }[]>;
}

export interface CompiledFlow {
  readonly flow: Omit<Flow, 'keeps'>;
  readonly uses: Uses;
  readonly issues: readonly Issue[];
  /** Every text that people see, once each. */
  readonly texts: readonly FlowText[];
  readonly mistranslated: readonly Mistranslation[];
}

type Draft = { -readonly [Key in keyof Step]: Step[Key] } & { readonly looksAt: Set<string> };

/** Steps before the compiler stops: the longest real flow has 60. */
export const MOST_STEPS = 2000;

/**
 * Makes one flow ready to run; `spoken`: in another language. A block with a fault stands in as a step that does nothing.
 */
export function compileFlow(
  source: FlowSource,
  catalogue: Catalogue,
  beside: readonly unknown[],
  spoken: Spoken | null = null,
): CompiledFlow {
  const work = new Work(source, catalogue, spoken);
  const head = readHead(source.data, work.build);
  for (const [name, kind] of Object.entries(head.parameters)) {
    work.build.declare(name, kindOfParameter(kind, catalogue));
  }
  const needed = head.prerequisites.map((flow) => ({ prasyarat: flow }));
  const fulfilled = head.fulfilled === null ? null : work.build.condition(head.fulfilled, ['terpenuhi_jika']);
  work.list([...needed, ...rawList(source.data['langkah'])], ['langkah'], NOWHERE, needed.length);
  const { parameters, ...rest } = head;
  return {
    flow: {
      name: source.file,
      version: source.version,
      runs: source.runs ?? {},
      head: { ...rest, takes: Object.keys(parameters), fulfilled },
      ...work.finish(),
      mentions: new Set(work.uses.fields.keys()),
      writing: spoken?.writing ?? INDONESIAN,
      transcripts: [...rawList(source.data['uji']), ...beside],
    },
    uses: work.uses,
    issues: work.issues,
    texts: work.texts.seen(),
    mistranslated: work.texts.mistranslated(),
  };
}

/** One flow while it is being compiled: it lives as long as the file is read. */
class Work {
  readonly issues: Issue[] = [];
  readonly uses: Uses = { fields: new Map(), passed: new Map() };
  readonly texts: Texts;
  readonly build: Build;
  private readonly steps: Draft[] = [];
  private readonly keys = new Map<string, number>();
  private readonly results = new Map<string, Step[]>();
  private readonly source: FlowSource;
  private readonly nearestName: (name: string) => string;
  private parent = NOWHERE;
  /** Where the names go that the step being built looks at. */
  private looking: Set<string> | null = null;

  constructor(source: FlowSource, catalogue: Catalogue, spoken: Spoken | null) {
    this.source = source;
    const { kindOf, declare, within, nearest } = createKnownNames(source, catalogue);
    this.nearestName = nearest;
    const home = (text: string, place: Place): Template | null =>
      this.accept(compileTemplate(text.trimEnd(), kindOf), place);
    const texts = translateTexts({ spoken, lineOf: (place) => source.lineOf(place), names: kindOf, home });
    this.texts = texts;
    const isPlain = source.plain === true;
    this.build = {
      catalogue,
      kindOf,
      expression: (text, place) => this.accept(compileExpression(text, kindOf), place) ?? NOTHING,
      condition: (text, place) => this.accept(compileCondition(text, kindOf), place) ?? NEVER,
      template: (text, place) => (isPlain ? plainText(text) : (texts.text(text, place) ?? SILENCE)),
      words: (text, place) => (isPlain ? text : texts.words(text, place)),
      note: (text, place) => home(text, place) ?? SILENCE,
      branch: (raw, place) => this.branch(raw, place),
      within,
      declare,
      keysOf: (place) => source.keysOf(place),
      fault: (code, place, params = {}) => this.fault(code, place, params),
      use: (name, field) => this.use(name, field),
      pass: (name, to) => {
        this.uses.passed.set(name, [...(this.uses.passed.get(name) ?? []), to]);
      },
    };
  }

  /** Compiles a list of steps; the place of the first, or `NOWHERE` for an empty list. */
  list(items: readonly unknown[], place: Place, parent: number, implied = 0): number {
    const outer = this.parent;
    this.parent = parent;
    const made: Draft[] = [];
    for (const [at, item] of items.entries()) {
      if (this.steps.length >= MOST_STEPS) break;
      const step = this.step(item, [...place, Math.max(0, at - implied)], parent);
      const before = made.at(-1);
      if (before !== undefined) before.next = step.index;
      made.push(step);
    }
    this.parent = outer;
    return made[0]?.index ?? NOWHERE;
  }

  private step(item: unknown, place: Place, parent: number): Draft {
    const block: RawMap = typeof item === 'string' ? { [item.trim()]: item.trim() } : isRawMap(item) ? item : {};
    const kind = STEP_BY_WORD.get(Object.keys(block).find((key) => STEP_BY_WORD.has(key)) ?? '');
    const draft: Draft = {
      index: this.steps.length,
      key: this.key(kind?.key(block) ?? '-'),
      word: kind?.word ?? '',
      sign: () => hashText(JSON.stringify(block)),
      next: UNKNOWN,
      end: 0,
      parent,
      onlyIf: null,
      looksAt: new Set(),
      gives: givenBy(block),
      does: IDLE,
    };
    this.steps.push(draft);
    const { hanya_jika: onlyIf } = block;
    if (typeof onlyIf === 'string') {
      const outside = this.looking;
      this.looking = null;
      draft.onlyIf = this.build.condition(onlyIf, [...place, 'hanya_jika']);
      this.looking = outside;
    }
    if (kind === undefined) this.fault('langkah_asing', place, { langkah: Object.keys(block)[0] ?? '' });
    const [outer, lookingOutside] = [this.parent, this.looking];
    this.parent = draft.index;
    this.looking = draft.looksAt;
    draft.does = kind?.build(block, this.build, { index: draft.index, key: draft.key, place }) ?? IDLE;
    this.parent = outer;
    this.looking = lookingOutside;
    draft.end = this.steps.length;
    const name = block['sebagai'];
    if (typeof name === 'string') this.results.set(name, [...(this.results.get(name) ?? []), draft]);
    return draft;
  }

  private branch(raw: unknown, place: Place): Branch {
    if (typeof raw === 'string' && BRANCH_WORDS.has(raw.trim())) return { type: 'word', word: raw.trim() };
    const items = isRawList(raw) ? raw : [raw];
    const at = this.list(items, place, this.parent);
    return at === NOWHERE ? { type: 'word', word: 'lanjut' } : { type: 'steps', at };
  }

  /** The finished list: the last step of a branch goes on where the step around it does. */
  finish(): Pick<Flow, 'steps' | 'byKey' | 'byResultName' | 'sections'> {
    for (const step of this.steps) {
      if (step.next === UNKNOWN) step.next = this.steps[step.parent]?.next ?? NOWHERE;
    }
    return {
      steps: this.steps,
      byKey: new Map(this.steps.map((step) => [step.key, step])),
      byResultName: this.results,
      sections: this.steps.filter(({ word }) => word === 'bagian'),
    };
  }

  private key(stem: string): string {
    const seen = (this.keys.get(stem) ?? 0) + 1;
    this.keys.set(stem, seen);
    return seen === 1 ? stem : `${stem}.${seen}`;
  }

  private accept<T extends { readonly mentions: readonly (readonly string[])[] }>(
    compiled: Compiled<T>,
    place: Place,
  ): T | null {
    if (!compiled.ok) {
      const { nama: unknown } = compiled.params;
      const hint = compiled.code === 'nama_tidak_dikenal' ? { maksud: this.nearestName(String(unknown)) } : {};
      this.fault(compiled.code, place, { ...compiled.params, ...hint });
      return null;
    }
    for (const [root = '', field] of compiled.value.mentions) {
      this.use(root, field);
      this.looking?.add(root);
      if (root === 'kontak' && this.source.data['tanpa_nama'] === 'ya') this.fault('kontak_tanpa_nama', place, {});
    }
    return compiled.value;
  }

  private use(root: string, field: string | undefined): void {
    const fields = this.uses.fields.get(root) ?? new Set();
    if (field !== undefined) fields.add(field);
    this.uses.fields.set(root, fields);
  }

  private fault(code: string, place: Place, params: Issue['params']): void {
    if (this.issues.length >= MOST_TOLD) return;
    const { file } = this.source;
    this.issues.push({ code, severity: 'fault', file: `${file}.yaml`, line: this.source.lineOf(place), params });
  }
}

const UNKNOWN = -2;

const IDLE: Behaviour = { arrive: () => ({ type: 'next' }) };
