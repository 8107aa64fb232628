import { useContext, type ReactNode } from 'react'
import { mostCharacters, mostRows, type SqlAnswer } from '../queries/sqlAnswer.ts'
import { formatCount } from '../format/formatCount.ts'
import type { SqlState } from '../hooks/useSql.ts'
import type { DataTable } from './dataTable.ts'
import { DataTableView } from './DataTableView.tsx'
import { DownloadNotes } from './DownloadNotes.ts'
import { Icon } from './Icon.tsx'
import { saveFile } from './saveFile.ts'

/** What came of a question: its rows with their download, the engine's refusal in its own words, or nothing yet. */
export function SqlResult({ state }: { readonly state: SqlState }): ReactNode {
  return (
    <>
      <p role="status">{statusText(state)}</p>
      {state.status === 'failed' && (
        <div role="alert">
          <pre className="sql-error">{state.reason}</pre>
          {state.isRefused && (
            <p>
              One question is answered at a time: SELECT, WITH, DESCRIBE, SHOW or SUMMARIZE, about the tables
              below.
            </p>
          )}
        </div>
      )}
      {state.status === 'ready' && <Rows answer={state.answer} />}
    </>
  )
}

function statusText(state: SqlState): string {
  switch (state.status) {
    case 'none':
      return ''
    case 'asking':
      return 'Asking…'
    case 'stopped':
      return 'Stopped.'
    case 'failed':
      return 'No answer.'
    case 'ready':
      return [rowsText(state.answer), ...leftOut(state.answer)].join(' ')
  }
}

function rowsText({ rows, isCut }: SqlAnswer): string {
  if (isCut) return `More than ${formatCount(mostRows)} rows: these are the first ${formatCount(mostRows)}.`
  return rows.length === 1 ? '1 row.' : `${formatCount(rows.length)} rows.`
}

/** What is not shown of an answer besides rows, in sentences. */
function leftOut({ columns, columnCount, isShortened }: SqlAnswer): string[] {
  return [
    ...(columnCount > columns.length
      ? [`The first ${formatCount(columns.length)} of ${formatCount(columnCount)} columns.`]
      : []),
    ...(isShortened ? [`Texts are cut after ${formatCount(mostCharacters)} characters.`] : []),
  ]
}

function Rows({ answer }: { readonly answer: SqlAnswer }): ReactNode {
  const notes = useContext(DownloadNotes)
  const table = tableOf(answer)

  async function download(): Promise<void> {
    const { toCsv } = await import('./toCsv.ts')
    const cut = answer.isCut ? [`The first ${formatCount(mostRows)} rows of more.`] : []
    const parts = [...notes, ...cut, ...leftOut(answer)]
    saveFile('answer.csv', 'text/csv;charset=utf-8', toCsv(table, parts))
  }

  return (
    <>
      <div className="sql-actions">
        <button
          className="button quiet"
          type="button"
          aria-label="Answer: download CSV"
          onClick={() => void download()}
        >
          <Icon name="download" />
          CSV
        </button>
      </div>
      <DataTableView table={table} caption="Answer" />
    </>
  )
}

/** Money is in cents, as the tables have it: the answer's columns have no unit. */
function tableOf({ columns, rows }: SqlAnswer): DataTable {
  return {
    columns: columns.map((label, index) => {
      const isNumber = rows.every((row) => row[index] === null || typeof row[index] === 'number')
      return { label, unit: isNumber ? 'plain' : 'text' }
    }),
    rows,
  }
}
