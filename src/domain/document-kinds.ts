import { announcementKind } from './announcement.ts';
import { auditKind } from './audit.ts';
import { batchKind } from './batch-kind.ts';
import { capLedgerKind } from './caps.ts';
import { certificateKind } from './certificate.ts';
import { contactKind } from './contact-kind.ts';
import { costKind } from './cost.ts';
import { countedLinkKind } from './counted-link.ts';
import { eventKind } from './event.ts';
import { feedbackKind } from './feedback.ts';
import { followUpKind } from './follow-up.ts';
import { formKind } from './form.ts';
import { groupChatKind } from './group-chat.ts';
import { groupNamesKind } from './group-names.ts';
import { handoverKind } from './handover.ts';
import { linkDeskKind } from './link-desk.ts';
import { nikKind } from './nik-record.ts';
import { counterKind } from './numbering.ts';
import { officerKind } from './officer.ts';
import { oneTimeFormKind } from './one-time-form.ts';
import type { DocumentKind } from './ports/documents.ts';
import { programmeKind } from './programme.ts';
import { flowLedgerKind, keptFlowKind } from './publication.ts';
import { registrationKind } from './registration.ts';
import { reportKind } from './report.ts';
import { requestKind } from './request.ts';
import { savedAudienceKind } from './saved-audience.ts';
import { setAsideKind } from './set-aside.ts';
import { responseKind, surveyKind } from './survey.ts';
import { tenantKind } from './tenant.ts';
import { trackKind } from './track.ts';

/** Every kind of document that the service keeps: a store that prepares places for them at its start needs them all. */
export const documentKinds: readonly DocumentKind<never>[] = [
  tenantKind,
  trackKind,
  programmeKind,
  batchKind,
  formKind,
  surveyKind,
  officerKind,
  contactKind,
  registrationKind,
  responseKind,
  feedbackKind,
  followUpKind,
  certificateKind,
  reportKind,
  eventKind,
  announcementKind,
  savedAudienceKind,
  groupChatKind,
  groupNamesKind,
  handoverKind,
  requestKind,
  nikKind,
  oneTimeFormKind,
  auditKind,
  keptFlowKind,
  flowLedgerKind,
  counterKind,
  capLedgerKind,
  costKind,
  countedLinkKind,
  linkDeskKind,
  setAsideKind,
];
