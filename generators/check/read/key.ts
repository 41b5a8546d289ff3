/** 64 bits that stand for a text: among 300 million texts, two different ones meet with a chance of one in four hundred. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

/** The key of a text, or of one that begins with another: `keyOf('p-1', 'Patient/')` is `keyOf('Patient/p-1')`. */
export function keyOf(text: string, prefix = ''): Key {
  const before = prefix.length;
  const length = before + text.length;
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let place = 0; place < length; place++) {
    const unit = place < before ? prefix.charCodeAt(place) : text.charCodeAt(place - before);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    low ^= low >>> 15;
  }
  high = mixed(high ^ low);
  low = mixed(low + high);
  return { high, low: low === 0 ? 1 : low };
}

function mixed(word: number): number {
  let value = word ^ (word >>> 16);
  value = Math.imul(value, 0x7feb352d);
  value ^= value >>> 15;
  value = Math.imul(value, 0x846ca68b);
  return (value ^ (value >>> 16)) | 0;
}
