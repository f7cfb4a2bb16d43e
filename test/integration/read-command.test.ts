import { Readable } from 'node:stream';

import { expect, test } from 'vitest';

import { read } from '../../src/cli/read.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** What the command makes of some lines: its exit code, what it printed line by line, and what it complained of. */
async function run(lines: readonly string[], args: readonly string[] = ['--json']) {
  const printed: unknown[] = [];
  const complaints: string[] = [];
  const terminal: Terminal = {
    say: (key) => key,
    sentences: {},
    input: Readable.from([lines.join('\n')]),
    print: (line) => void printed.push(JSON.parse(line)),
    complain: (line) => void complaints.push(line),
  };
  return { exitCode: await read(args, terminal), printed, complaints };
}

const agam = { level: 'kecamatan', within: '13.06', within_name: 'Kabupaten Agam' };

test.each([
  ['yes_no', 'ya belum', undefined, 'no'],
  ['yes_no', 'kapan ya?', undefined, 'unclear'],
  ['command', 'batal', { step: 'nama_lengkap' }, 'batal'],
  ['command', 'Mulyadi', { step: 'nama_lengkap' }, 'none'],
  ['choice', 'dua', { options: ['Senin', 'Rabu'], multi: false }, 2],
  ['choice', '1 dan 2', { options: ['Senin', 'Rabu', 'Sabtu'], multi: true }, [1, 2]],
  ['choice', 'sembilan', { options: ['Senin', 'Rabu'] }, null],
  ['name', 'siti aminah', null, 'Siti Aminah'],
  ['gender', 'perempuan', undefined, 'P'],
  ['gender', 'rahasia', undefined, null],
  ['email', 'SITI@example.com', undefined, { value: 'siti@example.com', suggest: null }],
  ['email', 'lupa', undefined, { value: null, suggest: null }],
  ['date', 'besok', { today: '2026-12-31', purpose: 'tanggal_kegiatan' }, '2027-01-01'],
  ['time', 'setengah 8 malam', undefined, '19:30'],
  ['phone', '0812-0000-0123', undefined, '+6281200000123'],
  ['number', 'satu setengah juta', undefined, 1_500_000],
  ['greeting', 'assalamualaikum', undefined, 'salam'],
  ['emergency', 'kebakaran di pasar', undefined, true],
  ['nik', '123', undefined, { valid: false, reason: 'no_nik' }],
  ['nik', '1903015708959002', {}, { valid: true, nik: '1903015708959002', gender: 'P', birth: '1995-08-17', warn: [] }],
  ['wilayah', 'baso', agam, { code: '13.06.08', name: 'Baso' }],
  ['wilayah', 'tanjung', agam, { ambiguous: ['13.06.01', '13.06.03'] }],
  ['wilayah', 'kuta', { ...agam, within: '99.99' }, null],
])('%s "%s" comes back with what was read', async (kind, text, context, got) => {
  const row = { kind, text, expected: 'x', note: 'kept', ...(context !== undefined && { context }) };
  expect(await run([JSON.stringify(row)])).toEqual({ exitCode: 0, printed: [{ ...row, got }], complaints: [] });
});

test.each([
  ['no JSON', 'ya'],
  ['no object', '"ya"'],
  ['no text', '{"kind":"yes_no"}'],
  ['a kind that is none', '{"kind":"constructor","text":"ya"}'],
  ['a choice without options', '{"kind":"choice","text":"1"}'],
  ['a region in no regency', '{"kind":"wilayah","text":"baso","context":{"level":"kecamatan"}}'],
  ['a day that is none', '{"kind":"date","text":"besok","context":{"today":"2026-02-30"}}'],
])('a line with %s is an error in its place, and the rest goes on', async (_what, line) => {
  const yes = '{"kind":"yes_no","text":"ya"}';
  const { exitCode, printed } = await run([yes, '', line, yes]);
  expect(exitCode).toBe(1);
  expect(printed).toEqual([
    { kind: 'yes_no', text: 'ya', got: 'yes' },
    { line: 3, error: 'perintah.baris_salah' },
    { kind: 'yes_no', text: 'ya', got: 'yes' },
  ]);
});

test('a text of any size is read', async () => {
  const { exitCode, printed } = await run([JSON.stringify({ kind: 'yes_no', text: 'ya '.repeat(100_000) })]);
  expect([exitCode, printed]).toMatchObject([0, [{ got: 'unclear' }]]);
});

test('without --json it says what is missing', async () => {
  expect(await run([], [])).toEqual({ exitCode: 2, printed: [], complaints: ['perintah.kurang_isian'] });
});
