/** Draws one message as a chat draws it. */
import { make, timeOf } from './sheets.js';

const TICKS = {
  clock: ['🕓', 'waiting'],
  delivered: ['✓✓', 'delivered'],
  read: ['✓✓', 'read'],
  failed: ['!', 'not sent'],
};
const MARKS = /(\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~|```[^`]+```)/;
const TAGS = { '*': 'strong', _: 'em', '~': 's', '`': 'code' };

/** WhatsApp's own marks: *bold*, _italic_, ~struck~, ```code```. */
function words(text) {
  const line = make('p', { class: 'words', dir: 'auto' });
  for (const part of String(text ?? '').split(MARKS)) {
    const tag = part.length > 2 && MARKS.test(part) ? TAGS[part[0]] : undefined;
    const cut = part.startsWith('```') ? 3 : 1;
    line.append(tag ? make(tag, { text: part.slice(cut, -cut) }) : part);
  }
  return line;
}

function fileLink(media, name) {
  return make('a', {
    class: 'file', href: `/page/media/${encodeURIComponent(media.id)}`, target: '_blank', rel: 'noopener', download: name,
  }, make('span', { 'aria-hidden': 'true', text: '📄' }), make('span', { text: name }));
}

function picture(media, label) {
  if (!media.id) return make('p', { class: 'aside', text: label });
  return make('img', { class: 'picture', src: `/page/media/${encodeURIComponent(media.id)}`, alt: label, loading: 'lazy' });
}

function voice() {
  const wave = make('span', { class: 'wave', 'aria-hidden': 'true' });
  for (const height of [4, 9, 14, 7, 11, 17, 8, 5, 12, 16, 9, 6, 13, 8, 4]) {
    wave.append(make('i', { class: `h${height}` }));
  }
  return make('div', { class: 'voice' }, make('span', { 'aria-hidden': 'true', text: '\u25B6\uFE0E' }), wave,
    make('span', { class: 'aside', text: 'Voice note, 0:04' }));
}

function place(location) {
  return make('div', { class: 'place' },
    make('span', { class: 'pin', 'aria-hidden': 'true', text: '📍' }),
    make('div', {}, make('strong', { text: location.name ?? 'Location' }),
      make('span', { class: 'aside', text: `${location.latitude}, ${location.longitude}` })));
}

function content(message) {
  const part = message[message.type] ?? {};
  switch (message.type) {
    case 'text': return [words(part.body)];
    case 'image': return [picture(part, part.caption ?? 'Photo'), part.caption ? words(part.caption) : null];
    case 'sticker': return [picture(part, 'Sticker')];
    case 'video': return [fileLink(part, 'Video'), part.caption ? words(part.caption) : null];
    case 'document': return [fileLink(part, part.filename ?? 'Document'), part.caption ? words(part.caption) : null];
    case 'audio': return [voice()];
    case 'location': return [place(part)];
    case 'contacts': return (message.contacts ?? []).map((card) => make('p', {
      text: `👤 ${card.name?.formatted_name ?? 'Contact'} ${card.phones?.[0]?.phone ?? ''}` }));
    case 'interactive': return interactive(part);
    case 'button': return [words(part.text)];
    case 'template': return template(part);
    default: return [make('p', { class: 'aside', text: `This message (${message.type}) can't be shown here.` })];
  }
}

function interactive(part) {
  const reply = part.button_reply ?? part.list_reply;
  if (reply) return [words(reply.title)];
  return [
    part.header?.text ? make('strong', { text: part.header.text }) : null,
    words(part.body?.text),
    part.footer?.text ? make('p', { class: 'aside', text: part.footer.text }) : null,
  ];
}

/** What the README says is to be submitted to Meta, for the templates' usual names. */
const TEMPLATES = {
  tip_update: { text: 'Your tip {1}: there is news from the police. Write "status" to read it.' },
  officer_alert: { text: '{1} tip {2}, thana {3}.', taps: ['मैं जा रहा/रही हूँ · On my way', 'मिल गया · Acknowledge'] },
  officer_tip: { text: 'You have tip {1}. It says: {2} Thana: {3}.' },
};

