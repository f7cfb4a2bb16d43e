import { announcementKind } from '../domain/announcement.ts';
import type { Announcement } from '../domain/announcement.ts';
import { auditKind } from '../domain/audit.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { createBatchKind } from '../domain/batch-kind.ts';
import type { Batch } from '../domain/batch.ts';
import { capLedgerKind } from '../domain/caps.ts';
import type { CapLedger } from '../domain/caps.ts';
import { certificateKind } from '../domain/certificate.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Channel } from '../domain/channel.ts';
import { contactKind } from '../domain/contact-kind.ts';
import type { Contact, Reach } from '../domain/contact.ts';
import { costKind } from '../domain/cost.ts';
import type { CostSheet } from '../domain/cost.ts';
import { countedLinkKind } from '../domain/counted-link.ts';
import type { CountedLink } from '../domain/counted-link.ts';
import { eventKind } from '../domain/event.ts';
import type { PublicEvent } from '../domain/event.ts';
import { feedbackKind } from '../domain/feedback.ts';
import type { Feedback } from '../domain/feedback.ts';
import { followUpKind } from '../domain/follow-up.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import { formKind } from '../domain/form.ts';
import type { Form } from '../domain/form.ts';
import { groupChatKind } from '../domain/group-chat.ts';
import type { GroupChat } from '../domain/group-chat.ts';
import { groupNamesKind } from '../domain/group-names.ts';
import type { GroupNames } from '../domain/group-names.ts';
import { handoverKind } from '../domain/handover.ts';
import type { Handover } from '../domain/handover.ts';
import { nikKind } from '../domain/nik-record.ts';
import type { NikRecord } from '../domain/nik-record.ts';
import { counterKind } from '../domain/numbering.ts';
import type { Counter } from '../domain/numbering.ts';
import { officerKind } from '../domain/officer.ts';
import type { Officer } from '../domain/officer.ts';
import { oneTimeFormKind } from '../domain/one-time-form.ts';
import type { OneTimeForm } from '../domain/one-time-form.ts';
import type { Accounts } from '../domain/ports/accounts.ts';
import type { Addresses } from '../domain/ports/addresses.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Deliveries } from '../domain/ports/deliveries.ts';
import type { Documents } from '../domain/ports/documents.ts';
import type { Inbox } from '../domain/ports/inbox.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Media } from '../domain/ports/media.ts';
import type { Queue } from '../domain/ports/queue.ts';
import type { Store } from '../domain/ports/store.ts';
import { programmeKind } from '../domain/programme.ts';
import type { Programme } from '../domain/programme.ts';
import { registrationKind } from '../domain/registration.ts';
import type { Registration } from '../domain/registration.ts';
import { reportKind } from '../domain/report.ts';
import type { Report } from '../domain/report.ts';
import { requestKind } from '../domain/request.ts';
import type { PrivacyRequest } from '../domain/request.ts';
import { savedAudienceKind } from '../domain/saved-audience.ts';
import type { SavedAudience } from '../domain/saved-audience.ts';
import { setAsideKind } from '../domain/set-aside.ts';
import type { SetAside } from '../domain/set-aside.ts';
import { responseKind, surveyKind } from '../domain/survey.ts';
import type { Response, Survey } from '../domain/survey.ts';
import type { Tenant } from '../domain/tenant.ts';
import { trackKind } from '../domain/track.ts';
import type { Track } from '../domain/track.ts';
import type { Say } from '../engine/say.ts';
import { HOME } from '../engine/tongue/tongue.ts';
import type { Fields } from '../engine/value.ts';
import type { Region } from '../language/region.ts';
import { createPushedFlows } from './events/pushed-flows.ts';
import type { PushedFlows } from './events/pushed-flows.ts';
import { createForbid } from './sending/forbid.ts';
import type { Forbid } from './sending/forbid.ts';
import type { Voices } from './voices.ts';

