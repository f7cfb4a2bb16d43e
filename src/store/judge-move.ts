import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import type { MoveMark } from './house.ts';

/** The marks at both ends before a move. */
export interface Ends {
  readonly from: MoveMark | null;
  readonly to: MoveMark | null;
  /** Which installation stands at `from`. */
  readonly house: string;
  /** Nothing is kept at `to`. */
  readonly isEmpty: boolean;
  readonly places: { readonly from: string; readonly to: string };
}

/** `begin`: a new move; `copy`: one that ended in the midst; `hand over`: all but its last step; `over`: nothing is left to do. */
export type Course =
  | { readonly type: 'begin' }
  | { readonly type: 'copy' | 'hand over' | 'over'; readonly move: string };

/**
 * What a move has to do, by the marks that earlier ones left. Throws `half_moved` when what would be moved never arrived
 * whole, `moved_away` when it lives elsewhere, `target_used` when two installations would be mixed.
 */
export function judgeMove({ from, to, house, isEmpty, places }: Ends): Course {
  if (from?.state === 'arriving') throw new StoreTrouble('half_moved', { from: from.place });
  if (from?.state === 'left') return judgeLeft(from, to);
  if (to?.state === 'arriving' && to.house === house) return { type: 'copy', move: to.move };
  // What moved from there to here may move back: what still lies there is its own past.
  const isReturn = to?.state === 'left' && from !== null && to.move === from.move;
  if (isReturn || (to === null && isEmpty)) return { type: 'begin' };
  throw new StoreTrouble('target_used', { at: places.to });
}

function judgeLeft(from: MoveMark, to: MoveMark | null): Course {
  if (to?.move !== from.move) throw new StoreTrouble('moved_away', { to: from.place });
  return { type: to.state === 'arriving' ? 'hand over' : 'over', move: from.move };
}
