// The phones of the try-out page: draws bubbles from the stream, sends what a person does, repeats it when the
// network failed (the id makes a repetition harmless).
const { words, people } = JSON.parse(document.getElementById('isi').textContent);
const template = document.getElementById('telepon');
const phones = new Map();
const retryMs = 2000;
const ledgerMs = 1500;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' });

function addPhone(person) {
  const section = template.content.firstElementChild.cloneNode(true);
  const phone = { person, section, talk: section.querySelector('.talk'), look: 'buttons', bubbles: [] };
  section.querySelector('strong').textContent = title(person);
  section.querySelector('small').textContent = person.startsWith('petugas') ? words.petugas : words.warga;
  section.querySelector('.avatar').textContent = title(person).at(0) + person.replace(/\D/g, '');
  section.querySelector('.look select').addEventListener('change', (event) => {
    phone.look = event.target.value;
    redraw(phone);
  });
  wireComposer(phone);
  phones.set(person, phone);
  document.getElementById('telepon-telepon').append(section);
  const tab = element('button', '', title(person));
  tab.type = 'button';
  tab.addEventListener('click', () => show(person));
  phone.tab = tab;
  document.getElementById('daftar-telepon').append(tab);
  return phone;
}

function title(person) {
  return person.replace(/^([a-z])([a-z]*)(\d*)$/, (_all, first, rest, number) =>
    `${first.toUpperCase()}${rest} ${number}`.trim(),
  );
}

function show(person) {
  for (const phone of phones.values()) {
    phone.section.classList.toggle('shown', phone.person === person);
    phone.tab.classList.toggle('shown', phone.person === person);
    if (phone.person === person) phone.tab.classList.remove('unread');
  }
}

function wireComposer(phone) {
  const form = phone.section.querySelector('.say');
  const attach = phone.section.querySelector('.attach');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (text === '') return;
    form.elements.text.value = '';
    void say(phone, { text });
  });
  phone.section.querySelector('.more').addEventListener('click', () => {
    attach.hidden = !attach.hidden;
  });
  attach.addEventListener('click', (event) => {
    const act = event.target.dataset.act;
    if (act === undefined) return;
    attach.hidden = true;
    if (act === 'photo') void say(phone, { photo: 'contoh.jpg' });
    if (act === 'location') void say(phone, { location: { lat: -3.0019, lon: 106.4581 } });
    if (act === 'contact') void say(phone, { contact: `+62812345600${String(people.indexOf(phone.person) + 10)}` });
  });
}

