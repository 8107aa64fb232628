import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly notes: readonly string[]
}

/** Sentences on the data that the sync left behind; nothing where there are none. */
export function HealthNotes({ title, notes }: Props): ReactNode {
  if (notes.length === 0) return null
  return (
    <section className="card panel" aria-labelledby="notes">
      <h2 id="notes">{title}</h2>
      <ul className="plain">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}
