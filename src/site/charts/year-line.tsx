/** Line of a value over the years, lowest at the bottom. The text beside it has the values. */
export function YearLine({ values, label }: { values: readonly number[]; label: string }) {
  const width = 24 * values.length
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const y = (value: number) => (most === least ? 12 : 20 - (16 * (value - least)) / (most - least))
  const points = values.map((value, index) => `${12 + 24 * index} ${y(value).toFixed(1)}`)
  return (
    <svg class="plot" width={width} height={24} viewBox={`0 0 ${width} 24`} role="img" aria-label={label}>
      <path class="iv" fill="none" d={`M${points.join('L')}`} />
      {points.map((point, index) => {
        const [cx, cy] = point.split(' ')
        return <circle class={index === points.length - 1 ? 'pa' : 'pc'} cx={cx} cy={cy} r="3.5" />
      })}
    </svg>
  )
}
