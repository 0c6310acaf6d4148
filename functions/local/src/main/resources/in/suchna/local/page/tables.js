/** A table's newest rows, as plainly as they stand. */
import { fetchJson, make, momentOf } from './sheets.js';

const FIRST = ['reference', 'tip', 'id', 'unit', 'alert', 'kind', 'type', 'priority', 'status', 'state', 'category',
  'thana', 'text', 'payload', 'what', 'content', 'officer', 'name'];
const LAST = ['expires', 'due', 'dueAt', 'version', 'aliases', 'original', 'address'];
const QUIET = 400;
const MOST_LETTERS = 90;

const tabs = document.getElementById('table-names');
const rows = document.getElementById('rows');
let names = [];
let current = sessionStorage.getItem('suchna-table') ?? 'Tips';
let opened = new Set();
let waiting = 0;
const touched = new Set();

const rank = (column) => {
  const first = FIRST.indexOf(column);
  if (first >= 0) return first;
  const last = LAST.indexOf(column);
  return last >= 0 ? 1000 + last : 500;
};

function drawTabs() {
  tabs.replaceChildren(...names.map((name) => make('button', {
    type: 'button', 'data-table': name, 'aria-pressed': String(name === current), class: touched.has(name) ? 'touched' : '',
    text: name, on: { click: () => choose(name) },
  })));
}

async function choose(name) {
  current = name;
  sessionStorage.setItem('suchna-table', name);
  opened = new Set();
  await load();
}

const isMoment = (column, value) => typeof value === 'number' && value > 1e12 && value < 1e13 && /At$|Since$|Until$|^at$/.test(column);
const isEnd = (column, value) => column === 'expires' && typeof value === 'number';
const isHash = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{43}/.test(value);

function cell(column, value) {
  if (value === undefined || value === null) return make('td', { class: 'none', text: '–' });
  if (isMoment(column, value)) return make('td', {}, make('time', { text: momentOf(value), title: String(value) }));
  if (isEnd(column, value)) return make('td', { text: momentOf(value * 1000), title: String(value) });
  if (typeof value === 'number') return make('td', { class: 'number', text: String(value) });
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (/^sealed, /.test(text)) return make('td', {}, make('span', { class: 'seal', text: `🔒 ${text.slice(8)}` }));
  if (column === 'priority') return make('td', {}, make('span', { class: `chip ${text.toLowerCase()}`, text }));
  if (isHash(text)) return make('td', { class: 'hash', text: `${text.slice(0, 8)}…`, title: text });
  const short = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  return make('td', { class: text.length > 24 ? 'long' : '', dir: 'auto', text: short });
}

function pretty(value) {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, null, 2);
  const text = String(value);
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function details(row, columns) {
  const list = make('dl');
  for (const column of columns.filter((name) => row[name] !== undefined)) {
    const moment = isMoment(column, row[column]) ? `${momentOf(row[column])} (${row[column]})` : pretty(row[column]);
    list.append(make('dt', { text: column }), make('dd', { dir: 'auto', text: moment }));
  }
  return make('tr', { class: 'details' }, make('td', { colspan: columns.length + 1 }, list));
}

function draw(fetched) {
  if (fetched.length === 0) {
    rows.replaceChildren(make('p', { class: 'empty-pane', text: `${current} is empty.` }));
    return;
  }
  const columns = [...new Set(fetched.flatMap(Object.keys))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const body = make('tbody');
  for (const row of fetched) {
    const key = [row.reference, row.id, row.tip, row.alert, row.unit, row.shift].filter(Boolean).join('/');
    body.append(...drawRow(row, key, columns));
  }
  rows.replaceChildren(make('table', {},
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, make('span', { class: 'visually-hidden', text: 'Whole row' })),
      ...columns.map((column) => make('th', { scope: 'col', text: column })))), body));
}

function drawRow(row, key, columns) {
  const more = details(row, columns);
  more.hidden = !opened.has(key);
  const opener = make('button', {
    type: 'button', class: 'open-row', 'aria-label': 'Whole row', 'aria-expanded': String(!more.hidden), text: '›',
    on: {
      click: () => {
        more.hidden = !more.hidden;
        opener.setAttribute('aria-expanded', String(!more.hidden));
        if (more.hidden) opened.delete(key);
        else opened.add(key);
      },
    },
  });
  return [make('tr', {}, make('td', {}, opener), ...columns.map((column) => cell(column, row[column]))), more];
}

async function load() {
  touched.delete(current);
  drawTabs();
  const name = current;
  const fetched = await fetchJson(`/page/tables/${encodeURIComponent(name)}`);
  if (name === current) draw(fetched);
}

export async function loadTables() {
  names = await fetchJson('/page/tables');
  if (!names.includes(current)) current = names[0] ?? '';
  if (current) await load();
}

/** A table changed; a burst of changes is one look. */
export function hearTable(name) {
  if (name !== current) {
    if (!touched.has(name)) { touched.add(name); drawTabs(); }
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(load, QUIET);
}
