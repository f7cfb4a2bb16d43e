import type { Named } from './contact.ts';
import type { DocumentKind } from './ports/documents.ts';

/** The interest survey: which themes should be taught next. */
export interface Survey {
  readonly id: string;
  readonly tenant: string;
  readonly state: 'open' | 'closed';
  /** Tracks to choose from, in the order in which they are shown. */
  readonly tracks: readonly string[];
}

/**
 * One anonymous answer set. Its id is `<survey>.<HMAC of survey and contact>`: one person has one, who they are cannot
 * be read from it, and it knows the day but not the minute, so that no log can be laid beside it.
 */
export interface Response {
  readonly survey: string;
  /** HMAC of the deed's id, so that doing it again changes nothing. */
  readonly by: string;
  /** It took the place of an earlier one. */
  readonly replaced: boolean;
  readonly day: string;
  /** Tracks in the order of preference. */
  readonly tracks: readonly string[];
  readonly district: Named | null;
  /** Everything else, by the name of its question: codes, own words, lists of codes. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

export const surveyKind: DocumentKind<Survey> = {
  name: 'surveys',
  keys: (survey) => ({ tenant: survey.tenant }),
  next: () => null,
};

export const responseKind: DocumentKind<Response> = {
  name: 'responses',
  keys: (response) => ({ survey: response.survey }),
  next: () => null,
};

/** Groups below this are not counted out: in a small kecamatan one would know who it is. */
export const smallestGroup = 5;

/** How many want a theme, in one kecamatan (null: people who did not say) or everywhere. */
interface Interest {
  readonly track: string;
  readonly district: Named | null;
  /** null: some, but fewer than five. */
  readonly people: number | null;
}

/** Counts responses one by one, so that thousands never stand in memory together. */
export interface Tally {
  add(response: Response): void;
  /** Themes with the most people first; within a theme by the name of the kecamatan. */
  result(): readonly Interest[];
}

/** An empty count. */
export function createTally(): Tally {
  const counts = new Map<string, { readonly track: string; readonly district: Named | null; people: number }>();
  const totals = new Map<string, number>();
  return {
    add: ({ tracks, district }) => {
      for (const track of tracks) {
        const key = `${track}|${district?.code ?? ''}`;
        const group = counts.get(key) ?? { track, district, people: 0 };
        group.people += 1;
        counts.set(key, group);
        totals.set(track, (totals.get(track) ?? 0) + 1);
      }
    },
    result: () =>
      [...counts.values()]
        .toSorted(
          (a, b) =>
            (totals.get(b.track) ?? 0) - (totals.get(a.track) ?? 0) ||
            a.track.localeCompare(b.track) ||
            (a.district?.name ?? '').localeCompare(b.district?.name ?? ''),
        )
        .map((group) => ({ ...group, people: group.people < smallestGroup ? null : group.people })),
  };
}
