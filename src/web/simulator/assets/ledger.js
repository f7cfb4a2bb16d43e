// The record of one person's deliveries: a list for whoever opens it, and a mark beside each message.
import { markDelivery } from './bubble.js';
import { element, timeOfDay } from './element.js';
import { words } from './given.js';

/** In these states nothing is waited for any more. */
const final = ['sent', 'failed', 'cancelled', 'skipped', 'expired'];

/** Draws the ledger's lines, newest first, into a phone. */
export function drawLedger(section, lines) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const item of section.querySelectorAll('.talk [data-delivery]')) {
    const line = byId.get(item.dataset.delivery);
    if (line !== undefined) markDelivery(item, line.state);
  }
  const open = lines.filter(({ state }) => !final.includes(state)).length;
  const box = section.querySelector('.ledger');
  box.classList.toggle('open-ended', open > 0);
  setText(box.querySelector('summary'), open > 0 ? `${words.kiriman} · ${open} ${words.belum_sampai}` : words.kiriman);
  if (!box.open) return;
  const drawn = lines.map((line) => element('li', `state-${line.state}`, toText(line)));
  if (drawn.length === 0) drawn.push(element('li', '', words.kiriman_kosong));
  const list = box.querySelector('ol');
  if (list.textContent !== drawn.map((line) => line.textContent).join('')) list.replaceChildren(...drawn);
}

function toText({ dueAt, kind, state, attempts }) {
  const again = attempts > 1 ? ` (${attempts}×)` : '';
  return `${timeOfDay(dueAt)} ${words[`kelas_${kind}`] ?? kind}: ${words[`keadaan_${state}`] ?? state}${again}`;
}

/** Leaves equal text alone, so that nothing is announced again. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
