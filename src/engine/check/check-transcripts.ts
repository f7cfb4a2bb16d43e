import { rawList } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import { findMisfit } from '../transcript/read-transcript.ts';
import type { Check, Report } from './subject.ts';

/** In a flow file two transcripts show how the flow talks; more hide the flow, and stand in `<alur>.uji.yaml` beside it. */
const MOST_TRANSCRIPTS = 2;

/** Transcripts of the flow file itself: each can be read, and they are few. */
export const checkTranscripts: Check = ({ name, head, report }) => {
  checkShape(head, report);
  const { length: jumlah } = rawList(head['uji']);
  if (jumlah <= MOST_TRANSCRIPTS) return;
  const params = { jumlah, paling_banyak: MOST_TRANSCRIPTS, berkas: `${name}.uji.yaml` };
  report('uji_terlalu_banyak', ['uji', MOST_TRANSCRIPTS], params, 'warning');
};

/** Reports every transcript under `uji` that cannot be read, once each, at its first misfit. */
export function checkShape(data: RawMap, report: Report): void {
  for (const [at, transcript] of rawList(data['uji']).entries()) {
    const misfit = findMisfit(transcript);
    if (misfit !== null) report('uji_salah_bentuk', ['uji', at, ...misfit]);
  }
}
