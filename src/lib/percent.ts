/**
 * Makes the function that writes a share in percent, without decimals between 0.5 % and 99.5 %.
 *
 * Nearer to an end it has one, rounded away from the end: 3 runs of 4,000 are not none, and a limit of 99.6 % can still be
 * passed. So only nothing is 0 %, and only all is 100 %.
 *
 * @example
 * percentIn('en')(0.62) // '62%'
 * percentIn('en')(0.0003) // '0.1%'
 * percentIn('en')(0.996) // '99.6%'
 */
export function percentIn(locale: string): (share: number) => string {
  const format = (maximumFractionDigits: number, roundingMode: 'halfExpand' | 'ceil' | 'floor') =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits, roundingMode })
  const whole = format(0, 'halfExpand')
  const little = format(1, 'ceil')
  const nearlyAll = format(1, 'floor')
  return (share) => {
    if (share > 0 && share < 0.005) return little.format(share)
    return (share > 0.995 && share < 1 ? nearlyAll : whole).format(share)
  }
}
