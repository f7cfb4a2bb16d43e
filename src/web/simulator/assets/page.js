// The try-out page: the phones side by side, one at a time where there is no room.
import { element } from './element.js';
import { wireFaults } from './faults.js';
import { people, words } from './given.js';
import { drawLedger } from './ledger.js';
import { createPhone, titleOf } from './phone.js';
import { follow, read } from './server.js';

const ledgerMs = 1500;
const phones = new Map();
const tabs = document.querySelector('.tabs');

function addPhone(person) {
  const tab = element('button', '', titleOf(person));
  tab.type = 'button';
  tab.append(element('span', 'mark'));
  tab.addEventListener('click', () => show(person));
  tabs.append(tab);
  const phone = createPhone(person, (mark) => {
    tab.querySelector('.mark').textContent = { clock: ' 🕓', tick: ' ✓', none: '' }[mark];
  });
  document.querySelector('.phones').append(phone.section);
  phone.section.querySelector('.ledger').addEventListener('toggle', () => void refresh(phone).catch(() => {}));
  phones.set(person, { ...phone, tab });
  return phones.get(person);
}

function show(person) {
  for (const phone of phones.values()) {
    const isShown = phone.person === person;
    phone.section.classList.toggle('shown', isShown);
    phone.tab.classList.toggle('shown', isShown);
    phone.tab.setAttribute('aria-pressed', String(isShown));
    if (isShown) phone.tab.classList.remove('unread');
  }
  const { section, tab, showNewest } = phones.get(person);
  for (const shown of [tab, section]) shown.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  showNewest();
}

function take(happening) {
  const phone = phones.get(happening.person) ?? addPhone(happening.person);
  phone.take(happening);
  if (happening.out && !phone.section.classList.contains('shown')) phone.tab.classList.add('unread');
}

async function refresh({ person, section }) {
  drawLedger(section, await read(`/coba/kiriman/${person}`));
}

/** A page that nobody looks at asks for nothing. */
async function refreshShown() {
  if (document.hidden) return;
  for (const phone of phones.values()) if (phone.section.offsetParent !== null) await refresh(phone);
}

document.querySelector('.add').addEventListener('click', () => {
  const numbers = [...phones.keys()].map((person) => Number(/^warga(\d+)$/u.exec(person)?.[1] ?? 0));
  const person = `warga${Math.max(...numbers) + 1}`;
  addPhone(person);
  show(person);
  phones.get(person).section.querySelector('input').focus();
});

document.title = words.judul;
for (const person of people) addPhone(person);
show(people[0]);
void wireFaults().catch(() => {});
follow(take);
setInterval(() => void refreshShown().catch(() => {}), ledgerMs);
