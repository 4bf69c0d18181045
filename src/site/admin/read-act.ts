import { ACT_TYPES, MOST_CHARACTERS, type OperatorAct } from '../../store/operator-types.ts'
import type { FormFields } from '../http/form-guard.ts'

/**
 * Reads the act that an operator's form asks for.
 *
 * @returns undefined for an incomplete form: no reason, or no number where one is needed
 */
export function readAct(form: FormFields): { readonly act: OperatorAct; readonly reason: string } | undefined {
  const reason = form.text('reason').slice(0, MOST_CHARACTERS)
  const act = actOf(form)
  return act && reason ? { act, reason } : undefined
}

function actOf(form: FormFields): OperatorAct | undefined {
  const type = ACT_TYPES.find((known) => known === form.text('act'))
  const storyId = numberOf(form.text('story'))
  const into = numberOf(form.text('into'))
  const itemIds = form.texts('item').flatMap((written) => numberOf(written) ?? [])
  const sourceId = form.text('source')
  const text = form.text('text').slice(0, MOST_CHARACTERS) || undefined
  switch (type) {
    case 'headline':
      return storyId === undefined ? undefined : { type, storyId, text }
    case 'sentence': {
      const sentence = form.text('sentence')
      return storyId === undefined || !sentence ? undefined : { type, storyId, sentence, text }
    }
    case 'retract':
    case 'reinstate':
    case 'pin':
    case 'unpin':
      return storyId === undefined ? undefined : { type, storyId }
    case 'merge':
      return storyId === undefined || into === undefined ? undefined : { type, storyId, into }
    case 'split':
      return storyId === undefined || itemIds.length === 0 ? undefined : { type, storyId, itemIds }
    case 'move':
      return itemIds.length !== 1 || into === undefined ? undefined : { type, itemId: itemIds[0]!, into }
    case 'block':
    case 'unblock':
      return sourceId ? { type, sourceId } : undefined
    case 'tier': {
      const tier = numberOf(form.text('tier'))
      return sourceId && tier !== undefined && tier <= 4 ? { type, sourceId, tier: tier as 1 | 2 | 3 | 4 } : undefined
    }
    case 'undo': {
      const act = numberOf(form.text('undo'))
      return act === undefined ? undefined : { type, act }
    }
    // A source list is imported by a form of its own (source-lists.ts).
    case 'import':
    case undefined:
      return undefined
  }
}

/** Parses a number of at least 1 from `42`, `#42` or `/s/42-a-slug`. */
function numberOf(written: string): number | undefined {
  const digits = /^(?:.*\/s\/|#)?(\d{1,15})(?:-[^/]*)?$/.exec(written.trim())?.[1]
  return digits && Number(digits) > 0 ? Number(digits) : undefined
}
