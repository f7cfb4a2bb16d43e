import type { Issue } from '../issue.ts';
import type { CompiledFlow } from '../loading/compile-flow.ts';
import { keyOf } from './tongue.ts';
import type { Tongue } from './tongue.ts';

/** Characters of a text that a warning quotes. */
const SHOWN = 60;

/**
 * What is not translated (`terjemahan_kurang`) and what the flow does not say any more (`terjemahan_basi`): one warning a
 * flow and language, or, when `each`, one a text. Officers' flows are left out where the language is for residents alone.
 */
export function checkTranslations(
  flows: readonly CompiledFlow[],
  tongues: readonly Tongue[],
  each: boolean,
): readonly Issue[] {
  return tongues.flatMap((tongue) =>
    flows
      .filter(({ flow }) => tongue.forOfficers || !flow.head.forOfficers)
      .flatMap((one) => checkFlow(one, tongue, each)),
  );
}

function checkFlow({ flow: { name }, texts }: CompiledFlow, tongue: Tongue, each: boolean): readonly Issue[] {
  const { missing: untranslated, stale } = compareTexts(
    texts.map(({ text }) => text),
    tongue.flows.get(name),
  );
  const untold = new Set(untranslated);
  const missing = texts.filter(({ text }) => untold.has(text));
  const about = { alur: name, bahasa: tongue.name, kode: tongue.code };
  const warn = (code: string, file: string, line: number, params: Issue['params']): Issue => ({
    code,
    severity: 'warning',
    file,
    line,
    params: { ...about, ...params },
  });
  if (each) {
    return [
      ...missing.map(({ text, line }) => warn('terjemahan_belum', `${name}.yaml`, line, { kalimat: quote(text) })),
      ...stale.map((line) => warn('terjemahan_basi', tongue.file, line, {})),
    ];
  }
  if (missing.length === 0 && stale.length === 0) return [];
  const line = tongue.flows.has(name) ? tongue.lineOf(name) : 0;
  return [warn('terjemahan_kurang', tongue.file, line, { belum: missing.length, basi: stale.length })];
}

/** Texts without a translation, and the lines of translations without a text. */
export function compareTexts(
  texts: readonly string[],
  known: ReadonlyMap<string, { readonly line: number }> = new Map(),
): { readonly missing: readonly string[]; readonly stale: readonly number[] } {
  const byKey = new Map(texts.map((text) => [keyOf(text), text]));
  return {
    missing: [...byKey].flatMap(([key, text]) => (known.has(key) ? [] : [text])),
    stale: [...known].filter(([key]) => !byKey.has(key)).map(([, { line }]) => line),
  };
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}
