import { describe, expect, test } from 'vitest';

import { writeIssue } from '../../src/engine/check/write-issue.ts';
import { runTranscripts } from '../../src/engine/transcript/run-transcripts.ts';
import { sentences } from '../engine/meet-person.ts';
import { coming, live } from './all-flows.ts';

/** The dialogues that the language was made for. */
const DIALOGUES = `
  atur_pesan darurat data_saya hadir hapus_data izin_kabar izin_wali jati_diri kabari_tema konfirmasi lapor laporan_ditanya
  laporan_selesai minat pendaftaran pengingat_besok pengumuman_berjalan persetujuan sertifikat setujui_pengumuman status
  tarik_persetujuan ubah_data umpan_balik umumkan unduh_data wali
`.match(/\w+/gu);

test('each of the 27 dialogues is a flow', () => {
  expect(DIALOGUES).toHaveLength(27);
  expect(DIALOGUES?.filter((name) => !coming.flows.current.has(name))).toEqual([]);
});

describe.each([
  ['that are live', live],
  ['of a later release', coming],
])('the flows %s', (_which, { issues, flows, catalogue, names }) => {
  test('have no fault', () => {
    const faults = issues.filter(({ severity }) => severity === 'fault');
    expect(faults.map((issue) => writeIssue(issue, sentences))).toEqual([]);
  });

  const verdicts = runTranscripts(flows, catalogue).filter(({ flow }) => names.has(flow));

  test('have a transcript each', () => {
    const told = new Set(verdicts.map(({ flow }) => flow));
    expect([...names].filter((name) => !told.has(name))).toEqual([]);
  });

  test.each(verdicts.map((verdict) => [verdict.flow, verdict.name, verdict] as const))(
    '%s: %s',
    (_flow, _name, { fault }) => {
      expect(fault).toBeNull();
    },
  );
});
