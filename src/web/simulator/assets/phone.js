// One person's phone: what they see and what they can do.
import { createChat } from './chat.js';
import { wireComposer } from './composer.js';
import { button } from './element.js';
import { people, words } from './given.js';
import { createOutbox, newId } from './server.js';

/** Draws a phone and answers with what the page does with it; `onMark` hears `clock`, `tick` or `none`. */
export function createPhone(person, onMark) {
  const section = document.getElementById('phone').content.firstElementChild.cloneNode(true);
  const contact = contactOf(person);
  const chat = createChat(section, { tap: (id) => void say({ tap: id }), contact: () => void say(contact) });
  const send = createOutbox(person, (isOnline) => {
    section.classList.toggle('offline', !isOnline);
    showStatus();
  });

  async function say(act) {
    const id = newId();
    change(() => chat.add({ said: act, act: id, at: Date.now(), state: 'clock' }));
    if (!(await send(id, act))) change(() => chat.settle(id, 'refused'));
  }

  function change(work) {
    work();
    showStatus();
  }

  function showStatus() {
    const mark = chat.mark();
    const line = section.querySelector('.who small');
    const status = section.classList.contains('offline') ? words.tanpa_jaringan : `${roleOf(person)}${signs[mark]}`;
    if (line.textContent !== status) line.textContent = status;
    onMark(mark);
  }

  const title = titleOf(person);
  section.setAttribute('aria-label', title);
  section.querySelector('h2').textContent = title;
  section.querySelector('.avatar').textContent = title.at(0) + person.replace(/\D/gu, '');
  section.querySelector('.look select').addEventListener('change', ({ target }) => chat.setLook(target.value));
  fillHint(section.querySelector('.hint'), isOfficer(person), (text) => void say({ text }));
  const refuse = (name) => change(() => chat.refuse(newId(), { document: name, caption: words.terlalu_besar }));
  wireComposer(section, { contact, say: (act) => void say(act), refuse });
  showStatus();

  return {
    person,
    section,
    showNewest: chat.showNewest,
    /** Takes in what happened, from the stream. */
    take: (happening) =>
      change(() => {
        if (happening.received === undefined) chat.add({ ...happening, state: 'clock' });
        else chat.settle(happening.received, 'tick');
      }),
  };
}

const signs = { clock: ` · 🕓 ${words.menunggu}`, tick: ` · ✓ ${words.diterima}`, none: '' };

function isOfficer(person) {
  return person.startsWith('petugas');
}

function roleOf(person) {
  return isOfficer(person) ? words.petugas : words.warga;
}

/** "Warga 1" of `warga1`. */
export function titleOf(person) {
  const [, name = person, number = ''] = /^([a-z]+)(\d*)$/u.exec(person) ?? [];
  return `${name[0].toUpperCase()}${name.slice(1)} ${number}`.trim();
}

/** A number of their own, never anybody's: the first people have the first numbers. */
function contactOf(person) {
  const own = Number(person.replace(/\D/gu, ''));
  const place = people.includes(person) ? people.indexOf(person) : own + people.length;
  return { contact: `+6281234560${String(place + 1).padStart(3, '0')}` };
}

/** What an empty phone says: words to begin with, ready to be pressed. */
function fillHint(hint, officer, say) {
  hint.querySelector('p').textContent = officer ? words.mulai_petugas : words.mulai_warga;
  const openers = (officer ? words.pembuka_petugas : words.pembuka_warga).split(',').map((text) => text.trim());
  hint.querySelector('.choices').append(...openers.map((text) => button(text, () => say(text))));
}
