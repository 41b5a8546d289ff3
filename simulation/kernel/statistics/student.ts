/**
 * The t for which a Student variable with so many degrees of freedom lies within ±t with the given probability, by
 * bisection of the exact distribution function.
 *
 * @param freedom degrees of freedom, a whole number from 1 up
 */
export function studentBound(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`No interval holds ${probability} of all cases.`);
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (probabilityWithin(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan((low + high) / 2);
}

/** P(|T| ≤ √freedom · tan θ) for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function probabilityWithin(theta: number, freedom: number): number {
  const cosine = Math.cos(theta);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  const product = Math.sin(theta) * sum;
  return isOdd ? (2 / Math.PI) * (theta + product) : product;
}
