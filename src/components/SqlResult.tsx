import { useContext, type ReactNode } from 'react'
import { mostCharacters, mostRows, type SqlAnswer } from '../queries/sqlAnswer.ts'
import { formatCount } from '../format/formatCount.ts'
import type { SqlState } from '../hooks/useSql.ts'
import { sqlTexts } from '../texts/sqlTexts.ts'
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
          {state.isRefused && <p>{sqlTexts.allowed}</p>}
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
      return sqlTexts.asking
    case 'stopped':
      return sqlTexts.stopped
    case 'failed':
      return sqlTexts.failed
    case 'ready':
      return [rowsText(state.answer), ...leftOut(state.answer)].join(' ')
  }
}

function rowsText({ rows, isCut }: SqlAnswer): string {
  return isCut
    ? sqlTexts.moreRows(formatCount(mostRows))
    : sqlTexts.rows(rows.length, formatCount(rows.length))
}

/** What is not shown of an answer besides rows, in sentences. */
function leftOut({ columns, columnCount, isShortened }: SqlAnswer): string[] {
  return [
    ...(columnCount > columns.length
      ? [sqlTexts.firstColumns(formatCount(columns.length), formatCount(columnCount))]
      : []),
    ...(isShortened ? [sqlTexts.textsCut(formatCount(mostCharacters))] : []),
  ]
}

function Rows({ answer }: { readonly answer: SqlAnswer }): ReactNode {
  const notes = useContext(DownloadNotes)
  const table = tableOf(answer)

  async function download(): Promise<void> {
    const { toCsv } = await import('./toCsv.ts')
    const cut = answer.isCut ? [sqlTexts.firstRows(formatCount(mostRows))] : []
    const parts = [...notes, ...cut, ...leftOut(answer)]
    saveFile('answer.csv', 'text/csv;charset=utf-8', toCsv(table, parts))
  }

  return (
    <>
      <div className="sql-actions">
        <button
          className="button quiet"
          type="button"
          aria-label={sqlTexts.csv.name}
          onClick={() => void download()}
        >
          <Icon name="download" />
          {sqlTexts.csv.text}
        </button>
      </div>
      <DataTableView table={table} caption={sqlTexts.answer} />
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
