import { type NeedsProblem, noNeeds, problemsIn, problemsText } from '../../hub/decide/needs-problems.ts'

/** Returns what is wrong with needs, as words and field by field; without needs, how to give them. */
export function needsFault(found: readonly NeedsProblem[], language: string) {
  const problems = problemsIn(found.length > 0 ? found : [noNeeds()], language)
  return { error: problemsText(problems), problems }
}
