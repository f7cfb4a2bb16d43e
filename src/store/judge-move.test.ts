import { describe, expect, test } from 'vitest';

import type { MoveMark } from './house.ts';
import { judgeMove } from './judge-move.ts';
import type { Ends } from './judge-move.ts';

const places = { from: '/data', to: 'server/gelombang' };
const mark = (state: MoveMark['state'], move: string, house = 'mine'): MoveMark => ({ state, move, house, place: 'x' });

function judge(ends: Partial<Ends>): string {
  try {
    const course = judgeMove({ from: null, to: null, house: 'mine', isEmpty: true, places, ...ends });
    return 'move' in course ? `${course.type} ${course.move}` : course.type;
  } catch (error) {
    return String((error as { readonly code?: unknown }).code);
  }
}

describe('what a move has to do, by the marks at both ends', () => {
  test.each<[string, string, Partial<Ends>]>([
    ['nothing was ever moved', 'begin', {}],
    ['it broke off while it copied', 'copy m1', { to: mark('arriving', 'm1'), isEmpty: false }],
    [
      'it broke off between its last two steps',
      'hand over m1',
      { from: mark('left', 'm1'), to: mark('arriving', 'm1') },
    ],
    ['it had ended', 'over m1', { from: mark('left', 'm1'), to: mark('arrived', 'm1'), isEmpty: false }],
    ['the way back', 'begin', { from: mark('arrived', 'm1'), to: mark('left', 'm1'), isEmpty: false }],
    ['to another place than before', 'begin', { from: mark('arrived', 'm1') }],
    ['what would be moved never arrived', 'half_moved', { from: mark('arriving', 'm1') }],
    ['it lives elsewhere', 'moved_away', { from: mark('left', 'm1') }],
    [
      'it lives elsewhere, and another arrived here',
      'moved_away',
      { from: mark('left', 'm1'), to: mark('arrived', 'm2') },
    ],
    ['others live there', 'target_used', { isEmpty: false }],
    ['others moved there', 'target_used', { to: mark('arrived', 'm2', 'other'), isEmpty: false }],
    ['others are on their way there', 'target_used', { to: mark('arriving', 'm2', 'other') }],
    ['it moved on from there, not to here', 'target_used', { from: mark('arrived', 'm1'), to: mark('left', 'm2') }],
    ['an old copy of what moved away', 'target_used', { to: mark('left', 'm1'), isEmpty: false }],
    ['an old copy of what arrived', 'target_used', { to: mark('arrived', 'm1'), isEmpty: false }],
  ])('%s: %s', (_, course, ends) => {
    expect(judge(ends)).toBe(course);
  });
});
