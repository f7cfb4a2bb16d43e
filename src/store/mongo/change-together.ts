import type { Documents } from '../../domain/ports/documents.ts';

/** One document at a time, by compare-and-set on its version. */
export interface Versions<Doc> {
  read(id: string): Promise<Versioned<Doc> | null>;
  /** Replaces this version, or (null) makes the document. False: it is another one by now. */
  write(id: string, version: number | null, doc: Doc): Promise<boolean>;
}

interface Versioned<Doc> {
  readonly version: number;
  readonly doc: Doc;
}

type Decide<Doc> = (doc: Doc | null) => { readonly doc: Doc | null; readonly result: unknown };

interface Ask<Doc> {
  readonly decide: Decide<Doc>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** One answer may take long when very many ask; those that come later wait for the next write. */
const LARGEST_GROUP = 500;

/**
 * `Documents.change`: whoever asks for a document while it is being written waits in line, and all that wait are
 * decided one after the other and written together. Two hundred people at one batch are one contender in each process.
 */
export function createChanges<Doc>(versions: Versions<Doc>): Documents<Doc>['change'] {
  const lines = new Map<string, Ask<Doc>[]>();

  const serve = async (id: string, line: Ask<Doc>[]): Promise<void> => {
    lines.set(id, line);
    while (line.length > 0) await changeTogether(versions, id, line.splice(0, LARGEST_GROUP));
    lines.delete(id);
  };

  return <Result>(id: string, decide: (doc: Doc | null) => { readonly doc: Doc | null; readonly result: Result }) =>
    new Promise<Result>((resolve, reject) => {
      const ask: Ask<Doc> = { decide, resolve: resolve as (result: unknown) => void, reject };
      const line = lines.get(id);
      if (line === undefined) void serve(id, [ask]);
      else line.push(ask);
    });
}

/** Settles every ask of the group; never rejects itself. */
async function changeTogether<Doc>(versions: Versions<Doc>, id: string, group: readonly Ask<Doc>[]): Promise<void> {
  try {
    for (;;) {
      const found = await versions.read(id);
      const { doc, settles } = decideAll(found?.doc ?? null, group);
      if (doc === null || (await versions.write(id, found?.version ?? null, doc))) {
        for (const settle of settles) settle();
        return;
      }
    }
  } catch (error) {
    for (const ask of group) ask.reject(error);
  }
}

/**
 * Each decides on what the one before left; who throws changes nothing. `doc`: what is to be written, null when nothing
 * is. `settles`: what each caller hears when that is done.
 */
function decideAll<Doc>(found: Doc | null, group: readonly Ask<Doc>[]) {
  let now = found;
  let changed: Doc | null = null;
  const settles = group.map(({ decide, resolve, reject }) => {
    try {
      const { doc, result } = decide(now);
      if (doc !== null) now = changed = doc;
      return () => resolve(result);
    } catch (error) {
      return () => reject(error);
    }
  });
  return { doc: changed, settles };
}
