/** The phone: a citizen's or an officer's, the chat, and what its holder does in it. */
import { drawBubble } from './bubble.js';
import { dayOf, fetchJson, make, offerPlaces, offerRows } from './sheets.js';

const TYPING_ENDS = 25_000;

const list = document.getElementById('people');
const officer = document.getElementById('officer');
const chat = document.getElementById('chat');
const status = document.getElementById('chat-status');
const message = document.getElementById('message');
const send = document.getElementById('send');
const voice = document.getElementById('voice');

let people = [];
let current = sessionStorage.getItem('suchna-person') ?? '';
let bubbles = new Map();
let typingTimer = 0;
let editing = null;
const unseen = new Set();

const address = (rest) => `/page/people/${encodeURIComponent(current)}/${rest}`;

async function post(rest, body, headers = {}) {
  const answer = await fetch(address(rest), { method: 'POST', body, headers });
  if (!answer.ok) status.textContent = `That could not be sent (${answer.status}).`;
}

const say = (what) => post('say', JSON.stringify(what), { 'Content-Type': 'application/json' });

const act = {
  button: (bubble, reply) => say({ type: 'button', to: bubble.id, id: reply.id, title: reply.title }),
  list: (bubble, action) => offerRows(action, (row) => say({ type: 'row', to: bubble.id, ...row })),
  quick: (bubble, payload, title) => say({ type: 'quick', to: bubble.id, payload, title }),
  place: () => offerPlaces((place) => say({ type: 'location', ...place })),
  react: (bubble, emoji) => say({ type: 'reaction', to: bubble.id, emoji }),
  revoke: (bubble) => say({ type: 'revoke', to: bubble.id }),
  edit: (bubble) => {
    editing = bubble.id;
    message.value = bubble.message.text.body;
    status.textContent = 'editing; Escape leaves it as it was';
    grow();
    message.focus();
  },
};

// ---- whose phone

/** What WhatsApp tells the police of this person. */
function describe(person) {
  if (person.officer) return `An officer of the roster, +${person.phone}. Buttons answer a call; “ACK” and a tip's number, or “tip …”, do too.`;
  if (!person.phone) return `WhatsApp hides the number; tells ${person.username ?? 'a user id'} only.`;
  const number = `+${person.phone}`;
  if (!person.userId) return `WhatsApp tells ${number}, no user id, as in older days.`;
  return `WhatsApp tells ${number} and a user id${person.username ? `, and ${person.username}` : ''}.`;
}

function drawPeople() {
  list.replaceChildren(...people.filter((person) => !person.officer).map((person) => make('button', {
    type: 'button',
    class: 'person',
    'data-person': person.key,
    'aria-pressed': String(person.key === current),
    on: { click: () => choose(person.key) },
  },
  make('span', { class: 'face', 'aria-hidden': 'true', text: [...person.name.replace('+', '')][0] }),
  make('strong', { text: person.name }),
  unseen.has(person.key) ? make('span', { class: 'unseen', role: 'img', 'aria-label': 'new messages' }) : null)));
  drawOfficers();
  const shown = people.find((person) => person.key === current);
  document.getElementById('whose').textContent = shown ? describe(shown) : '';
}

/** Those who were just called stand first. */
function drawOfficers() {
  const officers = people.filter((person) => person.officer);
  document.getElementById('officers').hidden = officers.length === 0;
  const called = officers.filter((person) => unseen.has(person.key));
  const option = (person) => make('option', { value: person.key, text: `${person.name} (${person.key})` });
  officer.replaceChildren(
    make('option', { value: '', text: called.length ? `● ${called.length} with new messages` : 'Choose an officer' }),
    ...(called.length ? [make('optgroup', { label: 'New messages' }, ...called.map(option))] : []),
    make('optgroup', { label: 'Roster' }, ...officers.filter((person) => !unseen.has(person.key)).map(option)));
  officer.value = officers.some((person) => person.key === current) ? current : '';
  officer.classList.toggle('has-news', called.length > 0);
}

