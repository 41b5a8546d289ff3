import { type Bilingual, both } from '../../pages/bilingual.ts';

const BEFORE_PICTURES = both(
  'Du är här för att pröva systemet, inte för att bli prövad. Det sparas vilka kort du gjorde, hur lång tid de tog och det du själv skriver, under ett påhittat namn. Ditt riktiga namn sparas inte. Ingen chef får siffror om just dig. Säg till handledaren om du vill bli glömd: då tas det som skrivits av och om dig bort.',
  'You are here to try the system, not to be tried. What is kept is which cards you did, how long they took and what you write, under a made-up name. Your real name is not kept. No manager gets figures about you. Tell the facilitator if you want to be forgotten: what was written by and of you is then removed.',
);

/** What a participant says yes to. */
export const CONSENT = both(
  'Du är här för att pröva systemet, inte för att bli prövad. Det sparas vilka kort du gjorde, hur lång tid de tog och det du själv skriver, under ett påhittat namn. Kör Genrep webbläsaren vid din arbetsplats sparas också en bild av vårdsystemets sida när ett kort blir klart, när det inte syns och när du tar hjälp eller inte kommer vidare; bilderna visas bara när dagen gås igenom. Ditt riktiga namn sparas inte. Ingen chef får siffror om just dig. Säg till handledaren om du vill bli glömd: då går bilderna och det som skrivits av och om dig inte att se längre.',
  'You are here to try the system, not to be tried. What is kept is which cards you did, how long they took and what you write, under a made-up name. Where Genrep runs the browser at your workstation, a picture of the care system’s page is kept too when a card is done, when it does not show, and when you take help or get stuck; the pictures are shown only when the day is talked over. Your real name is not kept. No manager gets figures about you. Tell the facilitator if you want to be forgotten: then the pictures, and what was written by and of you, can be seen no more.',
);
export const CONSENT_VERSION = '2';

const CONSENTS: Readonly<Record<string, Bilingual>> = { 1: BEFORE_PICTURES, [CONSENT_VERSION]: CONSENT };

/** What was said yes to in a lab of that version. */
export const consentOf = (version: string): Bilingual => CONSENTS[version] ?? CONSENT;
