import { catalogue } from '../../domain/catalogue.ts';
import type { FlowSet } from '../../engine/flow.ts';
import type { Issue } from '../../engine/issue.ts';
import { runTranscripts } from '../../engine/transcript/run-transcripts.ts';

/** Transcripts that do not hold, as faults of their flows. */
export function failedTranscripts(flows: FlowSet): readonly Issue[] {
  return runTranscripts(flows, catalogue).flatMap(({ flow, name: nama, fault }): readonly Issue[] =>
    fault === null
      ? []
      : [
          {
            code: 'percakapan_gagal',
            severity: 'fault',
            file: `${flow}.yaml`,
            line: 0,
            params: { nama, baris: fault.line, harapan: fault.expected },
          },
        ],
  );
}
