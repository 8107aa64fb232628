import type { ReactNode } from 'react'
import type { ReadersFact } from '../bundle/readersCubes.ts'
import { sqlTexts } from '../texts/sqlTexts.ts'

/** The tables that a question can be about, each with its columns, out of their declarations. */
export function SqlTables({ facts }: { readonly facts: readonly ReadersFact[] }): ReactNode {
  const count = facts.flatMap(({ cubes }) => cubes).length
  return (
    <section aria-labelledby="sql-tables">
      <h3 id="sql-tables">{sqlTexts.tables(count)}</h3>
      <p>{sqlTexts.tablesText}</p>
      {facts.map(({ fact, cubes }) =>
        cubes.map((cube) => (
          <details key={cube.name} className="sql-table">
            <summary>
              <code>{cube.name}</code>
            </summary>
            <p>{sentence(sqlTexts.addedUpFrom(fact.description))}</p>
            <dl>
              {cube.columns.map(({ name, type, role, description }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {sqlTexts.column(sentence(description), sqlTexts.types[type], sqlTexts.units[role])}
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
