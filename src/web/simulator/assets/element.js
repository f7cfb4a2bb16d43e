/** A new element; what stands in it is text, never markup. */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A button that does something when it is pressed. */
export function button(label, onPress) {
  const made = element('button', '', label);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}

const hours = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' });

/** A time of day as it stands under a message. */
export function timeOfDay(at) {
  return hours.format(at);
}
