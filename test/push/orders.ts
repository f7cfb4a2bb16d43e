/** What one process of the service is told at its birth, as JSON in its first argument. */
export interface Orders {
  /** Its environment: where its data are, where the platform is. */
  readonly settings: Readonly<Record<string, string>>;
  /** The pace of the account, in messages a second; a push has its usual share of it. */
  readonly perSecond: number;
}

/** To let an approved announcement begin at any hour of the day; how far the push is; to end in good order. */
export type Question = 'begin' | 'look' | 'stop';

/** How far the push is, as the service says it. */
export interface Standing {
  readonly id: string;
  /** People in the snapshot; null: it is not complete. */
  readonly total: number | null;
  /** Rows that will still change. */
  readonly open: number;
}

export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly standing: Standing | null }
  | { readonly type: 'log'; readonly event: string };

/** Words of the announcement by which its messages are known. */
export const announced = 'Kelas sore dibuka pekan depan';

/** The office: who writes the announcement, and who approves it. */
export const author = 1001;
export const approver = 1002;

/** The first of those who only ask for the menu. */
export const firstAsker = 3001;

/** The first of a crowd that writes at once. */
export const firstInCrowd = 4001;

/** The first of the people; the others follow. */
export const firstPerson = 5001;

/** A push has this share of an account's pace, as on Telegram (20 of 26 a second). */
export function bulkPace(perSecond: number): number {
  return Math.round((perSecond * 20) / 26);
}
