import mongoose from 'mongoose';
import { expect, test } from 'vitest';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { toTrouble } from './mongo-trouble.ts';

const { mongo } = mongoose;
const HOST = 'db.example:27017';

const answer = (code: number, message = 'x'): Error => new mongo.MongoServerError({ ok: 0, code, errmsg: message });
const named = (name: string): Error => Object.assign(new Error('x'), { name });

test.each<[string, Error, string]>([
  ['a broken connection', new mongo.MongoNetworkError('x'), 'database_away'],
  ['no answer in time', new mongo.MongoNetworkTimeoutError('x'), 'database_away'],
  ['no majority in time', answer(64), 'database_away'],
  ['no primary any more', answer(10_107), 'database_away'],
  ['a primary that steps down', answer(189), 'database_away'],
  ['a server that shuts down', answer(11_600), 'database_away'],
  ['no free connection', named('MongoWaitQueueTimeoutError'), 'database_away'],
  ['a closed pool', named('MongoPoolClosedError'), 'database_away'],
  ['a wrong password', answer(18), 'database_refused'],
  ['a full disk', answer(14_031), 'disk_full'],
  ['a connection that we closed', new mongo.MongoNotConnectedError('x'), 'closed'],
])('%s is expected: %s', (_what, error, code) => {
  const trouble = toTrouble(error, HOST);
  expect(trouble).toBeInstanceOf(StoreTrouble);
  expect(trouble).toMatchObject({ code, cause: error, again: code === 'database_away' || code === 'disk_full' });
});

test('what the user may not do is named by its command, and nothing else of what was asked', () => {
  const error = answer(13, 'not authorized on gelombang to execute command { insert: "inbox", documents: [ 0812 ] }');
  expect(toTrouble(error, HOST)).toMatchObject({
    code: 'database_no_rights',
    params: { host: HOST, missing: 'insert' },
  });
});

test.each<[string, unknown]>([
  ['a unique key', answer(11_000)],
  ['a command that is wrong', answer(9)],
  ['a bug', new TypeError('x')],
  ['no error at all', 'x'],
  ['trouble that is known already', new StoreTrouble('wrong_key')],
])('%s stays what it is', (_what, error) => expect(toTrouble(error, HOST)).toBe(error));
