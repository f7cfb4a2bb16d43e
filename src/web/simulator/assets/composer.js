// Where a person writes, and what can be sent besides words.

/** A place in Toboali, for who has no map at hand. */
const samplePlace = { lat: -3.0019, lon: 106.4581 };

/** Calls `say` with each act; `contact` is the act that hands over the own number. */
export function wireComposer(section, contact, say) {
  const form = section.querySelector('.say');
  const attach = section.querySelector('.attach');
  const more = section.querySelector('.more');
  const acts = { photo: { photo: 'contoh.jpg' }, location: { location: samplePlace }, contact };
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
  attach.addEventListener('click', ({ target }) => {
    const act = acts[target.dataset.act];
    if (act === undefined) return;
    show(false);
    form.elements.text.focus();
    say(act);
  });
}
