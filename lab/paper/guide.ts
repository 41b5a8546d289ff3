import { readFileSync } from 'node:fs';
import { html, raw } from '../../pages/markup.ts';

interface Chapter {
  readonly title: string;
  readonly points: readonly string[];
}

const TITLE = 'Välkommen till labbet';
const LEAD =
  'I dag provar du det nya vårdsystemet vid en riktig arbetsplats. Det är systemet som prövas, inte du. Det som är svårt för dig är det som vi är här för att hitta.';

/** One page for those who take part; it says the same on paper and in docs/how-to/lab-deltagare.md. */
const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Så börjar du',
    points: [
      'Läs av din QR-kod med surfplattans kamera, eller skriv de fyra bokstäverna.',
      'Läs vad som sparas. Tryck på Jag är med om du vill delta. Du kan sluta när du vill.',
      'Logga in i vårdsystemet med det testkonto som du får. Alla patienter är påhittade.',
    ],
  },
  {
    title: 'Så gör du',
    points: [
      'Surfplattan visar ett kort i taget: vem, vad, var och när. Gör det i vårdsystemet, som du skulle på jobbet.',
      'Kortet blir klart av sig självt när systemet visar att det är gjort. Du behöver inte trycka på något.',
      'Efter varje kort svarar du hur lätt det var, 1 till 7.',
      'Runt dig arbetar robotar som kollegor. De väntar på det du gör, och du på det de gör.',
    ],
  },
  {
    title: 'När det inte går',
    points: [
      'Klart: du är säker på att det är gjort, men kortet ligger kvar. Då letar vi efter det.',
      'Jag behövde hjälp: fråga en kollega eller handledaren, och tryck på knappen.',
      'Jag kom inte vidare: säg varför om du vill. En robot tar över, och du får nästa kort.',
      'Tappar surfplattan kontakten sparas det du trycker på och skickas sedan.',
      'Måste du gå ifrån: Jag går ifrån en stund, och Jag är tillbaka när du kommer.',
    ],
  },
  {
    title: 'Handledare och observatörer',
    points: [
      'Handledaren kan hålla klockan. Då räknas ingen tid.',
      'En observatör antecknar vad som händer, inte hur duktig du är. Prata gärna högt om hur du tänker.',
      'Det kommer händelser: en anhörig ringer, en skrivare går sönder. Gör som du skulle göra på jobbet.',
    ],
  },
  {
    title: 'Efteråt',
    points: [
      'Du får några frågor om systemet och om hur tungt det var. De är frivilliga.',
      'Vi går igenom dagen tillsammans.',
      'Vid vissa arbetsplatser tar webbläsaren en bild av vårdsystemets sida när något händer med ditt kort. Surfplattan säger det, och bilderna visas bara när vi går igenom dagen.',
      'Ditt namn sparas inte. Ingen chef får siffror om just dig. Vill du bli glömd, säg till handledaren: då går bilderna och det som skrivits av dig och om dig inte att se längre.',
    ],
  },
];

/** The guide as one A4 page. */
export const guidePage = (): string =>
  html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>${TITLE} – Genrep</title>
<style>${raw(readFileSync(new URL('guide.css', import.meta.url), 'utf8'))}</style>
</head>
<body>
<h1>${TITLE}</h1>
<p class="lead">${LEAD}</p>
${CHAPTERS.map(({ title, points }) => html`<section><h2>${title}</h2><ul>${points.map((point) => html`<li>${point}</li>`)}</ul></section>`)}
</body>
</html>
`.text;

/** The same as Markdown. */
export const guideMarkdown = (): string =>
  [
    `# ${TITLE}`,
    '*One page for participants; `genrep lab guide` prints it.*',
    LEAD,
    ...CHAPTERS.map(({ title, points }) =>
      [`## ${title}`, points.map((point) => `- ${point}`).join('\n')].join('\n\n'),
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
