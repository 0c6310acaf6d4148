import { clean } from '/desk/clean.js';

const HOUR = 3_600_000;
const popup = document.getElementById('popup');
const theme = document.getElementById('theme');
const widgets = [];
const address = new URLSearchParams(location.search);

theme.value = address.get('theme') === 'dark' ? 'dark' : 'light';

/** What the console passes to every call of a widget. */
function context(widget) {
  const now = Date.now();
  return {
    dashboardName: 'suchna-desk',
    widgetId: widget.id,
    accountId: '000000000000',
    locale: address.get('locale') ?? 'en',
    timezone: { label: 'UTC', offsetISO: '+00:00', offsetInMinutes: 0 },
    period: 300,
    isAutoPeriod: true,
    timeRange: { mode: 'relative', start: now - 30 * 24 * HOUR, end: now, relativeStart: 30 * 24 * HOUR },
    theme: theme.value,
    linkCharts: true,
    title: widget.title,
    forms: { all: fields(widget) },
    params: widget.params,
    width: Math.round(widget.content.clientWidth),
    height: Math.round(widget.content.clientHeight),
  };
}

function fields(widget) {
  const all = {};
  const places = popup.open && popup.dataset.of === widget.id ? [widget.content, popup] : [widget.content];
  for (const place of places) {
    for (const form of place.querySelectorAll('form')) {
      for (const [name, value] of new FormData(form)) all[name] = value;
    }
  }
  return all;
}

async function call(widget, endpoint, params) {
  widget.card.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/desk/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ endpoint, event: { ...params, widgetContext: context(widget) } }),
    });
    const result = await response.json();
    return result.failed ? `<p class="failed">${result.failed}</p>` : result.answer;
  } catch {
    return '<p class="failed">The function could not be called.</p>';
  } finally {
    widget.card.setAttribute('aria-busy', 'false');
  }
}

function show(widget, place, answer) {
  if (typeof answer !== 'string') {
    const text = document.createElement('pre');
    text.textContent = JSON.stringify(answer, null, 2);
    place.replaceChildren(text);
    return;
  }
  place.replaceChildren(served(clean(answer)));
  for (const form of place.querySelectorAll('form')) form.addEventListener('submit', event => event.preventDefault());
  for (const action of place.querySelectorAll('cwdb-action')) bind(widget, action);
}

/** Links to S3 are opened by this machine, which has the bucket. */
function served(content) {
  for (const element of content.querySelectorAll('img[src], a[href]')) {
    const name = element.localName === 'img' ? 'src' : 'href';
    const link = element.getAttribute(name);
    if (/^https:\/\/[a-z0-9.-]+\.s3\.[a-z0-9-]+\.amazonaws\.com\//.test(link)) {
      element.setAttribute(name, `/desk/copy?url=${encodeURIComponent(link)}`);
    }
  }
  return content;
}

function bind(widget, action) {
  const element = action.previousElementSibling;
  const content = action.textContent;
  const markup = action.innerHTML;
  const asked = Object.fromEntries([...action.attributes].map(attribute => [attribute.name, attribute.value]));
  action.remove();
  if (!element) return;
  const isCall = asked.action === 'call';
  const event = ['dblclick', 'mouseenter'].includes(asked.event) ? asked.event : 'click';
  if (event === 'mouseenter' && isCall) return;
  element.tabIndex = 0;
  element.addEventListener(event, async () => {
    if (asked.confirmation && !(await confirmed(asked.confirmation))) return;
    const answer = isCall ? await call(widget, asked.endpoint, JSON.parse(content || '{}')) : markup;
    if (asked.display === 'popup') {
      popup.dataset.of = widget.id;
      show(widget, document.getElementById('popup-content'), answer);
      if (!popup.open) popup.showModal();
    } else {
      if (popup.open) popup.close();
      show(widget, widget.content, answer);
    }
  });
}

function confirmed(words) {
  const dialog = document.getElementById('confirm');
  document.getElementById('confirm-words').textContent = words;
  dialog.showModal();
  return new Promise(resolve => {
    const end = yes => { dialog.close(); resolve(yes); };
    document.getElementById('confirm-yes').onclick = () => end(true);
    document.getElementById('confirm-no').onclick = () => end(false);
    dialog.oncancel = () => resolve(false);
  });
}

async function refresh() {
  document.documentElement.dataset.theme = theme.value;
  await Promise.all(widgets.map(async widget => show(widget, widget.content, await call(widget, widget.endpoint, widget.params))));
  document.body.dataset.ready = 'true';
}

async function open() {
  const body = await (await fetch('/desk/widgets')).json();
  body.filter(widget => widget.type === 'custom').forEach((widget, index) => {
    const card = document.createElement('section');
    card.className = 'widget';
    card.id = `widget-${index}`;
    card.style.setProperty('--width', widget.width);
    const title = document.createElement('h2');
    title.textContent = widget.properties.title;
    const content = document.createElement('div');
    content.className = 'content';
    card.append(title, content);
    document.getElementById('widgets').append(card);
    const params = { ...widget.properties.params };
    if (address.has('language')) params.language = address.get('language');
    widgets.push({ id: card.id, card, content, title: title.textContent, endpoint: widget.properties.endpoint, params });
  });
  await refresh();
}

theme.addEventListener('change', refresh);
document.getElementById('refresh').addEventListener('click', refresh);
document.getElementById('popup-close').addEventListener('click', () => popup.close());
open();
