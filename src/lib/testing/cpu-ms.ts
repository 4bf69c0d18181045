/** Milliseconds of processor time this process has used: unlike the clock, what else the machine does is not in it. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
