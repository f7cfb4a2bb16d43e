// One person's phone: what they see and what they can do.
import { drawMine, drawService, markMine } from './bubble.js';
import { button } from './element.js';
import { people, words } from './given.js';
import { createOutbox, newId } from './server.js';

/** A place in Toboali, for who has no map at hand. */
const samplePlace = { lat: -3.0019, lon: 106.4581 };

/** Draws a phone and answers with what the page does with it. `onChange` is called when its mark changes. */
export function createPhone(person, onChange) {
  const section = document.getElementById('phone').content.firstElementChild.cloneNode(true);
  const list = section.querySelector('.talk ol');
  const talk = section.querySelector('.talk');
  const isOfficer = person.startsWith('petugas');
  /** By act or delivery, in the order they are shown. */
  const messages = new Map();
  let look = 'buttons';

  const send = createOutbox(person, (isOnline) => {
    section.classList.toggle('offline', !isOnline);
    showStatus();
  });

  async function say(act) {
    const id = newId();
    add({ said: act, act: id, at: Date.now(), state: 'clock' });
    if (!(await send(id, act))) settle(id, 'refused');
  }

  function add(message) {
    const key = message.act ?? `${message.deliveryId}.${message.seq}`;
    if (messages.has(key)) return;
    messages.set(key, message);
    section.querySelector('.hint').hidden = true;
    list.append(draw(message));
    showNewest();
    showStatus();
  }

  function showNewest() {
    talk.scrollTop = talk.scrollHeight;
  }

  function draw(message) {
    if (message.said) return drawMine(message, labelOf);
    return drawService(message, look, {
      onTap: (id) => void say({ tap: id }),
      onContact: () => void say(contactOf(person)),
    });
  }

  /** The label of a choice that was tapped, on whatever message it stood. */
  function labelOf(id) {
    for (const { out } of [...messages.values()].toReversed()) {
      const label = out?.choices?.find((choice) => choice.id === id)?.label;
      if (label !== undefined) return label;
    }
    return id;
  }

  function settle(id, state) {
    const message = messages.get(id);
    if (message === undefined) return;
    message.state = state;
    const item = list.querySelector(`[data-act="${CSS.escape(id)}"]`);
    if (item !== null) markMine(item, state);
    showStatus();
  }

  /** `clock` while the service does not have everything yet, `tick` when it has, nothing at the start. */
  function markOf() {
    const states = [...messages.values()].filter(({ said }) => said).map(({ state }) => state);
    if (states.includes('clock')) return 'clock';
    return states.length > 0 ? 'tick' : '';
  }

  function showStatus() {
    const role = isOfficer ? words.petugas : words.warga;
    const mark = { clock: ` · 🕓 ${words.menunggu}`, tick: ` · ✓ ${words.diterima}`, '': '' }[markOf()];
    const status = section.classList.contains('offline') ? words.tanpa_jaringan : `${role}${mark}`;
    const line = section.querySelector('.who small');
    if (line.textContent !== status) line.textContent = status;
    onChange(markOf());
  }

  section.setAttribute('aria-label', titleOf(person));
  section.querySelector('h2').textContent = titleOf(person);
  section.querySelector('.avatar').textContent = titleOf(person).at(0) + person.replace(/\D/gu, '');
  section.querySelector('.look select').addEventListener('change', (event) => {
    look = event.target.value;
    list.replaceChildren(...[...messages.values()].map(draw));
    showNewest();
  });
  fillHint(section.querySelector('.hint'), isOfficer, (text) => void say({ text }));
  wireComposer(section, person, (act) => void say(act));
  showStatus();

  return {
    person,
    section,
    showNewest,
    /** Takes in what happened, from the stream. */
    take(happening) {
      if (happening.received !== undefined) settle(happening.received, 'tick');
      else add({ ...happening, state: 'clock' });
    },
  };
}

/** "Warga 1" of `warga1`. */
export function titleOf(person) {
  const [, name = person, number = ''] = /^([a-z]+)(\d*)$/u.exec(person) ?? [];
  return `${name[0].toUpperCase()}${name.slice(1)} ${number}`.trim();
}

function contactOf(person) {
  const number = people.includes(person) ? people.indexOf(person) : Number(person.replace(/\D/gu, '')) + people.length;
  return { contact: `+6281234560${String(number + 1).padStart(3, '0')}` };
}

/** What an empty phone says: words to begin with, ready to be pressed. */
function fillHint(hint, isOfficer, say) {
  hint.querySelector('p').textContent = isOfficer ? words.mulai_petugas : words.mulai_warga;
  const openers = (isOfficer ? words.pembuka_petugas : words.pembuka_warga).split(',').map((text) => text.trim());
  hint.querySelector('.choices').append(...openers.map((text) => button(text, () => say(text))));
}

function wireComposer(section, person, say) {
  const form = section.querySelector('.say');
  const attach = section.querySelector('.attach');
  const more = section.querySelector('.more');
  const show = (isShown) => {
    attach.hidden = !isShown;
    more.setAttribute('aria-expanded', String(isShown));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (text === '') return;
    form.elements.text.value = '';
    say({ text });
  });
  more.addEventListener('click', () => show(attach.hidden));
  const acts = { photo: { photo: 'contoh.jpg' }, location: { location: samplePlace }, contact: contactOf(person) };
  attach.addEventListener('click', (event) => {
    const act = acts[event.target.dataset.act];
    if (act === undefined) return;
    show(false);
    form.elements.text.focus();
    say(act);
  });
}
