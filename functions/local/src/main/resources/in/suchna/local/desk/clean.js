// Cleans a widget's HTML as strictly as the console: what could run, load or lead away goes.
const FORBIDDEN = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'link', 'meta', 'base', 'applet', 'foreignobject', 'animate', 'set', 'use', 'template', 'noscript']);
const LINKS = new Set(['href', 'src', 'xlink:href', 'action', 'formaction', 'srcdoc', 'data', 'poster', 'background']);

export function clean(html) {
  const page = new DOMParser().parseFromString(String(html), 'text/html');
  // a style at the beginning is taken into the head by the parser
  const roots = [...page.head.childNodes, ...page.body.childNodes];
  for (const element of page.querySelectorAll('*')) {
    if (FORBIDDEN.has(element.localName.toLowerCase())) {
      element.remove();
      continue;
    }
    for (const attribute of [...element.attributes]) {
      const name = attribute.name.toLowerCase();
      const leads = name !== 'action' || element.localName === 'form';
      if (name.startsWith('on') || (leads && LINKS.has(name) && !/^(https:|#|\/cloudwatch\/)/i.test(attribute.value.trim()))) {
        element.removeAttribute(attribute.name);
      }
    }
  }
  const fragment = document.createDocumentFragment();
  for (const node of roots) {
    if (node.isConnected) fragment.append(document.importNode(node, true));
  }
  return fragment;
}
