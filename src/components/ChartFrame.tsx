import { useContext, useId, useRef, useState, type ReactNode } from 'react'
import { chartTexts as texts } from '../texts/chartTexts.ts'
import { ChartMenu, type ChartAction } from './ChartMenu.tsx'
import { ChartWalk } from './ChartWalk.tsx'
import { paperPlace } from '../print/paperPlace.ts'
import { usePaper } from '../print/usePaper.ts'
import type { DataTable } from './dataTable.ts'
import { DataTableView } from './DataTableView.tsx'
import { DownloadNotes } from './DownloadNotes.ts'
import { saveFile } from './saveFile.ts'
import type { WalkPoint } from './walkPoints.ts'

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
  /** Whose numbers these are, for a picture; '' where the note says it. */
  readonly about?: string
  /** The stops of the arrow keys. */
  readonly points?: readonly WalkPoint[]
  readonly onPick?: ((value: string) => void) | undefined
  /** Absent where the page says why numbers could not be had, and has the way to try again. */
  readonly onRetry?: () => void
  /** Whether the plot is a table already, and so no picture to assistive technology. */
  readonly plotIsTable?: boolean
  /** Whether the table stands under the plot, rather than in its place. */
  readonly tableBelow?: boolean
  readonly children: ReactNode
}

/** A chart with its sentence and the menu of its table, its data and its picture; or a quiet line that says why not. */
export function ChartFrame(props: Props): ReactNode {
  const { title, state, summary, table, fileName, note, tableBelow = false } = props
  const [showsTable, setShowsTable] = useState(false)
  const body = useRef<HTMLDivElement>(null)
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

  async function picture(): Promise<void> {
    if (!body.current) return
    const { chartPicture } = await import('../export/chartPicture.ts')
    const about = props.about ? [props.about] : []
    const foot = [...about, note, ...notes].filter((line) => line !== '')
    saveFile(`${fileName}.png`, 'image/png', await chartPicture(body.current, { title, summary, foot }))
  }

  const actions: ChartAction[] = [
    ...(tableBelow
      ? []
      : [
          {
            icon: showsTable ? ('chart' as const) : ('table' as const),
            ...(showsTable ? texts.asChart : texts.asTable),
            act: () => setShowsTable(!showsTable),
          },
        ]),
    { icon: 'download', ...texts.csv, act: () => void download() },
    { icon: 'download', ...texts.png, act: () => void picture() },
  ]

  return (
    <section className={paper ? `card chart ${paperPlace(props)}` : 'card chart'} aria-labelledby={headingId}>
      <div className="chart-head">
        <h2 id={headingId}>{title}</h2>
        {ready && <ChartMenu title={title} actions={actions} />}
      </div>
      <p className="chart-summary">{ready ? summary : ''}</p>
      <div className="chart-body" ref={body}>
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

function ChartBody(props: Props): ReactNode {
  const { title, state, summary, plotIsTable, points = [], onPick, onRetry, children } = props
  if (state.status === 'loading') {
    return (
      <div className="chart-waiting" aria-busy="true">
        <span className="visually-hidden">{texts.loading}</span>
      </div>
    )
  }
  if (state.status === 'failed') {
    return (
      <div className="chart-empty">
        <p>{onRetry ? texts.notComputed(state.reason) : texts.failed}</p>
        {onRetry && (
          <button className="button" type="button" onClick={onRetry}>
            {texts.tryAgain}
          </button>
        )}
      </div>
    )
  }
  if (plotIsTable) return children
  return (
    <ChartWalk title={title} summary={summary} points={points} onPick={onPick}>
      {children}
    </ChartWalk>
  )
}
