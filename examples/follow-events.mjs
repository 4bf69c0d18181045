// Prints every change of a story once, in order: first what was, then what comes. Numbers have no gaps.
//   node examples/follow-events.mjs [site] [first number not wanted] [--once]
const [site = 'http://127.0.0.1:4173', start = '0', once] = process.argv.slice(2)

for (let after = Number(start); ; ) {
  const response = await fetch(`${site}/api/v1/events?limit=200&after=${after}`)
  const { events, next, error } = await response.json()
  if (error) throw new Error(error)
  for (const { seq, at, type, storyId } of events) {
    if (seq !== after + 1) throw new Error(`event ${after + 1} is missing`)
    console.log(`${seq} ${at} ${type} ${site}/s/${storyId}`)
    after = seq
  }
  if (next === after && events.length === 0) {
    if (once) break
    await new Promise((resolve) => setTimeout(resolve, 5_000))
  }
}
