import { join, relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';

import { readFlowFiles } from '../app/opening/load-flows.ts';
import { loadSentences } from '../app/opening/load-sentences.ts';
import { loadTongues } from '../app/opening/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { tellIssue, writeIssue } from '../engine/check/write-issue.ts';
import type { Issue } from '../engine/issue.ts';
import { loadFlows } from '../engine/loading/load-flows.ts';
import type { Terminal } from './terminal.ts';

export interface Checking {
  readonly folder: string;
  readonly english: boolean;
  readonly json: boolean;
  /** Every text that is not translated, not one line for each flow and language. */
  readonly each?: boolean;
}

/** Every fault with its place, reason and cure, and how much was looked at; as JSON the faults alone, one object a line. */
export async function checkFolder(
  { folder, english, json, each = false }: Checking,
  { print, say, sentences }: Terminal,
): Promise<number> {
  optimizeLate();
  const files = await readFlowFiles(folder);
  if (files.length === 0) {
    print(say('perintah.alur_tidak_ada', { folder }));
    return 1;
  }
  const words = english ? { ...sentences, ...(await loadSentences('en')) } : sentences;
  const { issues, states } = loadFlows(files, catalogue, sentences, [], { tongues: await loadTongues(), each });
  const lines = new Map(files.map(({ name, text }) => [name, text.split('\n')]));
  const columnOf = ({ file, line }: Issue): number => 1 + Math.max(0, lines.get(file)?.[line - 1]?.search(BEGINS) ?? 0);
  for (const issue of issues)
    print(json ? JSON.stringify(toFinding(issue, folder, columnOf(issue), words)) : writeIssue(issue, words));
  const faults = issues.filter(({ severity }) => severity === 'fault').length;
  const jumlah = files.filter(({ name }) => !name.endsWith('.uji.yaml')).length;
  const key = issues.length === 0 ? 'perintah.alur_baik' : 'perintah.alur_salah';
  const counts = { jumlah, keadaan: states, kesalahan: faults, peringatan: issues.length - faults };
  if (!json) print(say(key, counts));
  return faults === 0 ? 0 : 1;
}

/**
 * Node 20 makes machine code of a function once so many bytes of it have run, here six times as many as usual: a check is
 * over within two seconds, and a third of its processor time went into code that came too late to pay. Later releases
 * count calls, wait longer by themselves, and do not know the word.
 */
function optimizeLate(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=400000');
}

/** Where a block or a key of a line begins. */
const BEGINS = /[^\s-]/u;

/** One line of `--json`. Its keys do not change: editors and CI read them (docs/panduan.md). */
interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** From the folder in which the command runs. */
  readonly file: string;
  /** 1-based; 1 when the whole file is meant. */
  readonly line: number;
  /** 1-based: where what the line says begins; 1 where that is not known. */
  readonly column: number;
  readonly message: string;
  /** The line to copy, where there is one. */
  readonly cure: string | null;
}

function toFinding(issue: Issue, folder: string, column: number, sentences: Terminal['sentences']): Finding {
  const { code, severity, file, line } = issue;
  const { message, cure } = tellIssue(issue, sentences);
  return {
    code,
    severity: severity === 'fault' ? 'error' : 'warning',
    file: file.includes('/') ? file : relative(process.cwd(), join(folder, file)),
    line: Math.max(1, line),
    column,
    message,
    cure,
  };
}
