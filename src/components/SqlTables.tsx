import type { ReactNode } from 'react'
import type { ReadersFact } from '../bundle/readersCubes.ts'
import type { CubeColumn } from '../cubes/cube.ts'

const types: Readonly<Record<CubeColumn['type'], string>> = {
  month: 'date',
  text: 'text',
  integer: 'integer',
}

const units: Readonly<Record<CubeColumn['role'], string>> = {
  time: '',
  dimension: '',
  count: '',
  money: ', cents',
  hours: ', hundredths of an hour',
  wrvu: ', hundredths of a work RVU',
}

/** The tables that a question can be about, each with its columns, out of their declarations. */
export function SqlTables({ facts }: { readonly facts: readonly ReadersFact[] }): ReactNode {
  const count = facts.flatMap(({ cubes }) => cubes).length
  return (
    <section aria-labelledby="sql-tables">
      <h3 id="sql-tables">The {count} tables of your edition</h3>
      <p>
        Rows with months = 1 are months; those with months = 3 add up a closed quarter, and cover the same
        time again: ask for one kind. A sum that is null is kept private; a row “Other (merged)” holds what
        such sums add up to.
      </p>
      {facts.map(({ fact, cubes }) =>
        cubes.map((cube) => (
          <details key={cube.name} className="sql-table">
            <summary>
              <code>{cube.name}</code>
            </summary>
            <p>{sentence(`added up from ${fact.description}`)}</p>
            <dl>
              {cube.columns.map(({ name, type, role, description }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {sentence(description)} ({types[type]}
                    {units[role]})
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )),
      )}
    </section>
  )
}

/** Begins with a capital and ends with a stop. */
function sentence(text: string): string {
  const end = text.endsWith('.') ? '' : '.'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`
}
