/** The mark of the hub at an index of a comparison. Six marks, from four shapes filled or hollow, differ without colour. */
export function HubMark({ index, x, y }: { index: number; x: number; y: number }) {
  const isHollow = index % 2 === 1
  const d = SHAPES[index % SHAPES.length]!(x, y)
  return <path class={isHollow ? 'po' : 'pa'} d={d} />
}

const circle = (x: number, y: number) => `M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z`
const square = (x: number, y: number) => `M${x - 5} ${y - 5}h10v10h-10z`
const triangle = (x: number, y: number) => `M${x} ${y - 6}l6 11h-12z`
const diamond = (x: number, y: number) => `M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`
const SHAPES = [circle, square, triangle, diamond, square, circle] as const

/** The same mark as an icon, for a legend or a heading. */
export function HubMarkIcon({ index }: { index: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <HubMark index={index} x={7} y={7} />
    </svg>
  )
}