function template(part) {
  const values = (part.components ?? []).flatMap((component) => component.parameters ?? [])
    .map((parameter) => parameter.text).filter(Boolean);
  const text = TEMPLATES[part.name]?.text.replace(/\{(\d)\}/g, (_, n) => values[n - 1] ?? '');
  return [make('p', { class: 'aside', text: `Approved template “${part.name}”` }), words(text ?? values.join(' · '))];
}

/** What can be tapped under a message of the police. */
function taps(bubble, act) {
  const part = bubble.message.interactive;
  const tap = (label, onclick) => make('button', { type: 'button', class: 'tap', text: label, on: { click: onclick } });
  if (bubble.message.type === 'template') return templateTaps(bubble, act, tap);
  if (bubble.mine || !part) return [];
  switch (part.type) {
    case 'button': return part.action.buttons.map(({ reply }) => tap(reply.title, () => act.button(bubble, reply)));
    case 'list': return [tap(`☰ ${part.action.button}`, () => act.list(bubble, part.action))];
    case 'location_request_message': return [tap('📍 Send location', () => act.place())];
    case 'cta_url': return [make('a', {
      class: 'tap', href: part.action.parameters.url, target: '_blank', rel: 'noopener noreferrer',
      text: part.action.parameters.display_text })];
    default: return [];
  }
}

function templateTaps(bubble, act, tap) {
  return (bubble.message.template.components ?? [])
    .filter((component) => component.type === 'button' && component.sub_type === 'quick_reply')
    .map((component, n) => [component.parameters?.[0]?.payload, TEMPLATES[bubble.message.template.name]?.taps?.[n]])
    .filter(([payload]) => payload)
    .map(([payload, label]) => tap(label ?? payload, () => act.quick(bubble, payload, label ?? payload)));
}

function menu(bubble, act) {
  const entries = bubble.mine
    ? [['✏️ Edit', () => act.edit(bubble)], ['🗑️ Delete', () => act.revoke(bubble)]]
    : ['👍', '🙏', '❤️', '😢'].map((emoji) => [emoji, () => act.react(bubble, bubble.ownReaction === emoji ? '' : emoji)]);
  const usable = entries.filter(([label]) => !label.endsWith('Edit') || bubble.message.type === 'text');
  const box = make('div', { class: 'bubble-menu', hidden: true });
  const opener = make('button', {
    type: 'button', class: 'more', 'aria-label': bubble.mine ? 'Edit or delete' : 'React', 'aria-expanded': 'false', text: '⌄',
    on: { click: () => { box.hidden = !box.hidden; opener.setAttribute('aria-expanded', String(!box.hidden)); } },
  });
  box.append(...usable.map(([label, onclick]) => make('button', { type: 'button', text: label, on: { click: onclick } })));
  return [opener, box];
}

function foot(bubble) {
  const [sign, meaning] = TICKS[bubble.tick] ?? TICKS.clock;
  return make('span', { class: 'foot' },
    bubble.edited && !bubble.revoked ? make('span', { text: 'edited ' }) : null,
    make('time', { datetime: new Date(bubble.at).toISOString(), text: timeOf(bubble.at) }),
    bubble.mine ? make('span', { class: `tick ${bubble.tick}`, role: 'img', 'aria-label': meaning, text: sign }) : null);
}

/** The whole bubble. `act` does what its buttons say. */
export function drawBubble(bubble, act) {
  const side = bubble.mine ? 'mine' : 'theirs';
  const body = bubble.revoked ? [make('p', { class: 'aside', text: '🚫 This message was deleted' })] : content(bubble.message);
  const reactions = [bubble.theirReaction, bubble.ownReaction].filter(Boolean);
  const box = make('div', { class: `bubble ${bubble.message.type ?? ''}` }, ...body, foot(bubble),
    ...(bubble.revoked ? [] : menu(bubble, act)),
    reactions.length ? make('span', { class: 'reactions', role: 'img', 'aria-label': `Reaction ${reactions.join(' ')}`, text: reactions.join(' ') }) : null);
  const under = bubble.revoked ? [] : taps(bubble, act);
  return make('article', { class: `message ${side}`, 'data-id': bubble.id, 'aria-label': bubble.mine ? 'You' : 'Police' },
    box, under.length ? make('div', { class: 'taps' }, ...under) : null);
}
