const root = document.documentElement;
document.getElementById('language').addEventListener('click', () => {
  const language = root.dataset.language === 'sv' ? 'en' : 'sv';
  root.dataset.language = language;
  root.lang = language;
});

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
