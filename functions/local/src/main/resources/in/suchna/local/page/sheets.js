/** Small builders and dialogs. Text is only ever set as text, never as markup. */

export function make(tag, settings = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name === 'text') node.textContent = value;
    else if (name === 'class') node.className = value;
    else if (name === 'on') Object.entries(value).forEach(([event, act]) => node.addEventListener(event, act));
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const moment = new Intl.DateTimeFormat(undefined, {
  day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const timeOf = (at) => clock.format(at);
export const momentOf = (at) => moment.format(at);

export function dayOf(at) {
  const now = new Date();
  const then = new Date(at);
  return now.toDateString() === then.toDateString() ? 'Today' : day.format(then);
}

document.querySelectorAll('dialog').forEach((dialog) => {
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
});

/** Offers a list's rows; `chosen` gets the row tapped. */
export function offerRows(action, chosen) {
  const dialog = document.getElementById('list-sheet');
  const body = document.getElementById('list-rows');
  document.getElementById('list-title').textContent = action.button;
  body.replaceChildren();
  for (const section of action.sections ?? []) {
    if (section.title) body.append(make('h4', { text: section.title }));
    for (const row of section.rows ?? []) {
      body.append(make('button', {
        type: 'button',
        class: 'sheet-row',
        on: { click: () => { dialog.close(); chosen(row); } },
      }, make('span', { text: row.title }), row.description ? make('small', { text: row.description }) : null));
    }
  }
  dialog.showModal();
}

let places;

/** Offers known places and own coordinates; `chosen` gets {latitude, longitude, name?}. */
export async function offerPlaces(chosen) {
  const dialog = document.getElementById('place-sheet');
  const body = document.getElementById('places');
  places ??= await fetchJson('/page/places.json');
  const send = (place) => { dialog.close(); chosen(place); };
  body.replaceChildren(...places.map((place) => make('button', {
    type: 'button',
    class: 'sheet-row',
    on: { click: () => send(place) },
  }, make('span', { text: place.name }), make('small', { text: `${place.latitude}, ${place.longitude}` }))));
  document.getElementById('place-own').onsubmit = (event) => {
    event.preventDefault();
    send({
      latitude: Number(document.getElementById('latitude').value),
      longitude: Number(document.getElementById('longitude').value),
    });
  };
  dialog.showModal();
}
