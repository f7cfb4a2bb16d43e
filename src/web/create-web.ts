import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';

import type { Health } from '../app/watching/health.ts';
import { certificateRoutes } from './certificate/routes.ts';
import type { CertificatePage } from './certificate/routes.ts';
import { healthRoutes } from './health.ts';
import { metricsRoutes } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { nikRoutes } from './nik/routes.ts';
import type { NikPage } from './nik/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import type { PreviewPage } from './preview/routes.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import type { SimulatorPage } from './simulator/routes.ts';
import { standingRoutes } from './standing/routes.ts';
import type { StandingPage } from './standing/routes.ts';
import { tapRoutes } from './taps/routes.ts';
import type { TapDoor } from './taps/routes.ts';
import { webhookRoutes } from './webhook.ts';
import type { Webhook } from './webhook.ts';

export interface Web {
  readonly health: () => Promise<Health>;
  /** null: nobody watches. */
  readonly metrics: Metrics | null;
  /** Where a NIK is filled in. null: no page of this process is reached from outside. */
  readonly nik: NikPage | null;
  /** Where officers see how sending stands. null: as for `nik`. */
  readonly standing: StandingPage | null;
  /** Where officers see how an announcement will look. null: as for `nik`. */
  readonly preview: PreviewPage | null;
  /** Where certificates are printed and checked. null: as for `nik`. */
  readonly certificates: CertificatePage | null;
  /** Where counted links lead on. null: as for `nik`. */
  readonly taps: TapDoor | null;
  /** null: the page is switched off. */
  readonly simulator: SimulatorPage | null;
  /** Where platforms deliver. */
  readonly webhooks: readonly Webhook[];
  /** A bug at this door: logged by its name, never with what was in the request. */
  readonly onError: (error: unknown) => void;
}

/** Everything that is reached over HTTP. The pages may run their own script and style, and talk to this host alone. */
export function createWeb({
  health,
  metrics,
  nik,
  standing,
  preview,
  certificates,
  taps,
  simulator,
  webhooks,
  onError,
}: Web): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // A page may be stricter.
      overwrite: false,
    }),
  );
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    onError(error);
    return context.text('', 500);
  });
  app.notFound((context) => context.text('', 404));
  app.route('/health', healthRoutes(health));
  if (metrics !== null) app.route('/metrics', metricsRoutes(metrics));
  for (const webhook of webhooks) app.route('/', webhookRoutes(webhook));
  if (nik !== null) app.route('/nik', nikRoutes(nik));
  if (standing !== null) app.route('/keadaan', standingRoutes(standing));
  if (preview !== null) app.route('/pratinjau', previewRoutes(preview));
  if (certificates !== null) app.route('/sertifikat', certificateRoutes(certificates));
  if (taps !== null) app.route('/t', tapRoutes(taps));
  if (simulator !== null) {
    app.get('/', (context) => context.redirect('/coba'));
    app.route('/coba', simulatorRoutes(simulator));
  }
  return app;
}
