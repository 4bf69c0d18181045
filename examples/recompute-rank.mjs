// Computes a story's score from nothing but its public JSON, by the formula of the methods page, and compares.
//   node examples/recompute-rank.mjs [site] [story]
const [site = 'http://127.0.0.1:4173', id = '1'] = process.argv.slice(2)

const saturate = (amount, half) => (amount <= 0 ? 0 : 1 - 2 ** (-amount / half))
/** Share of its points that each part earns, from the numbers in its reason. */
const SHARES = {
  corroboration: ({ owners, half }) => saturate(owners, half),
  authority: ({ share }) => share,
  spread: ({ tiers }) => Math.max(0, tiers - 1) / 2,
  primary: ({ primary }) => primary,
  significance: ({ share }) => share,
  specifics: ({ names, all }) => Math.min(1, names / all),
  novelty: ({ earlier }) => 1 / (1 + earlier),
  freshness: ({ hours, halfLife }) => 2 ** (-hours / halfLife),
  momentum: ({ followers, hours, half }) => saturate(followers / hours, half),
}

const response = await fetch(`${site}/api/v1/stories/${id}`)
const { headline, score, explanation, error } = await response.json()
if (error) throw new Error(error)

let hundredths = 0
for (const { parts } of explanation.parts) {
  for (const { id: part, max, reason } of parts) {
    const points = Math.round(SHARES[part](reason.params) * Math.round(max * 100))
    hundredths += points
    console.log(`${(points / 100).toFixed(2).padStart(6)} of ${max.toFixed(2).padStart(5)}  ${part}`)
  }
}
console.log(`${(hundredths / 100).toFixed(2).padStart(6)}  computed; the site says ${score}: ${headline}`)
if (hundredths !== Math.round(score * 100)) process.exit(1)
