import type { Child } from 'hono/jsx'
import type { ActType } from '../../store/operator-types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'

interface ActFormProps {
  readonly c: PageContext
  readonly csrf: string
  /** Hidden fields besides the token. */
  readonly fields?: Readonly<Record<string, string | number>>
  /** Act and label of each button. */
  readonly acts: readonly (readonly [ActType, string])[]
  /** Path to return to. */
  readonly back: string
  readonly children?: Child
}

/** A form that asks for an act; a reason is always required. */
export function ActForm({ c, csrf, fields = {}, acts, back, children }: ActFormProps) {
  return (
    <form class="form" method="post" action={paths.adminAct}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="back" value={back} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {children}
      <label>
        {c.m.editing.reason}
        <input type="text" name="reason" required maxlength={1000} size={40} />
      </label>
      <p class="acts">
        {acts.map(([act, text]) => (
          <button type="submit" name="act" value={act}>
            {text}
          </button>
        ))}
      </p>
    </form>
  )
}

/** A button that does one thing to one record. */
export function SmallForm({
  csrf,
  action,
  fields,
  text,
}: {
  csrf: string
  action: string
  fields: Readonly<Record<string, string | number>>
  text: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <button type="submit">{text}</button>
    </form>
  )
}
