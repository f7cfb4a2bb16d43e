import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Backing } from './backing.ts';

/** Freezes and halts of channel accounts; an account without a row is free. */
export function createAccounts({ database, group, clock }: Backing): Accounts {
  const freeze = database.prepare(
    `insert into account (id, frozen_until) values (?, ?)
     on conflict do update set frozen_until = max(frozen_until, excluded.frozen_until)`,
  );
  const halt = database.prepare(
    `insert into account (id, halted) values (?, ?)
     on conflict do update set halted = coalesce(halted, excluded.halted)`,
  );
  const resume = database.prepare('update account set halted = null where id = ?');
  const read = database.prepare<{ frozen_until: number; halted: string | null }>(
    'select frozen_until, halted from account where id = ?',
  );
  return {
    freeze: (account, forMs) => group.write(() => void freeze.run(account, clock.now() + forMs)),
    halt: (account, code) => group.write(() => void halt.run(account, code)),
    resume: (account) => group.write(() => void resume.run(account)),
    read: async (account) => {
      const row = read.get(account);
      if (row === null) return { frozenForMs: 0, halted: null };
      return { frozenForMs: Math.max(0, row.frozen_until - clock.now()), halted: row.halted };
    },
  };
}
