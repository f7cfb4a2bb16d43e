// The messages of one phone, in the order they came.
import { drawMine, drawService, markMine } from './bubble.js';

/** Draws into a phone; `on` says what becomes of a tapped choice (`tap`) and of the own number (`contact`). */
export function createChat(section, on) {
  const talk = section.querySelector('.talk');
  const list = talk.querySelector('ol');
  /** By act or delivery. */
  const messages = new Map();
  let look = 'buttons';

  const draw = (message) => (message.said ? drawMine(message, labelOf) : drawService(message, look, on));
  const showNewest = () => {
    if (messages.size > 0) talk.scrollTop = talk.scrollHeight;
  };

  /** The label of a choice that was tapped, on whatever message it stood. */
  function labelOf(id) {
    const choices = [...messages.values()].flatMap(({ out }) => out?.choices ?? []);
    return choices.findLast((choice) => choice.id === id)?.label ?? id;
  }

  new ResizeObserver(showNewest).observe(talk);

  return {
    showNewest,
    /** What is there already is not added again. */
    add(message) {
      const key = message.act ?? `${message.deliveryId}.${message.seq}`;
      if (messages.has(key)) return;
      messages.set(key, message);
      section.querySelector('.hint').hidden = true;
      list.append(draw(message));
      showNewest();
    },
    /** Something that the phone could not send. */
    refuse(act, said) {
      this.add({ said, act, at: Date.now(), state: 'refused' });
    },
    /** What became of something the person did: `tick` or `refused`. */
    settle(act, state) {
      const message = messages.get(act);
      if (message === undefined) return;
      message.state = state;
      markMine(list.querySelector(`[data-act="${CSS.escape(act)}"]`), state);
    },
    setLook(chosen) {
      look = chosen;
      list.replaceChildren(...[...messages.values()].map(draw));
      showNewest();
    },
    /** `clock` while the service does not have everything yet, `tick` when it has, `none` before the first word. */
    mark() {
      const states = [...messages.values()].filter(({ said }) => said).map(({ state }) => state);
      if (states.includes('clock')) return 'clock';
      return states.length > 0 ? 'tick' : 'none';
    },
  };
}
