/** What is planted in a page, done to it in the browser. */
globalThis.plantInPage = (elements) => {
  const shown = new WeakMap();
  const isOurs = (node) => shown.get(node) === node.nodeValue;
  const show = (node, value) => {
    shown.set(node, value);
    if (node.nodeValue !== value) node.nodeValue = value;
  };
  const textsIn = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  /** What stood there for the person before, also on the page before. */
  const former = (css, nodes) => {
    if (nodes.length === 0 || nodes.every(isOurs)) return;
    const key = `planted ${css} ${nodes.length}`;
    const { now, before } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const values = nodes.map((node) => node.nodeValue);
    const isSame = JSON.stringify(values) === JSON.stringify(now);
    const remembered = isSame ? before : now;
    if (!isSame) sessionStorage.setItem(key, JSON.stringify({ now: values, before: now }));
    if (!remembered) return;
    for (const [index, node] of nodes.entries()) show(node, remembered[index] ?? node.nodeValue);
  };
  const change = {
    hidden: (element) => {
      element.style.display = 'none';
    },
    disabled: (element) => {
      element.disabled = true;
    },
    former: (element, { css }) => former(css, textsIn(element)),
    cut: (element, { length }) => {
      for (const node of textsIn(element)) if (!isOurs(node)) show(node, node.nodeValue.slice(0, length));
    },
    replaced: (element, { from, to }) => {
      for (const node of textsIn(element))
        if (!isOurs(node)) show(node, node.nodeValue.replace(new RegExp(from, 'gu'), to));
    },
  };
  const look = () => {
    for (const planted of elements)
      for (const element of document.querySelectorAll(planted.css)) change[planted.how](element, planted);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
};
