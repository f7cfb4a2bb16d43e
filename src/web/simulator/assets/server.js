// The page's side of the wire: acts go out until the service has them, happenings come in without gaps.

const retryMs = 2000;

/** Fetches JSON; rejects when the network or the service fails. */
export async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Posts JSON; resolves with the status. */
export async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.status;
}

/** Puts a file into the phones' memory; resolves with its key there, null when it is too large. */
export async function upload(file) {
  const answer = await fetch(`/coba/berkas?nama=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
  if (!answer.ok) return null;
  return (await answer.json()).key;
}

/**
 * What one person sends. Acts go out side by side; after a failure each waits for the one before it, so that nothing
 * changes its order while the network is away. The id makes a repetition harmless.
 */
export function createOutbox(person, onNetwork) {
  let line = Promise.resolve();
  let waiting = 0;

  async function attempt(id, act) {
    try {
      const status = await post('/coba/kirim', { person, id, act });
      if (status >= 500) return null;
      onNetwork(true);
      return status < 400;
    } catch {
      onNetwork(false);
      return null;
    }
  }

  /** Resolves with true when the service has it, with false when it can never take it. */
  return async function send(id, act) {
    const first = waiting === 0 ? await attempt(id, act) : null;
    if (first !== null) return first;
    waiting += 1;
    const turn = persist(line, id, act);
    line = turn;
    const taken = await turn;
    waiting -= 1;
    return taken;
  };

  async function persist(before, id, act) {
    await before;
    for (;;) {
      const taken = await attempt(id, act);
      if (taken !== null) return taken;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/** An id that no other act has; works on pages without https too. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls back for everything that happens, from the beginning, once and in order, over every break of the network. */
export function follow(onHappening) {
  let last = 0;
  const open = () => {
    const stream = new EventSource(`/coba/aliran?sejak=${last}`);
    stream.addEventListener('message', (event) => {
      const happening = JSON.parse(event.data);
      if (happening.seq <= last) return;
      last = happening.seq;
      onHappening(happening);
    });
    stream.addEventListener('error', () => {
      // A browser that gave up; one that is still trying is left alone.
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, retryMs);
    });
  };
  open();
}
