import { describe, expect, test } from 'vitest';

import { formerPublication, livePublication, publish, undo } from './publication.ts';
import type { Decided, FlowLedger, LedgerChange } from './publication.ts';

const how = (seen: number, more: Partial<LedgerChange> = {}): LedgerChange => ({
  seen,
  at: 1000 + seen,
  by: 'dewi',
  way: 'command',
  withdraw: [],
  ...more,
});

function ledgerOf(decided: Decided): FlowLedger {
  if (decided.type !== 'changed') throw new Error(decided.type);
  return decided.ledger;
}

const first = ledgerOf(publish(null, ['a@1', 'b@1'], how(0)));
const second = ledgerOf(publish(first, ['a@2', 'b@1'], how(1, { withdraw: ['a@1', 'b@1'] })));

describe('what is live', () => {
  test('is one whole set, and the one before can be gone back to', () => {
    expect(livePublication(second)).toMatchObject({ number: 2, versions: ['a@2', 'b@1'] });
    expect(formerPublication(second)).toMatchObject({ number: 1, versions: ['a@1', 'b@1'] });
  });

  test('takes nobody out of what is live itself', () => {
    expect(second.withdrawn).toEqual(['a@1']);
  });

  test('an undone publication stays in the list, and the next undo goes one further back', () => {
    const third = ledgerOf(publish(second, ['a@3', 'b@1'], how(2)));
    const back = ledgerOf(undo(third, how(3, { by: 'budi' })));
    expect(livePublication(back)?.number).toBe(2);
    expect(back.publications[0]).toMatchObject({ number: 3, undone: { by: 'budi' } });
    const further = ledgerOf(undo(back, how(4, { withdraw: ['a@2'] })));
    expect(livePublication(further)?.number).toBe(1);
    expect(further.withdrawn).toEqual(['a@2']);
    expect(undo(further, how(5))).toEqual({ type: 'same' });
  });

  test('of two officers at once the second is told of the first', () => {
    expect(publish(second, ['a@9'], how(1))).toEqual({ type: 'overtaken', by: 'dewi', at: 1001 });
    expect(undo(second, how(1))).toMatchObject({ type: 'overtaken' });
  });

  test('the same flows again are no publication, but a command takes the way over from the folder', () => {
    const folder = ledgerOf(publish(null, ['a@1'], how(0, { way: 'folder' })));
    expect(publish(folder, ['a@1'], how(1, { way: 'folder' }))).toEqual({ type: 'same' });
    const taken = ledgerOf(publish(folder, ['a@1'], how(1)));
    expect(taken).toMatchObject({ way: 'command', change: 2 });
    expect(taken.publications).toHaveLength(1);
  });

  test('the list has an end', () => {
    let ledger = first;
    for (let at = 1; at < 50; at += 1) ledger = ledgerOf(publish(ledger, [`a@${at + 1}`], how(at)));
    expect(ledger.publications).toHaveLength(14);
    expect(livePublication(ledger)?.number).toBe(50);
  });
});
