// What the page carries: its sentences by key, and the people whose phones it shows first.
export const { words, people } = JSON.parse(document.getElementById('given').textContent);
