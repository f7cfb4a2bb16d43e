import type { Expression, Template } from '../expression/compile.ts';
import { ANYTHING, TEXT } from '../expression/kind.ts';
import type { NameKind } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import type { Build } from '../loading/build.ts';
import { fieldKinds, recordKind } from '../loading/names.ts';
import { scopeOfRow } from '../scope.ts';
import { listOf } from '../value.ts';
import type { Fields, Value } from '../value.ts';
import { findRows } from '../walk.ts';
import type { About, Hearing, Row } from './answer-kind.ts';

/** Rows of data for a question or a list: a source of the domain, or a list that the flow holds already. */
export interface RowSource {
  readonly depends: readonly (Pick<Template, 'mentions'> | null)[];
  readonly row: NameKind;
  rows(hearing: Pick<Hearing, 'walk' | 'scope'>): readonly Row[] | null;
}

interface SourceBlock {
  readonly dengan?: readonly (readonly [string, string])[] | undefined;
  readonly label?: string | undefined;
}

/** Compiles `dari`, `dengan` and the text of one row. `rows` gives null while they have to be looked up. */
export function rowSource(block: SourceBlock, from: string, build: Build, { place }: Pick<About, 'place'>): RowSource {
  const known = Object.hasOwn(build.catalogue.sources, from) ? build.catalogue.sources[from] : undefined;
  const held = known === undefined ? build.kindOf(from.split('.')) : undefined;
  if (known === undefined && held === undefined) build.fault('sumber_asing', [...place, 'dari'], { sumber: from });
  const list = held === undefined ? null : build.expression(from, [...place, 'dari']);
  const args = (block.dengan ?? []).map(
    ([name, source]) => [name, build.expression(source, [...place, 'dengan'])] as const,
  );
  const row = known === undefined ? (held?.item ?? ANYTHING) : recordKind(known.fields);
  const inside = known === undefined ? {} : fieldKinds(known.fields);
  const { label: source } = block;
  const label =
    source === undefined
      ? null
      : build.within(row.kind === 'catatan' ? { kode: TEXT, nama: TEXT, ...inside } : loose(source), () =>
          build.template(source, [...place, 'label']),
        );
  const write = (value: Value, { scope }: Pick<Hearing, 'scope'>): Row => toRow(value, label, scope);
  return {
    depends: [list, ...args.map(([, expression]) => expression)],
    row,
    rows(hearing) {
      const found = list === null ? readSource(hearing, from, args) : listOf(list.evaluate(hearing.scope));
      return found?.map((value) => write(value, hearing)) ?? null;
    },
  };
}

function readSource(
  { walk, scope }: Pick<Hearing, 'walk' | 'scope'>,
  name: string,
  args: readonly (readonly [string, Expression])[],
): readonly Value[] | null {
  return findRows(walk, { type: 'rows', name, args: evaluateAll(args, scope) });
}

/** Arguments worked out, without those that are unset. */
export function evaluateAll(args: readonly (readonly [string, Expression])[], scope: Hearing['scope']): Fields {
  const values = args.map(([name, expression]) => [name, expression.evaluate(scope)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function toRow(value: Value, label: Template | null, scope: Hearing['scope']): Row {
  const fields = typeof value === 'object' && value !== null && 'fields' in value ? value.fields : {};
  const named =
    typeof value === 'object' && value !== null && 'name' in value ? { nama: value.name, ...fields } : fields;
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : printValue(value);
  return { code, label: label === null ? printValue(value) : label.render(scopeOfRow(named, scope)), value };
}

/** Rows whose fields nobody declared: every name in the label may be one. */
function loose(label: string): Readonly<Record<string, NameKind>> {
  return Object.fromEntries([...label.matchAll(/\{\{\s*(\w+)/gu)].map(([, name = '']) => [name, ANYTHING]));
}

/** What an answer picked from these rows is. */
export function kindOfRows(spec: {
  readonly source: RowSource | null;
  readonly options: readonly { readonly code: string }[];
  readonly ownWords: boolean;
}): NameKind {
  const codes = spec.options.map(({ code }) => code);
  if (spec.source === null) return spec.ownWords ? { kind: 'pilihan' } : { kind: 'pilihan', codes };
  return spec.source.row;
}
