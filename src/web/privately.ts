import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** For a page behind a link of its own: kept nowhere, framed nowhere, and its address, which opens it, is told to nobody. */
export const privately: MiddlewareHandler = keepPrivate({});

/** The same for one that shows pictures of its own. */
export const privatelyWithPictures: MiddlewareHandler = keepPrivate({ imgSrc: ["'self'"] });

function keepPrivate(more: { readonly imgSrc?: string[] }): MiddlewareHandler {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      ...more,
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
  return async (context, next) => {
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex, nofollow');
    return headers(context, next);
  };
}
