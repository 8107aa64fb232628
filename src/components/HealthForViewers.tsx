import type { ReactNode } from 'react'
import type { DatasetHealth, LeftOut, ViewedDataset, ViewersHealth } from '../bundle/bundle.ts'
import type { CubeTable } from '../cubes/cube.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { HealthNotes } from './HealthNotes.tsx'
import { TieOut } from './TieOut.tsx'

const names: Readonly<Record<ViewedDataset, string>> = {
  appointments: 'Appointments',
  wait_log: 'Times of arrival and departure',
  encounters: 'Encounters and their notes',
  slots: 'Bookable slots',
  templates: 'Weekly templates',
  access_samples: 'Access samples',
  charges: 'Charges',
  transactions: 'Payments and adjustments',
  claims: 'Claims',
  billing: 'Charges, payments and adjustments',
  aging: 'Aging report',
  budget: 'Budget',
  compliance_tasks: 'Compliance tasks',
  credentials: 'Licenses and certificates',
}

const bands: Readonly<Record<LeftOut, { readonly word: string; readonly tone: 'good' | 'watch' | 'bad' }>> = {
  none: { word: 'None', tone: 'good' },
  under_1_percent: { word: 'Less than 1%', tone: 'watch' },
  more: { word: '1% or more', tone: 'bad' },
}

interface Props {
  readonly health: ViewersHealth
  /** Null where the practice keeps no aging report. */
  readonly tieOut: CubeTable | null
  /** Between what rates lie while adjustments are uncategorized. */
  readonly bounds?: readonly string[]
}

/** Whether the numbers can be relied on, without a count or an amount that could tell of a single person. */
export function HealthForViewers({ health, tieOut, bounds = [] }: Props): ReactNode {
  return (
    <>
      <section className="card panel" aria-labelledby="basis">
        <h2 id="basis">What the numbers rest on</h2>
        <p>
          What was read from the practice's spreadsheets. A row that cannot be right is left out of every
          number until it is fixed there. Rows, rejected rows and unmapped values are for owners.
        </p>
        {health.datasets.length === 0 ? <p>Nothing was read.</p> : <Datasets datasets={health.datasets} />}
      </section>
      <HealthNotes title="Notes" notes={[...health.notes, ...bounds]} />
      {tieOut !== null && tieOut.rowCount > 0 && <TieOut table={tieOut} />}
    </>
  )
}

function Datasets({ datasets }: { readonly datasets: readonly DatasetHealth[] }): ReactNode {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="What the numbers rest on, table">
      <table className="table fit">
        <thead>
          <tr>
            <th scope="col">Data</th>
            <th scope="col">Newest month</th>
            <th scope="col">Rows left out</th>
          </tr>
        </thead>
        <tbody>
          {datasets.map(({ dataset, newest, leftOut }) => (
            <tr key={dataset}>
              <th scope="row">{names[dataset]}</th>
              <td className="date">{newest === null ? '—' : formatMonth(newest)}</td>
              <td>
                <span className={`badge ${bands[leftOut].tone}`}>{bands[leftOut].word}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
