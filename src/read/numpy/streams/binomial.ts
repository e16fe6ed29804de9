import type { Source } from './source';

/** How many of n trials succeed: by inversion where few do, else by the method BTPE. */
export function binomial(source: Source, n: number, p: number): number {
  if (!source.isLegacy && (n === 0 || p === 0)) return 0;
  const share = p <= 0.5 ? p : 1 - p;
  const count = share * n <= 30 ? byInversion(source, n, share) : byTriangles(source, n, share);
  return p <= 0.5 ? count : n - count;
}

function byInversion(source: Source, n: number, p: number): number {
  const q = 1 - p;
  const qn = Math.exp(n * Math.log(q));
  const bound = Math.trunc(Math.min(n, n * p + 10 * Math.sqrt(n * p * q + 1)));
  let [X, px, U] = [0, qn, source.uniform()];
  while (U > px) {
    X++;
    if (X > bound) {
      [X, px, U] = [0, qn, source.uniform()];
    } else {
      U -= px;
      px = ((n - X + 1) * p * px) / (X * q);
    }
  }
  return X;
}

/** Kachitvichyanukul and Schmeiser's method BTPE for p ≤ ½: parallelograms, a triangle and two tails. */
function byTriangles(source: Source, n: number, p: number): number {
  const q = 1 - p;
  const nrq = n * p * q;
  const fm = n * p + p;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(nrq) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const [xl, xr] = [xm - p1, xm + p1];
  const c = 0.134 + 20.5 / (15.3 + m);
  const slope = (a: number) => a * (1 + a / 2);
  const laml = slope((fm - xl) / (fm - xl * p));
  const lamr = slope((xr - fm) / (xr * q));
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / laml;
  const p4 = p3 + c / lamr;
  for (;;) {
    const u = source.uniform() * p4;
    let v = source.uniform();
    if (u <= p1) return Math.floor(xm - p1 * v + u);
    let y: number;
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(xl + Math.log(v) / laml);
      if (y < 0 || v === 0) continue;
      v *= (u - p2) * laml;
    } else {
      y = Math.floor(xr - Math.log(v) / lamr);
      if (y > n || v === 0) continue;
      v *= (u - p3) * lamr;
    }
    if (isAccepted(v, y, n, p, m, xm, source.isLegacy)) return y;
  }
}

/** Whether a point lies under the distribution: by its exact ratio near the middle, else by bounds. */
function isAccepted(
  v: number,
  y: number,
  n: number,
  p: number,
  m: number,
  xm: number,
  isLegacy: boolean,
): boolean {
  const q = 1 - p;
  const nrq = n * p * q;
  const k = Math.abs(y - m);
  if (!(k > 20 && k < nrq / 2 - 1)) {
    const s = p / q;
    const a = s * (n + 1);
    let F = 1;
    for (let i = m + 1; i <= y; i++) F *= a / i - s;
    for (let i = y + 1; i <= m; i++) F /= a / i - s;
    return v <= F;
  }
  const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
  const t = (-k * k) / (2 * nrq);
  const A = Math.log(v);
  if (A < t - rho) return true;
  if (A > t + rho) return false;
  const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1];
  const lead = isLegacy ? 13680 : 13860;
  const sign = isLegacy ? 1 : -1;
  const term = (x: number) =>
    (lead - (462 - (132 - (99 - 140 / (x * x)) / (x * x)) / (x * x)) / (x * x)) / x / 166320;
  const bound =
    xm * Math.log(f1 / x1) +
    (n - m + 0.5) * Math.log(z / w) +
    (y - m) * Math.log((w * p) / (x1 * q)) +
    term(f1) +
    term(z) +
    sign * term(x1) +
    sign * term(w);
  return A <= bound;
}