officer.addEventListener('change', () => { if (officer.value) choose(officer.value); });
document.addEventListener('suchna-officer', (event) => {
  const person = people.find((known) => known.officer && `+${known.phone}` === event.detail);
  if (person) choose(person.key);
});

async function choose(key) {
  current = key;
  sessionStorage.setItem('suchna-person', key);
  unseen.delete(key);
  resting();
  drawPeople();
  const fetched = await fetchJson(address('chat'));
  if (current !== key) return;
  bubbles = new Map(fetched.map((bubble) => [bubble.id, bubble]));
  drawChat();
}

export async function loadPeople() {
  people = await fetchJson('/page/people');
  if (!people.some((person) => person.key === current)) current = people[0]?.key ?? '';
  if (current) await choose(current);
}

// ---- the chat

function drawChat() {
  chat.replaceChildren();
  let lastDay = '';
  for (const bubble of bubbles.values()) {
    if (dayOf(bubble.at) !== lastDay) {
      lastDay = dayOf(bubble.at);
      chat.append(make('p', { class: 'day', text: lastDay }));
    }
    chat.append(drawBubble(bubble, act));
  }
  if (bubbles.size === 0) chat.append(people.find((person) => person.key === current)?.officer ? onDuty() : welcome());
  toEnd();
  tellOpened();
}

function welcome() {
  return make('div', { class: 'empty' },
    make('p', { text: '🔒 Messages here go to the police of an invented district, on this machine only.' }),
    make('p', { class: 'aside', text: 'Write as a citizen would, in any language. “नमस्ते” greets; “गली में चाकू लेकर मार रहे हैं” is urgent.' }));
}

function onDuty() {
  return make('div', { class: 'empty' },
    make('p', { text: '👮 When an urgent tip calls this officer, the call comes here beside the SMS, with two buttons.' }),
    make('p', { class: 'aside', text: 'Only who is on call now is called; the SMS list says who was.' }));
}

function toEnd() {
  chat.scrollTop = chat.scrollHeight;
}

new ResizeObserver(toEnd).observe(chat);

function tellOpened() {
  const unread = [...bubbles.values()].some((bubble) => !bubble.mine && bubble.tick === 'delivered');
  if (unread && !document.hidden && chat.offsetParent) post('opened');
}

document.addEventListener('visibilitychange', tellOpened);
document.addEventListener('suchna-view', () => { toEnd(); tellOpened(); });

/** A message came, went or changed on some phone. */
export function hearBubble({ person, bubble }) {
  if (!people.some((known) => known.key === person)) {
    fetchJson('/page/people').then((fetched) => { people = fetched; unseen.add(person); drawPeople(); });
    return;
  }
  if (person !== current) {
    if (!bubble.mine) { unseen.add(person); drawPeople(); }
    return;
  }
  if (!bubble.mine && !bubbles.has(bubble.id)) resting();
  const isNew = !bubbles.has(bubble.id);
  bubbles.set(bubble.id, bubble);
  const drawn = chat.querySelector(`[data-id="${CSS.escape(bubble.id)}"]`);
  if (isNew && bubbles.size === 1) {
    drawChat();
  } else if (drawn) {
    drawn.replaceWith(drawBubble(bubble, act));
  } else {
    chat.append(drawBubble(bubble, act));
    toEnd();
  }
  if (isNew) tellOpened();
}

/** The police are writing to somebody. */
export function hearTyping({ person }) {
  if (person !== current) return;
  status.textContent = 'typing…';
  status.classList.add('typing');
  clearTimeout(typingTimer);
  typingTimer = setTimeout(resting, TYPING_ENDS);
}

function resting() {
  clearTimeout(typingTimer);
  status.classList.remove('typing');
  status.textContent = 'answers at once, day and night';
}

// ---- writing

function grow() {
  message.style.height = 'auto';
  message.style.height = `${Math.min(message.scrollHeight, 132)}px`;
  const empty = message.value.trim() === '';
  message.style.overflowY = message.scrollHeight > 132 ? 'auto' : 'hidden';
  send.hidden = empty;
  voice.hidden = !empty;
}

