// Where a person writes, and what can be sent besides words.
import { samplePicture } from './sample-picture.js';
import { upload } from './server.js';

/** A place in Toboali, for who has no map at hand. */
const samplePlace = { lat: -3.0019, lon: 106.4581 };

/** Calls `say` with each act; `contact` is the act that hands over the own number, `refuse` hears of files that are too large. */
export function wireComposer(section, { contact, say, refuse }) {
  const form = section.querySelector('.say');
  const attach = section.querySelector('.attach');
  const more = section.querySelector('.more');
  const acts = { location: { location: samplePlace }, contact };
  const show = (isShown) => {
    attach.hidden = !isShown;
    more.setAttribute('aria-expanded', String(isShown));
  };
  /** What stands in the line goes with it. */
  const sendFile = async (file) => {
    const key = await upload(file);
    if (key === null) {
      refuse(file.name);
      return;
    }
    const text = form.elements.text.value.trim();
    form.elements.text.value = '';
    const caption = text === '' ? {} : { caption: text };
    say(file.type.startsWith('image/') ? { photo: key, ...caption } : { document: key, ...caption });
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
    const { act: name } = target.dataset;
    if (name === undefined) return;
    show(false);
    if (name === 'photo') void samplePicture().then(sendFile);
    else say(acts[name]);
    form.elements.text.focus();
  });
  attach.querySelector('input').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    target.value = '';
    show(false);
    if (file !== undefined) void sendFile(file);
  });
}