/** What the office keeps, one place per kind of document. */
export interface Records {
  readonly contacts: Documents<Contact>;
  readonly officers: Documents<Officer>;
  readonly tracks: Documents<Track>;
  readonly programmes: Documents<Programme>;
  readonly batches: Documents<Batch>;
  readonly forms: Documents<Form>;
  readonly registrations: Documents<Registration>;
  readonly certificates: Documents<Certificate>;
  readonly reports: Documents<Report>;
  readonly events: Documents<PublicEvent>;
  readonly surveys: Documents<Survey>;
  readonly responses: Documents<Response>;
  readonly feedback: Documents<Feedback>;
  readonly followUps: Documents<FollowUp>;
  readonly announcements: Documents<Announcement>;
  readonly audiences: Documents<SavedAudience>;
  readonly groups: Documents<GroupChat>;
  readonly groupNames: Documents<GroupNames>;
  readonly handovers: Documents<Handover>;
  readonly requests: Documents<PrivacyRequest>;
  readonly niks: Documents<NikRecord>;
  readonly oneTimeForms: Documents<OneTimeForm>;
  readonly audit: Documents<AuditEntry>;
  readonly counters: Documents<Counter>;
  readonly capLedgers: Documents<CapLedger>;
  readonly costs: Documents<CostSheet>;
  readonly countedLinks: Documents<CountedLink>;
  readonly setAside: Documents<SetAside>;
}

/** Everything that the deeds, looks and calendars of one regency work with. */
export interface Office extends Records {
  readonly tenant: Tenant;
  readonly accounts: Accounts;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly media: Media;
  readonly inbox: Inbox;
  /** Under which people reach the service's pages; null: they do not. */
  readonly publicUrl: string | null;
  readonly queue: Queue;
  readonly clock: Clock;
  /** Waits for what is in flight after something was forbidden. */
  readonly forbid: Forbid;
  /** Sentences of the locale in Indonesian; `daerah.*` is filled in. */
  readonly say: Say;
  /** The same in every language of the service. */
  readonly voices: Voices;
  /** What starts flows that nobody asked for. */
  readonly pushed: PushedFlows;
  /** A keyed hash that cannot be turned back (`Store.fingerprint`). */
  readonly fingerprint: (purpose: string, text: string) => string;
  /** What a channel account is called, how long a text it takes and how many messages of a push it sends a second. */
  readonly channelOf: (account: string) => ChannelFacts;
  /** The accounts that are connected, for showing how a message looks there; simulated phones only where there is no other. */
  readonly shownOn: () => readonly ShownOn[];
  /** Districts and villages of the regency; read when somebody names one, which is rare. */
  readonly regions: () => Promise<readonly Region[]>;
  /** Asks for a look at documents that are due, soon and without waiting for it; losing it costs at most one sweep. */
  readonly nudge: () => void;
  readonly log: Log;
}

/** An account that messages go out through, and how they look there. */
export type ShownOn = Pick<Channel, 'kind' | 'parts' | 'window' | 'limits'>;

export interface ChannelFacts extends Pick<Channel, 'caps' | 'window' | 'whyStopped'> {
  readonly name: string;
  readonly kind: string;
  readonly textLength: number;
  readonly bulkPerSecond: number;
}

/** What an office is opened with, besides the store. */
export interface Opening extends Pick<Office, 'tenant' | 'queue' | 'clock' | 'nudge'> {
  readonly say: Say;
  /** Absent: Indonesian alone. */
  readonly voices?: Voices;
  /** Absent: no flow is started by the service. */
  readonly pushed?: PushedFlows;
  readonly channels: readonly Channel[];
  /** Absent: people reach no page of the service. */
  readonly publicUrl?: string | null;
  /** Absent: none are known by name. */
  readonly regions?: Office['regions'];
  /** Absent: nobody reads one. */
  readonly log?: Log;
}

/** What is assumed of a channel that is not connected here. */
const smallest = { textLength: 4096, bulkPerSecond: 20 };

