/** How sure a sample is to be: an error rate that it shows is exceeded once in twenty. */
const ERROR = 0.05;

/**
 * The upper 95 % bound of a share of which so many of a simple random sample were wrong: one-sided, exact (Clopper and Pearson
 * 1934, Biometrika 26). Of none wrong it is near three in so many, the rule of three (Hanley and Lippman-Hand 1983, JAMA 249).
 */
export function upperBound(wrong: number, n: number): number {
  if (n === 0 || wrong >= n) return 1;
  return bisected((share) => atMost(wrong, n, share) > ERROR);
}

/**
 * How many values must be judged for a sample with so many wrong to show at most this share: 2,995 for 0.1 % with none wrong,
 * 4,742 with one. A plan after ISO 2859-1 with AQL 0.1 % protects the one who delivers: 125 values without a fault let a lot with
 * 1 % faults pass in 28 of 100. A migration is one isolated lot, so that the bound is what counts.
 */
export function neededFor(share: number, wrong: number): number {
  let [few, many] = [wrong, Math.ceil((wrong + 1) / share)];
  while (upperBound(wrong, many) > share) many *= 2;
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (upperBound(wrong, middle) <= share) many = middle;
    else few = middle;
  }
  return many;
}

/** The probability of at most so many wrong of n, by the binomial distribution. */
function atMost(wrong: number, n: number, share: number): number {
  let term = (1 - share) ** n;
  let sum = term;
  for (let k = 0; k < wrong; k += 1) {
    term *= ((n - k) / (k + 1)) * (share / (1 - share));
    sum += term;
  }
  return sum;
}

/** The greatest share of which this holds, where it holds of the small ones. */
function bisected(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
