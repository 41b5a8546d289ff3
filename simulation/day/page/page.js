const root = document.documentElement;
document.getElementById('language').addEventListener('click', () => {
  const language = root.dataset.language === 'sv' ? 'en' : 'sv';
  root.dataset.language = language;
  root.lang = language;
});
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) details.open = true;
});
