import { useContext, useId, useState, type ReactNode } from 'react'
import { paperPlace } from '../print/paperPlace.ts'
import { usePaper } from '../print/usePaper.ts'
import type { DataTable } from './dataTable.ts'
import { DataTableView } from './DataTableView.tsx'
import { DownloadNotes } from './DownloadNotes.ts'
import { Icon } from './Icon.tsx'
import { saveFile } from './saveFile.ts'

/** Where a chart's answer stands; a reason is a sentence for the reader. */
export type ChartState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready' }
  | { readonly status: 'none'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string }

interface Props {
  readonly title: string
  readonly state: ChartState
  readonly summary: string
  readonly table: DataTable
  /** Of the download, without its ending. */
  readonly fileName: string
  /** Date basis, freshness and what else must be said. */
  readonly note: string
  readonly onRetry: () => void
  /** Whether the plot is a table already, and so no picture to assistive technology. */
  readonly plotIsTable?: boolean
  /** Whether the table stands under the plot, rather than in its place. */
  readonly tableBelow?: boolean
  readonly children: ReactNode
}

/** A chart with its sentence, its table and the table's download; or a quiet line that says why not. */
export function ChartFrame(props: Props): ReactNode {
  const { title, state, summary, table, fileName, note, tableBelow = false } = props
  const [showsTable, setShowsTable] = useState(false)
  const paper = usePaper()
  const notes = useContext(DownloadNotes)
  const headingId = useId()
  const ready = state.status === 'ready'
  if (state.status === 'none') {
    return (
      <section className="card chart quiet" aria-labelledby={headingId}>
        <h2 id={headingId}>{title}</h2>
        <p className="chart-why">{state.reason}</p>
      </section>
    )
  }

  async function download(): Promise<void> {
    const { toCsv } = await import('./toCsv.ts')
    saveFile(`${fileName}.csv`, 'text/csv;charset=utf-8', toCsv(table, notes))
  }

  return (
    <section className={paper ? `card chart ${paperPlace(props)}` : 'card chart'} aria-labelledby={headingId}>
      <div className="chart-head">
        <h2 id={headingId}>{title}</h2>
        {ready && (
          <div className="chart-tools">
            {!tableBelow && (
              <button
                className="button quiet"
                type="button"
                aria-pressed={showsTable}
                aria-label={`${title}: show as a table`}
                onClick={() => setShowsTable(!showsTable)}
              >
                <Icon name={showsTable ? 'chart' : 'table'} />
                {showsTable ? 'Chart' : 'Table'}
              </button>
            )}
            <button
              className="button quiet"
              type="button"
              aria-label={`${title}: download CSV`}
              onClick={() => void download()}
            >
              <Icon name="download" />
              CSV
            </button>
          </div>
        )}
      </div>
      <p className="chart-summary">{ready ? summary : ''}</p>
      <div className="chart-body">
        {showsTable && ready && !paper ? (
          <DataTableView table={table} caption={title} />
        ) : (
          // Mounted anew for paper, whose width it then measures.
          <ChartBody key={paper ? 'paper' : 'screen'} {...props} />
        )}
      </div>
      {(tableBelow || (paper && !props.plotIsTable)) && ready && (
        <DataTableView table={table} caption={title} />
      )}
      <p className="chart-foot">{note}</p>
    </section>
  )
}

function ChartBody({ title, state, summary, plotIsTable, onRetry, children }: Props): ReactNode {
  if (state.status === 'loading') return <div className="chart-empty">Loading…</div>
  if (state.status === 'failed') {
    return (
      <div className="chart-empty">
        <p>Not computed. {state.reason}</p>
        <button className="button" type="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    )
  }
  if (plotIsTable) return children
  return (
    <div role="img" aria-label={`${title}. ${summary}`}>
      {children}
    </div>
  )
}
