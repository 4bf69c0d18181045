// Lists the stories on top, with the reason for each rank.
//   node examples/top-stories.mjs [site] [kind]
const [site = 'http://127.0.0.1:4173', kind = ''] = process.argv.slice(2)

const query = new URLSearchParams({ limit: '10', ...(kind && { kind }) })
const response = await fetch(`${site}/api/v1/stories?${query}`)
const answer = await response.json()
if (!response.ok) throw new Error(answer.error)

for (const { score, headline, reason, independent, url } of answer.stories) {
  console.log(`${score.toFixed(0).padStart(3)}  ${headline}`)
  console.log(`     ${independent} independent. ${reason}`)
  console.log(`     ${url}`)
}
