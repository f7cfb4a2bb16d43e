/**
 * What looks at a link before a person does: the previews of the platforms that we send over, and of where people pass it on to,
 * and whatever calls itself a robot. Cubot makes telephones.
 */
const previews =
  /TelegramBot|WhatsApp|facebookexternalhit|Facebot|(?<!cu)bot\b|crawl|spider|preview|scanner|curl|wget/iu;

/** Whether a request is a person's tap, as far as it can be told without knowing the person. */
export function isTap(method: string, header: (name: string) => string): boolean {
  if (method !== 'GET' || header('user-agent') === '' || previews.test(header('user-agent'))) return false;
  return !/prefetch|prerender|preview/iu.test(`${header('sec-purpose')} ${header('purpose')} ${header('x-purpose')}`);
}
