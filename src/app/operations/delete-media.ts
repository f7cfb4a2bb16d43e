import { readMediaCode } from '../../domain/media.ts';
import type { DoDeed } from '../../domain/operation.ts';
import { MEDIA_CODE_LENGTH } from '../../engine/media.ts';
import type { Office } from '../office.ts';
import { requireOfficer } from '../tell-officers.ts';
import { textOf } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Really deletes one picture or document by the code that stands below it. The audit line, which names it by its id
 * alone, is written first: a deed that is done again finds there what it was about.
 */
export function hapusGambar(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'menghapus_gambar');
    const begun = await office.audit.read(call.id);
    const id = begun?.subject ?? (await findByCode(office, textOf(call.args['kode']) ?? ''));
    if (id === null) return { result: 'tidak_ada', values: {} };
    await writeAudit(office, call, 'media_deleted', id);
    await office.media.remove(id);
    return { result: 'dihapus', values: {} };
  };
}

/** null: none, or more than one, begins like that; the second is asked for with more of its id. */
async function findByCode({ media }: Office, typed: string): Promise<string | null> {
  const start = readMediaCode(typed, MEDIA_CODE_LENGTH);
  const found = start === null ? [] : await media.startingWith(start, 2);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
