import { DAY_MS, type Instant, MINUTE_MS } from './instant.ts'

/** Offsets of zones in minutes east of UTC. RFC 822 defines the American ones; of an ambiguous name, the meaning usual in feeds is taken. */
const ZONES = new Map<string, number>([
  ...names(0, 'z ut utc gmt wet zulu uct'),
  ...names(60, 'bst cet met mez wat west ist_ie'),
  ...names(120, 'cest mest mesz eet sast cat'),
  ...names(180, 'eest msk trt ast_sa eat idt'),
  ...names(210, 'irst'),
  ...names(240, 'gst samt'),
  ...names(300, 'pkt uzt'),
  ...names(330, 'ist'),
  ...names(345, 'npt'),
  ...names(360, 'bdt'),
  ...names(390, 'mmt'),
  ...names(420, 'ict wib'),
  ...names(480, 'hkt sgt myt pht awst wita'),
  ...names(540, 'jst kst wit'),
  ...names(570, 'acst'),
  ...names(600, 'aest chst'),
  ...names(630, 'acdt'),
  ...names(660, 'aedt'),
  ...names(720, 'nzst'),
  ...names(780, 'nzdt'),
  ...names(-120, 'brst'),
  ...names(-150, 'ndt'),
  ...names(-180, 'adt art brt clst'),
  ...names(-210, 'nst'),
  ...names(-240, 'ast at edt clt'),
  ...names(-300, 'est et cdt pet cot'),
  ...names(-360, 'cst ct mdt'),
  ...names(-420, 'mst mt pdt'),
  ...names(-480, 'pst pt akdt'),
  ...names(-540, 'akst'),
  ...names(-600, 'hst'),
])

function names(offsetMinutes: number, zones: string): readonly (readonly [string, number])[] {
  return zones.split(' ').map((zone) => [zone, offsetMinutes] as const)
}

const OFFSET = /^(?:utc|gmt|ut|z)?\s?([+\-\u2212])(\d{1,2})(?::?(\d{2}))?$/

/**
 * Returns the UTC offset of a written zone: `Z`, `EST`, `+0900`, `-01:01`, `GMT+8`, `Asia/Tokyo`. The host's zone does not matter.
 *
 * @param localTime the written date and time taken as UTC, as the offset of a region changes with daylight saving time
 * @returns minutes east of UTC; undefined for an unknown zone
 */
export function zoneOffsetMinutes(written: string, localTime: Instant): number | undefined {
  const zone = written.trim().toLowerCase()
  const known = ZONES.get(zone)
  if (known !== undefined) return known
  const offset = OFFSET.exec(zone)
  if (offset) {
    const minutes = Number(offset[3] ?? 0)
    if (minutes > 59) return undefined
    return (offset[1] === '+' ? 1 : -1) * (Number(offset[2]) * 60 + minutes)
  }
  return /^[a-z]+\/[a-z_/+\-\d]+$/.test(zone) ? regionOffsetMinutes(zone, localTime) : undefined
}

function regionOffsetMinutes(region: string, localTime: Instant): number | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: region,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    // The offset when local time is `localTime`: guess it with the time taken as UTC, then correct it with that offset.
    const guess = offsetAt(clock, localTime)
    return offsetAt(clock, localTime - guess * MINUTE_MS)
  } catch {
    return undefined
  }
}

function offsetAt(clock: Intl.DateTimeFormat, instant: Instant): number {
  const part = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(
    part.get('year')!,
    part.get('month')! - 1,
    part.get('day')!,
    part.get('hour')!,
    part.get('minute')!,
  )
  const wholeMinute = Math.floor(instant / MINUTE_MS) * MINUTE_MS
  const difference = shown - wholeMinute
  return Math.abs(difference) < 2 * DAY_MS ? difference / MINUTE_MS : 0
}
