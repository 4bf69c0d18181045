import type { PageContext } from '../page-context.ts'

/** The list of keyboard shortcuts, with the switch that turns them off (WCAG 2.1.4); a script opens it. */
export function KeysDialog({ c: { m } }: { c: PageContext }) {
  const { keys } = m
  const rows: readonly (readonly [keys: readonly string[], act: string])[] = [
    [['j', 'k'], keys.step],
    [['o', 'Enter'], keys.open],
    [['n', 'p'], keys.beside],
    [['u'], keys.up],
    [['s'], keys.save],
    [['/'], keys.search],
    [['?'], keys.help],
  ]
  return (
    <dialog id="keys" aria-labelledby="keys-head">
      <h2 class="h" id="keys-head">
        {keys.head}
      </h2>
      <dl class="facts">
        {rows.map(([names, act]) => (
          <>
            <dt>
              {names.map((name) => (
                <>
                  <kbd>{name}</kbd>{' '}
                </>
              ))}
            </dt>
            <dd>{act}</dd>
          </>
        ))}
      </dl>
      <form class="form" method="dialog">
        <label class="opt">
          <input type="checkbox" id="keys-on" autocomplete="off" checked />
          {keys.single}
        </label>
        <p>
          <button type="submit">{keys.close}</button>
        </p>
      </form>
    </dialog>
  )
}
