/** Units of each facet's quantities, best first. `money` is any currency; `price` is any currency per kWh. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'infrastructure.datacentres-compute': ['PFLOPS', 'MW', 'racks', 'GPUs', 'money', '%'],
  'infrastructure.network-latency': ['ms', 'Tbps', 'money'],
  'infrastructure.energy': ['price', 'g/kWh', 'PUE', 'MW', 'GWh', '%', 'money'],
  'policy.funding-strategy': ['money', '%'],
  'talent.people': ['people', 'money', '%'],
  'talent.startups-hubs': ['companies', 'money'],
  'technical.hardware': ['GPUs', 'racks', '%'],
}
const OTHERS: readonly string[] = ['money', '%']

/** Returns how well a unit fits a facet, 0 being best; undefined if it does not fit. */
export function unitRank(facet: string, unit: string): number | undefined {
  const kind =
    unit.endsWith('/kWh') && unit !== 'g/kWh' ? 'price' : /^[A-Z]{3}$/.test(unit) && unit !== 'PUE' ? 'money' : unit
  const rank = (UNITS[facet] ?? OTHERS).indexOf(kind)
  return rank === -1 ? undefined : rank
}