function submit() {
  const body = message.value.trim();
  if (body === '') return;
  message.value = '';
  grow();
  if (editing) say({ type: 'edit', to: editing, body });
  else say({ type: 'text', body });
  editing = null;
  resting();
}

message.addEventListener('input', grow);
message.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape' && editing) {
    editing = null;
    message.value = '';
    grow();
    resting();
  }
});
document.getElementById('composer').addEventListener('submit', (event) => { event.preventDefault(); submit(); });
voice.addEventListener('click', () => post('voice'));

// ---- attaching

const attach = document.getElementById('attach');
const menu = document.getElementById('attach-menu');

function open(isOpen) {
  menu.hidden = !isOpen;
  attach.setAttribute('aria-expanded', String(isOpen));
  if (isOpen) menu.querySelector('button').focus();
}

attach.addEventListener('click', () => open(menu.hidden));
document.addEventListener('click', (event) => {
  if (!event.target.closest('.attach')) open(false);
});
menu.addEventListener('keydown', (event) => {
  const entries = [...menu.querySelectorAll('button')];
  const at = entries.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    entries[(at + step + entries.length) % entries.length].focus();
  } else if (event.key === 'Escape') {
    open(false);
    attach.focus();
  }
});

const sendFile = (file, type) => post('file', file, {
  'Content-Type': file.type || 'application/octet-stream',
  'X-File-Name': encodeURIComponent(file.name ?? ''),
  ...(type ? { 'X-Message-Type': type } : {}),
  'X-Caption': type === 'sticker' ? '' : encodeURIComponent(takeCaption()),
});

/** Words that stand in the box when a file is chosen go along as its caption. */
function takeCaption() {
  const caption = message.value.trim();
  message.value = '';
  grow();
  return caption;
}

/** A picture drawn here, so that a photo can be sent without one at hand. */
function drawn(width, height, mime, paint) {
  const canvas = make('canvas', { width, height });
  paint(canvas.getContext('2d'), width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, mime, 0.86));
}

function paintStreet(pen, width, height) {
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#2b3a55');
  sky.addColorStop(1, '#d98c4a');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#1d2430';
  [[20, 150, 120], [150, 110, 90], [250, 170, 150], [410, 130, 110], [530, 160, 100]].forEach(([x, top, w]) =>
    pen.fillRect(x, top, w, height - top));
  pen.fillStyle = '#10151d';
  pen.fillRect(0, height - 70, width, 70);
  pen.fillStyle = '#f6d68a';
  [[50, 190], [90, 240], [180, 160], [290, 220], [340, 260], [450, 180], [570, 210]].forEach(([x, y]) => pen.fillRect(x, y, 18, 22));
}

function paintFlower(pen, width, height) {
  pen.translate(width / 2, height / 2);
  pen.fillStyle = '#e79a3c';
  for (let petal = 0; petal < 8; petal++) {
    pen.rotate(Math.PI / 4);
    pen.beginPath();
    pen.ellipse(0, 70, 30, 62, 0, 0, Math.PI * 2);
    pen.fill();
  }
  pen.fillStyle = '#7a4a16';
  pen.beginPath();
  pen.arc(0, 0, 40, 0, Math.PI * 2);
  pen.fill();
}

const attaching = {
  photo: () => document.getElementById('photo-file').click(),
  document: () => document.getElementById('document-file').click(),
  location: () => act.place(),
  sample: async () => sendFile(await drawn(640, 400, 'image/jpeg', paintStreet), 'image'),
  sticker: async () => sendFile(await drawn(320, 320, 'image/webp', paintFlower), 'sticker'),
  contact: () => say({ type: 'contact', name: 'Mangal Das', number: '+91 55550 19999' }),
  poll: () => say({ type: 'unsupported', what: 'poll' }),
};

menu.addEventListener('click', (event) => {
  const choice = event.target.closest('button')?.dataset.attach;
  if (!choice) return;
  open(false);
  attaching[choice]();
});

for (const [id, type] of [['photo-file', ''], ['document-file', 'document']]) {
  document.getElementById(id).addEventListener('change', (event) => {
    for (const file of event.target.files) sendFile(file, type);
    event.target.value = '';
  });
}

grow();
