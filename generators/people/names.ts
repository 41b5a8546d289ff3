import type { RandomStream } from '../../domain/random.ts';

type Sex = 'female' | 'male';
type Weighted = readonly (readonly [name: string, weight: number])[];

/** Names of those born before `bornBefore`, by sex. */
interface Generation {
  readonly bornBefore: number;
  readonly female: Weighted;
  readonly male: Weighted;
}

/**
 * Given names by generation. Assumption: the names are those that Statistics Sweden's name statistics put on top of each
 * time; the weights are rough. A name put together here is nobody's but by chance.
 */
const GENERATIONS: readonly Generation[] = [
  {
    bornBefore: 1950,
    female: weigh(
      'Karin*9 Anna*8 Ingrid*8 Margareta*7 Birgitta*7 Kerstin*6 Inger*6 Gun*5 Ulla*5 Britt*5 Barbro*5 Gunilla*5 Elsa*3 Siv*3 Maj*3 Astrid*3 Märta*2 Solveig*2 Rut*2 Åsa*1',
    ),
    male: weigh(
      'Lars*9 Karl*8 Sven*8 Nils*7 Bengt*7 Jan*7 Bo*6 Rolf*6 Göran*5 Åke*5 Gunnar*5 Leif*5 Stig*4 Arne*4 Erik*4 Kjell*4 Rune*3 Ingvar*3 Börje*2 Östen*1',
    ),
  },
  {
    bornBefore: 1980,
    female: weigh(
      'Anna*9 Maria*9 Eva*8 Lena*7 Annika*6 Åsa*6 Helena*6 Susanne*5 Ann*5 Camilla*5 Malin*5 Jenny*5 Ulrika*4 Carina*4 Monica*4 Fatima*2 Katarina*4 Sofia*3 Mirjana*1 Amina*1',
    ),
    male: weigh(
      'Anders*9 Peter*9 Mikael*8 Thomas*7 Johan*7 Per*7 Magnus*6 Stefan*6 Fredrik*6 Mats*5 Henrik*5 Jörgen*4 Håkan*4 Andreas*4 Patrik*4 Niklas*4 Ali*2 Mohamed*2 Dragan*1 Åke*1',
    ),
  },
  {
    bornBefore: 2100,
    female: weigh(
      'Emma*9 Elin*8 Sara*8 Hanna*7 Alice*7 Maja*7 Julia*7 Ida*6 Wilma*6 Ella*6 Linnea*6 Amanda*5 Ebba*5 Alva*5 Saga*4 Fatima*3 Amina*3 Leila*2 Zahra*2 Tuva*3',
    ),
    male: weigh(
      'William*8 Oscar*8 Lucas*8 Elias*8 Emil*7 Simon*7 Hugo*7 Oliver*7 Alexander*6 Axel*6 Filip*6 Viktor*6 Liam*5 Noah*5 Adam*4 Mohamed*4 Ali*3 Omar*2 Måns*3 Love*3',
    ),
  },
];

/** Family names, by the same sources and with the same caution. */
const FAMILY_NAMES = weigh(
  'Andersson*20 Johansson*20 Karlsson*18 Nilsson*14 Eriksson*12 Larsson*11 Olsson*9 Persson*9 Svensson*9 Gustafsson*8 Pettersson*7 Jonsson*6 Jansson*5 Hansson*4 Bengtsson*4 Jönsson*4 Lindberg*3 Jakobsson*3 Magnusson*3 Lindström*3 Lindqvist*2 Bergström*2 Axelsson*2 Lundgren*2 Öberg*1 Åkesson*1 Sjögren*1 Ekström*1 Mohamed*2 Ahmed*2 Hassan*2 Ali*2 Petrović*1 Korhonen*1 Nguyen*1 Kovačević*1 Virtanen*1 Haile*1',
);

export function givenName(stream: RandomStream, sex: Sex, birthYear: number): string {
  const generation = GENERATIONS.find(({ bornBefore }) => birthYear < bornBefore) ?? GENERATIONS[0];
  return stream.pick(generation?.[sex] ?? []);
}

export const familyName = (stream: RandomStream): string => stream.pick(FAMILY_NAMES);

/** 'Karin*9 Anna*8' as entries with weights. */
function weigh(table: string): Weighted {
  return table.split(' ').map((entry) => {
    const [name = '', weight] = entry.split('*');
    return [name, Number(weight)] as const;
  });
}
