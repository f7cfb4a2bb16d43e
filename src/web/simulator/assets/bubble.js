// One message as it stands in a phone's chat.
import { button, element, timeOfDay } from './element.js';
import { words } from './given.js';

/** What the person did: `clock` until the service has it, `tick` then, `refused` when it never will. */
export function drawMine({ said, act, at, state }, labelOf) {
  const item = element('li', 'mine');
  item.dataset.act = act;
  item.append(...fileOf(said.photo, said.document));
  const text = saidText(said, labelOf);
  if (text !== '') item.append(element('p', '', text));
  const foot = element('small', 'foot', timeOfDay(at));
  foot.append(element('span', 'state'));
  item.append(foot);
  markMine(item, state);
  return item;
}

const marks = { clock: ['🕓', 'menunggu'], tick: ['✓', 'diterima'], refused: ['✗', 'ditolak'] };

/** Changes the mark beside the time of something the person did. */
export function markMine(item, state) {
  const [sign, key] = marks[state];
  const mark = item.querySelector('.state');
  mark.textContent = ` ${sign}`;
  mark.className = `state state-${state}`;
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', words[key]);
  mark.title = words[key];
}

/** What the service sent. `look`: choices are `buttons`, or `numbers` for phones that have none. */
export function drawService({ out, deliveryId, at }, look, on) {
  const item = element('li', 'theirs');
  item.dataset.delivery = deliveryId;
  item.append(...fileOf(out.image, out.document));
  if (out.location) item.append(element('p', 'file', placeText(out.location)));
  if (out.card) item.append(element('p', 'file', `☎ ${out.card.name}, ${out.card.phone}`));
  if (out.text !== '') item.append(element('p', '', out.text));
  const choices = out.choices ?? [];
  if (look === 'numbers') {
    if (choices.length > 0) item.append(element('p', 'lines', linesOf(out).join('\n')));
  } else {
    const row = element('div', 'choices');
    row.append(...choices.map(({ id, label }) => button(label, () => on.tap(id))));
    if (out.offer === 'contact') row.append(button(words.nomor_saya, on.contact));
    if (row.childElementCount > 0) item.append(row);
  }
  item.append(element('small', 'foot', timeOfDay(at)));
  return item;
}

/** Choices for who cannot tap: `1 Ya`, or the words themselves where numbers already mean something else. */
function linesOf({ choices, unnumbered }) {
  return choices.map(({ label }, index) => (unnumbered ? label : `${index + 1} ${label}`));
}

/** Writes the state of a delivery beside its time, when it is another than before. */
export function markDelivery(item, state) {
  if (item.dataset.state === state) return;
  item.dataset.state = state;
  item.querySelector('.state')?.remove();
  item
    .querySelector('.foot')
    .append(element('span', `state state-${state}`, ` · ${words[`keadaan_${state}`] ?? state}`));
}

function saidText(said, labelOf) {
  if (said.text !== undefined) return said.text;
  if (said.tap !== undefined) return labelOf(said.tap);
  if (said.start !== undefined) return `/start ${said.start}`;
  if (said.location !== undefined) return placeText(said.location);
  if (said.contact !== undefined) return `☎ ${said.contact}`;
  return said.caption ?? '';
}

function placeText({ lat, lon, name }) {
  return name === undefined ? `📍 ${lat}, ${lon}` : `📍 ${name} (${lat}, ${lon})`;
}

/** A picture or a document in a bubble: what a phone holds is shown, a web link is only named. */
function fileOf(image, document) {
  if (image === undefined && document === undefined) return [];
  if (isHeld(image)) {
    const shown = element('img', 'picture');
    shown.src = `/coba/berkas/${encodeURIComponent(image)}`;
    shown.alt = words.gambar;
    return [shown];
  }
  if (image !== undefined) return [element('p', 'file', `🖼 ${words.gambar}`)];
  const line = element('p', 'file', '📄 ');
  const name = element(
    isHeld(document) ? 'a' : 'span',
    '',
    isHeld(document) ? document.replace(/^\d+-/u, '') : document,
  );
  if (isHeld(document)) name.href = `/coba/berkas/${encodeURIComponent(document)}`;
  line.append(name);
  return [line];
}

/** Keys of what a phone holds begin with a number. */
function isHeld(file) {
  return /^\d+-/u.test(file ?? '');
}
