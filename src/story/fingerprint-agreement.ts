/** Share of places in which two fingerprints agree: an estimate of the share of text in common. 0 where one is missing. */
export function fingerprintAgreement(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let equal = 0
  for (let place = 0; place < a.length; place++) if (a[place] === b[place]) equal++
  return equal / a.length
}
