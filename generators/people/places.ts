/** A municipality with the localities that its people live in. */
export interface Municipality {
  /** Kommunkod of Statistics Sweden. */
  readonly code: string;
  readonly name: string;
  /** Thousands of inhabitants at the end of 2024; source: regionfakta.com. */
  readonly thousands: number;
  /** Real names of places, with the first three digits of their postal codes and a rough share of the people. */
  readonly localities: readonly Locality[];
}

interface Locality {
  readonly city: string;
  /** Three digits. Assumption: from general knowledge; the two digits after it are invented. */
  readonly postalArea: string;
  readonly share: number;
}

/** The southern municipalities of Västra Götaland: those around Södra Älvsborgs sjukhus. Codes: Statistics Sweden. */
const MUNICIPALITIES: readonly Municipality[] = [
  {
    code: '1442',
    name: 'Vårgårda',
    thousands: 12.2,
    localities: [{ city: 'Vårgårda', postalArea: '447', share: 1 }],
  },
  {
    code: '1443',
    name: 'Bollebygd',
    thousands: 9.8,
    localities: [
      { city: 'Bollebygd', postalArea: '517', share: 7 },
      { city: 'Olsfors', postalArea: '517', share: 3 },
    ],
  },
  {
    code: '1452',
    name: 'Tranemo',
    thousands: 11.8,
    localities: [
      { city: 'Tranemo', postalArea: '514', share: 5 },
      { city: 'Limmared', postalArea: '514', share: 3 },
      { city: 'Dalstorp', postalArea: '514', share: 2 },
    ],
  },
  {
    code: '1463',
    name: 'Mark',
    thousands: 35.2,
    localities: [
      { city: 'Kinna', postalArea: '511', share: 5 },
      { city: 'Skene', postalArea: '511', share: 3 },
      { city: 'Fritsla', postalArea: '511', share: 1 },
      { city: 'Horred', postalArea: '519', share: 1 },
    ],
  },
  {
    code: '1465',
    name: 'Svenljunga',
    thousands: 10.8,
    localities: [
      { city: 'Svenljunga', postalArea: '512', share: 7 },
      { city: 'Överlida', postalArea: '512', share: 3 },
    ],
  },
  {
    code: '1466',
    name: 'Herrljunga',
    thousands: 9.5,
    localities: [
      { city: 'Herrljunga', postalArea: '524', share: 7 },
      { city: 'Ljung', postalArea: '524', share: 3 },
    ],
  },
  {
    code: '1490',
    name: 'Borås',
    thousands: 114.9,
    localities: [
      { city: 'Borås', postalArea: '503', share: 6 },
      { city: 'Borås', postalArea: '506', share: 5 },
      { city: 'Sandared', postalArea: '518', share: 2 },
      { city: 'Fristad', postalArea: '513', share: 2 },
      { city: 'Dalsjöfors', postalArea: '516', share: 2 },
    ],
  },
  {
    code: '1491',
    name: 'Ulricehamn',
    thousands: 25.2,
    localities: [
      { city: 'Ulricehamn', postalArea: '523', share: 8 },
      { city: 'Gällstad', postalArea: '514', share: 1 },
      { city: 'Blidsberg', postalArea: '523', share: 1 },
    ],
  },
];

export const MUNICIPALITIES_BY_WEIGHT = MUNICIPALITIES.map((place) => [place, place.thousands] as const);

/** The municipality with this kommunkod. */
export function municipalityOf(code: string): Municipality {
  const found = MUNICIPALITIES.find((municipality) => municipality.code === code);
  if (found === undefined) {
    const known = MUNICIPALITIES.map(({ code: each, name }) => `${each} ${name}`).join(', ');
    throw new RangeError(`No people can be made for municipality ${code}; there are ${known}.`);
  }
  return found;
}
