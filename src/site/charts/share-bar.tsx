/** Bar of a whole in parts, in percent, filled black, accent and hatched in this order. It stretches to its column, so has no text. */
export function ShareBar({ parts, label }: { parts: readonly number[]; label: string }) {
  let x = 0
  return (
    <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.map((part, index) => {
        const from = x
        x += part
        return <rect x={from.toFixed(2)} y="0" width={Math.max(0, part).toFixed(2)} height="10" {...FILLS[index]} />
      })}
    </svg>
  )
}

const FILLS = [{ class: 'pa' }, { class: 'pb' }, { fill: 'url(#hatch)' }] as const
