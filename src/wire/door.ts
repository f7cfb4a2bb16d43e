import { readCosts } from '../app/announcing/count-cost.ts';
import { manageAnnouncements } from '../app/announcing/manage-announcements.ts';
import { watchProgress } from '../app/announcing/watch-progress.ts';
import { checkCertificate, showCertificate } from '../app/certificates/open-page.ts';
import { followLink } from '../app/counted-links/follow-link.ts';
import { kindOf } from '../app/kind-of.ts';
import { manageLink } from '../app/manage-link.ts';
import { manageOfficers } from '../app/manage-officers.ts';
import { fillPage, showPage, voiceOnPage } from '../app/nik/fill-page.ts';
import { showPicture, showPreview } from '../app/preview/open-preview.ts';
import { readLedger } from '../app/read-ledger.ts';
import { addressOf } from '../app/receive-message.ts';
import { showStanding } from '../app/standing/open-standing.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import type { CertificatePage } from '../web/certificate/routes.ts';
import { createWeb } from '../web/create-web.ts';
import { listen } from '../web/listen.ts';
import type { Listening } from '../web/listen.ts';
import type { NikPage } from '../web/nik/routes.ts';
import { openOfficeDoor } from '../web/office-door.ts';
import type { PreviewPage } from '../web/preview/routes.ts';
import { pageHosts } from '../web/simulator/access.ts';
import type { StandingPage } from '../web/standing/routes.ts';
import type { TapDoor } from '../web/taps/routes.ts';
import { dutiesOf, hasPage } from './roles.ts';
import type { Service, Wiring } from './service.ts';

/** The phones that the try-out page shows; the last two are the demo's officers. */
const demoPeople = ['warga1', 'warga2', 'petugas1', 'petugas2'];
/** The page's own words in the locale. */
const wordPrefix = 'halaman.coba.';

/** What is open to the network. */
export interface Door extends Listening {
  /** The try-out page is among it. */
  readonly simulator: boolean;
}

/**
 * Opens the health check and the figures, and where people are received the pages and the webhooks. Rejects with the
 * system's error (`EADDRINUSE`, `EACCES`).
 */
export async function openDoor(service: Service, wiring: Omit<Wiring, 'demo'>): Promise<Door> {
  const { config, role = 'all' } = wiring;
  const page = hasPage(config, role) ? openPage(service, wiring) : null;
  const hasPages = dutiesOf[role].receives && config.PUBLIC_URL !== undefined;
  const app = createWeb({
    health: service.health,
    metrics: config.METRICS_TOKEN === undefined ? null : { token: config.METRICS_TOKEN, measure: service.measure },
    nik: hasPages ? nikPage(service) : null,
    standing: hasPages ? standingPage(service) : null,
    preview: hasPages ? previewPage(service) : null,
    certificates: hasPages ? certificatePage(service) : null,
    taps: hasPages ? tapDoor(service) : null,
    simulator: page,
    webhooks: dutiesOf[role].receives ? webhooksOf(service) : [],
    onError: (error) => service.log('request failed', { error: kindOf(error) }),
  });
  const door = await listen(app, config.HOST, config.PORT);
  // Several processes have no folder in common: there, commands ask the database themselves.
  const closeOffice = serversOf(config) === null ? await openOfficeSocket(service, config) : async () => {};
  return {
    port: door.port,
    simulator: page !== null,
    close: async () => {
      await Promise.all([door.close(), closeOffice()]);
    },
  };
}

function webhooksOf({ telegram, whatsappCloud }: Service) {
  return [telegram?.webhook ?? null, whatsappCloud?.webhook ?? null].filter((webhook) => webhook !== null);
}

function nikPage({ office, clock }: Service): NikPage {
  return {
    show: (token) => showPage(office, token),
    fill: (token, sent) => fillPage(office, token, sent),
    wordsFor: async (token) => {
      const say = await voiceOnPage(office, token);
      return (key, values) => say(`halaman.nik.${key}`, values);
    },
    zone: office.tenant.zone,
    now: () => clock.now(),
  };
}

function standingPage({ office, clock, telegram, whatsapp, whatsappCloud }: Service): StandingPage {
  const channels = [telegram, whatsapp, whatsappCloud].filter((channel) => channel !== null);
  return {
    show: (token) => showStanding(office, channels, token),
    word: (key, values) => office.say(`halaman.keadaan.${key}`, values),
    zone: office.tenant.zone,
    now: () => clock.now(),
  };
}

function previewPage({ office, clock }: Service): PreviewPage {
  return {
    show: (token) => showPreview(office, token),
    picture: (token) => showPicture(office, token),
    word: (key, values) => office.say(`halaman.pratinjau.${key}`, values),
    now: () => clock.now(),
  };
}

function certificatePage({ office, clock }: Service): CertificatePage {
  return {
    show: (token) => showCertificate(office, token),
    check: (typed) => checkCertificate(office, typed),
    word: (key, values) => office.say(`halaman.sertifikat.${key}`, values),
    now: () => clock.now(),
  };
}

function tapDoor({ office, clock, tally }: Service): TapDoor {
  return {
    follow: (code, isTap) => followLink(office, tally, code, isTap),
    word: (key) => office.say(`halaman.tautan.${key}`),
    after: (ms, run) => void clock.after(ms, run),
  };
}

function openPage({ simulator, office }: Service, { config, sentences }: Pick<Wiring, 'config' | 'sentences'>) {
  const ledger = (person: string) =>
    readLedger(office.deliveries, addressOf(office.fingerprint, simulator.account, person));
  const words = Object.entries(sentences).filter(([key]) => key.startsWith(wordPrefix));
  return {
    phones: { ...simulator, ledger },
    people: demoPeople,
    words: Object.fromEntries(words.map(([key, text]) => [key.slice(wordPrefix.length), text])),
    hosts: pageHosts(config),
  };
}

function openOfficeSocket(service: Service, config: Config): Promise<() => Promise<void>> {
  const { office, accountOf, whatsapp, manageFlows, health } = service;
  return openOfficeDoor(
    socketPath(config.DATA_DIR),
    async (order) => {
      if ('type' in order && order.type === 'health') return { type: 'health', health: await health() };
      if ('flows' in order) return manageFlows(order.flows);
      if ('announcements' in order) return manageAnnouncements(office, order.announcements);
      if (order.type === 'costs') return readCosts(office, order);
      return order.type === 'list' || order.type === 'add' || order.type === 'remove'
        ? manageOfficers(office, accountOf, order)
        : manageLink(whatsapp?.link ?? null, order);
    },
    (number, wait) => watchProgress(office, number, wait),
  );
}
