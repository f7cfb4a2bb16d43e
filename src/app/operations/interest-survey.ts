import type { Call, DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import type { Response, Survey } from '../../domain/survey.ts';
import { createTally } from '../../domain/survey.ts';
import type { Fields } from '../../engine/value.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll, findEach, opened } from '../read-all.ts';
import { changeContact } from './change-contact.ts';
import { codeOf, listOf, namedOf, textOf, toRecord } from './read-args.ts';

/** Keeps one anonymous answer set per person; a later one takes its place. */
export function simpanSurveiMinat(office: Office): DoDeed {
  return async (call) => {
    const survey = await openSurvey(office);
    if (survey === null) return { result: 'ditutup', values: {} };
    const by = office.fingerprint('response-by', call.id);
    const replaced = await office.responses.change(responseId(office, survey, call.contact), (known) => {
      if (known?.by === by) return { doc: null, result: known.replaced };
      const response = { ...toResponse(office, survey, call), by, replaced: known !== null };
      return { doc: response, result: response.replaced };
    });
    return { result: replaced ? 'diganti' : 'tersimpan', values: {} };
  };
}

/** Whether the person has answered the open survey, and on which day. */
export function surveiMinat(office: Office): Look {
  return async (call) => {
    const survey = await openSurvey(office);
    if (survey === null) return { result: 'ditutup', values: {} };
    const known = await office.responses.read(responseId(office, survey, call.contact));
    if (known === null) return { result: 'belum_diisi', values: {} };
    return { result: 'sudah_diisi', values: { diisi_pada: { type: 'date', date: known.day } } };
  };
}

/** Themes to vote for, in the survey's order; without a survey every theme that is not closed. */
export function temaSurvei(office: Office): ReadRows {
  return async () => {
    const tracks = await findAll(office.tracks, 'tenant', office.tenant.id);
    const order =
      (await openSurvey(office))?.tracks ?? tracks.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
    return order
      .map((id) => tracks.find((track) => track.id === id && track.state !== 'closed'))
      .filter((track) => track !== undefined)
      .map(({ id, name }) => toRecord(id, name, { nama: name }));
  };
}

/** How many want which theme, by kecamatan, for who plans the next classes. */
export function rekapMinat(office: Office): ReadRows {
  return async () => {
    const survey = await openSurvey(office);
    const tally = createTally();
    const tracks = await findAll(office.tracks, 'tenant', office.tenant.id);
    for await (const page of findEach(office.responses, 'survey', survey?.id ?? '')) {
      for (const response of opened(page)) tally.add(response);
    }
    return tally.result().map(({ track, district, people }) => {
      const tema = tracks.find(({ id }) => id === track)?.name ?? track;
      const kecamatan = district?.name ?? office.say('layanan.tidak_disebut');
      const jumlah = people === null ? office.say('layanan.kelompok_kecil') : String(people);
      return toRecord(`${track}/${district?.code ?? ''}`, tema, { tema, kecamatan, jumlah });
    });
  };
}

/** Remembers that a person wants to hear when these themes open; never meets the answers of the survey. */
export function berlanggananTema(office: Office): DoDeed {
  return async (call) => {
    const themes = listOf(call.args['tema'])
      .map(codeOf)
      .filter((code) => code !== null);
    await changeContact(office, call, (contact) => ({
      ...contact,
      themes: [...new Set([...contact.themes, ...themes])],
    }));
    return { result: 'tercatat', values: {} };
  };
}

/** The key of a person's answers; nobody can find the person from it. */
export function responseId(office: Office, survey: Pick<Survey, 'id'>, contact: string): string {
  return `${survey.id}.${office.fingerprint(`survey ${survey.id}`, contact)}`;
}

async function openSurvey(office: Office): Promise<Survey | null> {
  const surveys = await findAll(office.surveys, 'tenant', office.tenant.id);
  return surveys.find(({ state }) => state === 'open') ?? null;
}

function toResponse(office: Office, survey: Survey, { args, now }: Call): Omit<Response, 'by' | 'replaced'> {
  const { tema, kecamatan, ...others } = args;
  return {
    survey: survey.id,
    day: localParts(now, office.tenant.zone).date,
    tracks: listOf(tema)
      .map(codeOf)
      .filter((code) => code !== null),
    district: namedOf(kecamatan) ?? null,
    answers: toAnswers(others),
  };
}

function toAnswers(fields: Fields): Response['answers'] {
  const answered = Object.entries(fields).flatMap(([name, value]): [string, string | string[]][] => {
    if (Array.isArray(value))
      return [
        [
          name,
          listOf(value)
            .map(codeOf)
            .filter((code) => code !== null),
        ],
      ];
    const text = codeOf(value) ?? textOf(value);
    return text === undefined || text === null ? [] : [[name, text]];
  });
  return Object.fromEntries(answered);
}
