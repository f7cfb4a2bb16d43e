import { sentence } from '../walk.ts';
import type { Hearing, Offering, Row } from './answer-kind.ts';
import type { ChoiceSpec } from './choice-spec.ts';

/** Rows shown at once: the longest list that WhatsApp takes, and what one sees on a phone without scrolling. */
const PAGE = 10;

/** Codes of the rows that the service adds. */
export const LAGI = 'LAGI';
export const CUKUP = 'CUKUP';
export const LAINNYA = 'lainnya';

/** All rows of the question as they are now; `need` while data have to be looked up. */
export function allRows(spec: ChoiceSpec, hearing: Pick<Hearing, 'walk' | 'scope'>): readonly Row[] | 'need' {
  const { scope } = hearing;
  const data = spec.source === null ? [] : spec.source.rows(hearing);
  if (data === null) return 'need';
  const own = spec.options
    .filter(({ onlyIf }) => onlyIf === null || onlyIf.test(scope))
    .map(({ code, label }): Row => {
      const shown = label.render(scope);
      const home = label.home === undefined ? shown : label.home.render(scope);
      return { code, label: shown, value: { type: 'choice', code, label: home } };
    });
  return [...data, ...own];
}

/** The page of rows that the question shows, with the rows that lead on. */
export function offerPage(spec: ChoiceSpec, hearing: Hearing): Offering {
  const rows = allRows(spec, hearing);
  if (rows === 'need') return 'need';
  if (spec.source?.rows(hearing)?.length === 0) return 'empty';
  const [only] = rows;
  if (spec.takesTheOnly && rows.length === 1 && only !== undefined) return { settled: only.value };
  const own = spec.ownWords ? [service(hearing, LAINNYA, 'lainnya')] : [];
  const all = [...rows, ...own];
  const keep = spec.source !== null || spec.options.some(({ onlyIf }) => onlyIf !== null) || all.length > PAGE;
  return { rows: [...cutPage(all, hearing), ...closing(hearing)], keep };
}

function cutPage(all: readonly Row[], hearing: Hearing): readonly Row[] {
  if (all.length <= PAGE) return all;
  const pages = Math.ceil(all.length / (PAGE - 1));
  const page = (hearing.wait?.page ?? 0) % pages;
  const shown = all.slice(page * (PAGE - 1), (page + 1) * (PAGE - 1));
  return [...shown, service(hearing, LAGI, page === pages - 1 ? 'dari_awal' : 'lagi')];
}

/** After a first tap where several may be picked: the row that says it is enough. */
function closing(hearing: Hearing): readonly Row[] {
  return hearing.wait?.picked === undefined ? [] : [service(hearing, CUKUP, 'cukup')];
}

function service({ walk }: Hearing, code: string, key: string): Row {
  return { code, label: sentence(walk, key), value: null };
}
