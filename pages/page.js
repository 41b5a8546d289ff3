const root = document.documentElement;
document.getElementById('language').addEventListener('click', () => {
  const language = root.dataset.language === 'sv' ? 'en' : 'sv';
  root.dataset.language = language;
  root.lang = language;
});

for (const filtered of document.querySelectorAll('.filtered')) {
  const rows = [...filtered.querySelectorAll(':scope > table > tbody > tr, :scope > .flow')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const shown = filtered.querySelector('.shown');
  filtered.querySelector('input').addEventListener('input', ({ target }) => {
    const words = target.value.toLowerCase().split(/\s+/);
    let count = 0;
    for (const [index, row] of rows.entries()) {
      const fits = words.every((word) => texts[index].includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = count;
  });
}

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
