/** Holds the three panes together, and listens to what happens. */
import { hearBubble, hearTyping, loadPeople } from './chat.js';
import { hearSms, loadSms } from './sms.js';
import { hearTable, loadTables } from './tables.js';

const live = document.getElementById('live');
const words = document.getElementById('live-words');
const views = document.querySelectorAll('.views button');

function show(view) {
  document.body.dataset.view = view;
  views.forEach((button) => button.setAttribute('aria-current', String(button.dataset.view === view)));
  if (view === 'sms') news(false);
  document.dispatchEvent(new CustomEvent('suchna-view'));
}

function news(isThere) {
  const button = document.querySelector('.views [data-view="sms"]');
  button.classList.toggle('has-news', isThere);
  button.querySelector('.news').hidden = !isThere;
}

views.forEach((button) => button.addEventListener('click', () => show(button.dataset.view)));

function state(name, text) {
  live.dataset.state = name;
  words.textContent = text;
}

const source = new EventSource('/page/live');
// the first word of each connection: whatever was missed is fetched anew
source.addEventListener('hello', () => {
  state('live', 'Live');
  Promise.all([loadPeople(), loadSms(), loadTables()]).catch(() => state('lost', 'Not all could be read'));
});
source.addEventListener('error', () => state('lost', 'The stack is gone; trying again'));
source.addEventListener('bubble', (event) => hearBubble(JSON.parse(event.data)));
source.addEventListener('typing', (event) => hearTyping(JSON.parse(event.data)));
source.addEventListener('table', (event) => hearTable(JSON.parse(event.data)));
source.addEventListener('sms', (event) => {
  hearSms(JSON.parse(event.data));
  news(document.body.dataset.view !== 'sms');
});
