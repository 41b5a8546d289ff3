import { randomStream } from '../../domain/random.ts';

const SIZE = 128;

/** A picture that is nobody's body: an oval with spots, the same for the same key and another for every other. Eight bits a dot. */
export function pictureOf(key: string): { rows: number; columns: number; pixels: Uint8Array<ArrayBuffer> } {
  const draws = randomStream(0, 'dicom picture', key);
  const spots = Array.from({ length: 12 }, () => ({
    x: 30 + draws.below(68),
    y: 40 + draws.below(48),
    radius: 3 + draws.below(8),
    grey: 90 + draws.below(160),
  }));
  const pixels = new Uint8Array(SIZE * SIZE);
  for (const at of pixels.keys()) {
    const [x, y] = [at % SIZE, Math.floor(at / SIZE)];
    const spot = spots.find((each) => Math.hypot(x - each.x, y - each.y) < each.radius);
    const isInside = ((x - 64) / 54) ** 2 + ((y - 64) / 40) ** 2 < 1;
    pixels[at] = isInside ? (spot?.grey ?? 70) : 0;
  }
  return { rows: SIZE, columns: SIZE, pixels };
}
