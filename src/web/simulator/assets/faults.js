// The switches that make things go wrong.
import { post, read } from './server.js';

/** Shows what is switched on in the service, and switches it as the person does. */
export async function wireFaults() {
  const box = document.querySelector('.faults');
  const form = box.querySelector('form');
  const { latencyMs, send, duplicate, reorder } = form.elements;
  const show = () => {
    const isCalm = latencyMs.value === '0' && send.value === 'none' && !duplicate.checked && !reorder.checked;
    box.classList.toggle('on', !isCalm);
  };
  form.addEventListener('change', () => {
    show();
    void post('/coba/gangguan', {
      latencyMs: Number(latencyMs.value),
      send: send.value,
      duplicate: duplicate.checked,
      reorder: reorder.checked,
    });
  });
  const now = await read('/coba/gangguan');
  latencyMs.value = String(now.latencyMs);
  send.value = now.send;
  duplicate.checked = now.duplicate;
  reorder.checked = now.reorder;
  show();
}
