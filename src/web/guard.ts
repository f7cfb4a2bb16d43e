import type { MiddlewareHandler } from 'hono';

/**
 * Lets a page's own requests through and nobody else's: the request must name this very host (a rebound DNS name does
 * not), and what changes something must come from a page of the same origin.
 * A request that a proxy passed on comes from elsewhere, whatever host it names.
 * `hosts` are the accepted names without port; `*` accepts any (a service behind its own web server).
 */
export function sameOrigin(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const forwarded = context.req.header('x-forwarded-for') ?? context.req.header('forwarded');
    const isOurs = hosts.includes(withoutPort(host)) && forwarded === undefined;
    if (!hosts.includes('*') && !isOurs) return context.text('', 421);
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site') ?? 'same-origin';
    if (origin === undefined || hostOf(origin) !== host || site !== 'same-origin') return context.text('', 403);
    return next();
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/u, '');
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