/** One regency's office on a store. */
export function openOffice(
  store: Store,
  { channels, say, voices = new Map(), pushed = noFlows, ...rest }: Opening,
): Office {
  const spoken = [...voices].map(([code, voice]) => [code, { ...voice, say: sayFor(rest.tenant, voice.say) }] as const);
  return {
    ...openRecords(store, pushed),
    publicUrl: null,
    regions: async () => [],
    log: () => {},
    ...rest,
    pushed,
    accounts: store.accounts,
    addresses: store.addresses,
    deliveries: store.deliveries,
    media: store.media,
    inbox: store.inbox,
    forbid: createForbid({ addresses: store.addresses, deliveries: store.deliveries, clock: rest.clock }),
    say: sayFor(rest.tenant, say),
    voices: new Map(spoken),
    fingerprint: (purpose, text) => store.fingerprint(purpose, text),
    shownOn: () => {
      const real = channels.filter(({ kind }) => kind !== 'simulator');
      return real.length === 0 ? channels : real;
    },
    channelOf: (account) => {
      const channel = channels.find((one) => one.account === account);
      const kind = channel?.kind ?? account.split(':')[0] ?? account;
      const { textLength, bulkPerSecond } = channel?.limits ?? smallest;
      const { caps, window, whyStopped } = channel ?? {};
      return {
        kind,
        name: say(`layanan.saluran.${kind}`),
        textLength,
        bulkPerSecond,
        ...(caps !== undefined && { caps }),
        ...(window !== undefined && { window }),
        ...(whyStopped !== undefined && { whyStopped }),
      };
    },
  };
}

/** The office as it speaks to somebody with this language; Indonesian to whoever chose none. */
export function officeIn(office: Office, language: string = HOME): Office {
  const voice = office.voices.get(language);
  return voice === undefined ? office : { ...office, say: voice.say };
}

/**
 * The office as it pushes to somebody: in their language, except where pushes leave as forms that a platform approved
 * beforehand, which are Indonesian.
 */
export function officeReaching(office: Office, { language }: Pick<Contact, 'language'>, { account }: Reach): Office {
  return office.channelOf(account).window === undefined ? officeIn(office, language) : office;
}

/** Where no flows are at hand: nothing is started, and classes are reminded of by the service's own rules. */
const noFlows = createPushedFlows(() => new Map());

/** The records of a store; `rules`: when classes are reminded of. */
export function openRecords({ documents }: Pick<Store, 'documents'>, { rules } = noFlows): Records {
  return {
    contacts: documents(contactKind),
    officers: documents(officerKind),
    tracks: documents(trackKind),
    programmes: documents(programmeKind),
    batches: documents(createBatchKind(rules)),
    forms: documents(formKind),
    registrations: documents(registrationKind),
    certificates: documents(certificateKind),
    reports: documents(reportKind),
    events: documents(eventKind),
    surveys: documents(surveyKind),
    responses: documents(responseKind),
    feedback: documents(feedbackKind),
    followUps: documents(followUpKind),
    announcements: documents(announcementKind),
    audiences: documents(savedAudienceKind),
    groups: documents(groupChatKind),
    groupNames: documents(groupNamesKind),
    handovers: documents(handoverKind),
    requests: documents(requestKind),
    niks: documents(nikKind),
    oneTimeForms: documents(oneTimeFormKind),
    audit: documents(auditKind),
    counters: documents(counterKind),
    capLedgers: documents(capLedgerKind),
    costs: documents(costKind),
    countedLinks: documents(countedLinkKind),
    setAside: documents(setAsideKind),
  };
}

/** The tenant as flows and sentences see it: `daerah.*`. */
export function tenantFields(tenant: Tenant, say: Say): Fields {
  const local = tenant.emergency.map(({ name, number }) => `${name} ${number}`);
  return {
    nama: tenant.name,
    dinas: tenant.office,
    pesan_darurat: say('layanan.darurat', { nomor: local }),
    masa_simpan: say('layanan.masa_simpan', { tahun: tenant.retention.profileYears }),
    tautan_privasi: tenant.privacyUrl,
    jam_layanan: tenant.hours,
    telepon: tenant.phone ?? null,
    biaya: tenant.fee ?? null,
  };
}

/** A `say` that knows the tenant. */
export function sayFor(tenant: Tenant, say: Say): Say {
  const fields = tenantFields(tenant, say);
  const daerah = { type: 'record', code: tenant.id, name: tenant.name, fields } as const;
  return (key, values) => say(key, { daerah, ...values });
}
