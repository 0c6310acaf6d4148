/** The officers' SMS, a stack for each number, the number that got the newest first. */
import { fetchJson, make, momentOf } from './sheets.js';

const list = document.getElementById('sms');
const count = document.getElementById('sms-count');
let inbox = [];
let names = new Map();

function draw(freshId) {
  count.textContent = inbox.length ? String(inbox.length) : '';
  if (inbox.length === 0) {
    list.replaceChildren(make('p', { class: 'empty-pane', text: 'No SMS yet. An urgent tip wakes the officers on call.' }));
    return;
  }
  const numbers = new Map();
  for (const sms of inbox) numbers.set(sms.phone, [sms, ...(numbers.get(sms.phone) ?? [])]);
  const newestFirst = [...numbers].sort(([, a], [, b]) => b[0].at - a[0].at);
  list.replaceChildren(...newestFirst.map(([phone, messages]) => make('section', { class: 'handset', 'aria-label': `SMS to ${phone}` },
    make('header', {}, make('strong', { text: names.get(phone) ?? 'Officer' }), make('span', { class: 'aside', text: phone }),
      make('button', { type: 'button', class: 'to-phone', text: 'WhatsApp', 'aria-label': `WhatsApp of ${names.get(phone) ?? phone}`, on: { click: () => open(phone) } })),
    ...messages.slice(0, 50).map((sms) => make('article', { class: `sms-item${sms.id === freshId ? ' fresh' : ''}`, 'data-id': sms.id },
      make('p', { class: 'sms-head' }, make('span', { text: sms.sender }), make('time', {
        datetime: new Date(sms.at).toISOString(), text: momentOf(sms.at) })),
      make('p', {}, ...withLinks(sms.text)))))));
}

function open(phone) {
  document.querySelector('.views [data-view="phone"]').click();
  document.dispatchEvent(new CustomEvent('suchna-officer', { detail: phone }));
}

/** The text, with an officer's link made one that leads to this stack, whatever host stands in it. */
function withLinks(text) {
  return text.split(/((?:https?:\/\/)?[A-Za-z0-9.:-]+\/a\/[A-Za-z0-9]+)/).map((part, i) => (i % 2 === 0 ? part
    : make('a', { href: part.slice(part.indexOf('/a/')), target: '_blank', rel: 'noopener', text: part })));
}

async function loadNames() {
  try {
    const roster = await fetchJson('/page/tables/Roster');
    names = new Map(roster.map((row) => [row.number, row.name]));
  } catch {
    names = new Map();
  }
}

export async function loadSms() {
  await loadNames();
  inbox = await fetchJson('/page/sms');
  draw();
}

export async function hearSms(sms) {
  if (inbox.some((known) => known.id === sms.id)) return;
  inbox.push(sms);
  if (!names.has(sms.phone)) await loadNames();
  draw(sms.id);
}