/** Sends until the service says that it has it; meanwhile the bubble shows a clock. */
async function say(phone, act) {
  const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  for (;;) {
    try {
      const answer = await fetch('/coba/kirim', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ person: phone.person, id, act }),
      });
      if (answer.status < 500) return;
    } catch {
      phone.section.classList.add('offline');
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

function receive(bubble) {
  const phone = phones.get(bubble.person) ?? addPhone(bubble.person);
  phone.section.classList.remove('offline');
  phone.bubbles.push(bubble);
  draw(phone, bubble);
  if (!phone.section.classList.contains('shown')) phone.tab.classList.add('unread');
}

function redraw(phone) {
  phone.talk.replaceChildren();
  for (const bubble of phone.bubbles) draw(phone, bubble);
}

function draw(phone, bubble) {
  const item = element('li', bubble.out ? 'theirs' : 'mine');
  if (bubble.out) drawService(phone, item, bubble);
  else item.append(element('p', '', saidText(phone, bubble.said)));
  const foot = element('small', 'foot', clock.format(bubble.at));
  if (bubble.out) item.dataset.delivery = bubble.deliveryId;
  else foot.append(element('span', 'tick', ' ✓'));
  item.append(foot);
  phone.talk.append(item);
  phone.talk.scrollTop = phone.talk.scrollHeight;
}

function drawService(phone, item, { out }) {
  const choices = out.choices ?? [];
  const numbered = phone.look === 'numbers' && choices.length > 0;
  const lines = choices.map((choice, index) => (out.unnumbered ? choice.label : `${index + 1} ${choice.label}`));
  if (out.image) item.append(element('p', 'file', `🖼 ${words.gambar}`));
  item.append(element('p', '', numbered ? `${out.text}\n${lines.join('\n')}` : out.text));
  if (phone.look === 'buttons') {
    const row = element('div', 'choices');
    for (const choice of choices) {
      const button = element('button', '', choice.label);
      button.type = 'button';
      button.addEventListener('click', () => void say(phone, { tap: choice.id }));
      row.append(button);
    }
    if (out.offer === 'contact') row.append(offerButton(phone));
    if (row.childElementCount > 0) item.append(row);
  }
}

function offerButton(phone) {
  const button = element('button', '', words.nomor_saya);
  button.type = 'button';
  button.addEventListener('click', () => phone.section.querySelector('[data-act=contact]').click());
  return button;
}

/** What a person did, in words; a tap shows the label of its button. */
function saidText(phone, said) {
  if (said.text !== undefined) return said.text;
  if (said.tap !== undefined) {
    const choices = phone.bubbles.flatMap((bubble) => bubble.out?.choices ?? []);
    return choices.findLast((choice) => choice.id === said.tap)?.label ?? said.tap;
  }
  if (said.photo !== undefined) return `🖼 ${said.photo}`;
  if (said.location !== undefined) return `📍 ${said.location.lat}, ${said.location.lon}`;
  if (said.contact !== undefined) return `☎ ${said.contact}`;
  return JSON.stringify(said);
}

async function drawLedgers() {
  for (const phone of phones.values()) {
    if (phone.section.offsetParent !== null) drawLedger(phone, await fetchJson(`/coba/kiriman/${phone.person}`));
  }
}

async function fetchJson(path) {
  const answer = await fetch(path);
  return answer.json();
}

/** The states of one person's deliveries: beside each bubble, and as a list for whoever opens it. */
function drawLedger(phone, lines) {
  const box = phone.section.querySelector('.ledger');
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const item of phone.talk.querySelectorAll('[data-delivery]')) markState(item, byId.get(item.dataset.delivery));
  const open = lines.filter((line) => !['sent', 'cancelled', 'skipped', 'expired'].includes(line.state)).length;
  box.querySelector('summary').textContent =
    open > 0 ? `${words.kiriman} (${open} ${words.belum_sampai})` : words.kiriman;
  box
    .querySelector('ol')
    .replaceChildren(...lines.map((line) => element('li', `state-${line.state}`, ledgerText(line))));
}

function ledgerText({ dueAt, kind, state, attempts }) {
  const again = attempts > 1 ? ` (${attempts}×)` : '';
  return `${clock.format(dueAt)} ${words[`kelas_${kind}`] ?? kind}: ${words[`keadaan_${state}`] ?? state}${again}`;
}

function markState(item, line) {
  if (line === undefined) return;
  const foot = item.querySelector('.foot');
  const text = words[`keadaan_${line.state}`] ?? line.state;
  if (item.dataset.state === line.state) return;
  item.dataset.state = line.state;
  foot.querySelector('.state')?.remove();
  foot.append(element('span', `state state-${line.state}`, ` · ${text}`));
}

function wireFaults() {
  const form = document.getElementById('gangguan');
  form.addEventListener('change', () => {
    const faults = {
      latencyMs: Number(form.elements.latencyMs.value),
      send: form.elements.send.value,
      duplicate: form.elements.duplicate.checked,
      reorder: form.elements.reorder.checked,
    };
    void fetch('/coba/gangguan', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(faults),
    });
  });
}

for (const person of people) addPhone(person);
show(people[0]);
wireFaults();
const stream = new EventSource('/coba/aliran');
stream.addEventListener('message', (event) => receive(JSON.parse(event.data)));
setInterval(() => void drawLedgers().catch(() => {}), ledgerMs);
