/**
 * In a page: leaves of what comes again and again one of each kind, so that axe, which looks at every element, need not
 * look at thousands that are alike to it. Two are of one kind when nothing but their words differs: not the elements, not
 * the attributes that give a role, a name or a look, and not whether there are words at all.
 */
const REPEATED = 'tbody > tr, li, .flow, .failure, .count, details, dl > div, svg g, svg path, svg text';
const JUDGED = /^(class|role|style|lang|type|scope|tabindex|hidden|fill|stroke|aria-(?!labelledby).*)$/;

const attributeKind = ({ name, value }) =>
  JUDGED.test(name) ? `${name}=${value}` : `${name}${value.trim() === '' ? '' : '=…'}`;

const contentKind = (child) =>
  child instanceof Element ? kindOf(child) : child.textContent.trim() === '' ? '' : '…';

const kindOf = ({ localName, attributes, childNodes }) =>
  `<${localName} ${Array.from(attributes, attributeKind).sort().join(' ')}>${Array.from(childNodes, contentKind).join('')}</>`;

const kinds = new Map();
// The innermost first: what stands around them is alike once they are gone.
for (const element of [...document.querySelectorAll(REPEATED)].reverse()) {
  const known = kinds.get(element.parentElement) ?? new Set();
  const kind = kindOf(element);
  if (known.has(kind)) element.remove();
  kinds.set(element.parentElement, known.add(kind));
}
