import { contracts } from '../../scripts/private/contracts/contracts.ts'
import type { Field } from '../../scripts/private/contracts/contract.ts'
import { datasets, type Dataset } from '../../scripts/private/contracts/dataset.ts'
import { madeUpDigits, madeUpWord, type Planted } from './canary.ts'

/** A cell as somebody typed it. */
export type PlantedCell = string | number | { readonly day: string } | null

/** A tab with a canary in every column. */
export interface PlantedTab {
  readonly dataset: Dataset
  /** A name by which the sync knows what it holds. */
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly PlantedCell[])[]
}

/** What may be published as it stands, and why. Nothing else of the planted practice may. */
export const published = {
  practice: 'Two Rivers Clinic',
  /** Names under which providers are shown: the practice chose them in its providers tab. */
  providers: ['Ada Birch', 'Ben Cole'],
  /** Sites are the practice's own addresses of work, not a patient's. */
  sites: ['Northside', 'Southgate'],
} as const

/** Rows come in blocks of twenty that agree in all by which sums are split: no sum is one row's amount. */
const block = 20
const rowCount = 80

type Make = (index: number) => PlantedCell

/** Every dataset with a canary in each of its columns, and in columns that nobody asked for. */
export function plantedTabs(planted: Planted): PlantedTab[] {
  return datasets.map((dataset) => {
    const fields = Object.entries(contracts[dataset].fields)
    const makers = fields.map(([name, field]) => makerOf(planted, dataset, [name, field]))
    const extra = extraColumns(planted, dataset)
    const good = Array.from({ length: rowsOf(dataset) }, (_, index) => [
      ...makers.map((make) => make(index)),
      ...extra.map(({ make }) => make(index)),
    ])
    const bad = badRows(planted, dataset, good[0] ?? [])
    return {
      dataset,
      name: dataset,
      headers: [
        ...fields.map(([name]) => headerOf(planted, dataset, name)),
        ...extra.map(({ header }) => header),
      ],
      rows: [...good, ...bad],
    }
  })
}

function rowsOf(dataset: Dataset): number {
  if (dataset === 'settings') return 2
  if (dataset === 'map_header_alias') return 1
  if (dataset === 'providers' || dataset === 'goals') return 2
  if (dataset.startsWith('map_')) return 4
  return dataset === 'budget' ? 2 : rowCount
}

/** The header of one column is a word of the practice's own, which its map of headers explains. */
function headerOf(planted: Planted, dataset: Dataset, field: string): string {
  return dataset === 'charges' && field === 'patient_key'
    ? planted.text('map_header_alias.raw_header')
    : field
}

/** For every column that takes no free text a row in which it holds some. A word in place of a status stops the run. */
function badRows(planted: Planted, dataset: Dataset, good: readonly PlantedCell[]): PlantedCell[][] {
  if (rowsOf(dataset) < rowCount) return []
  return Object.entries(contracts[dataset].fields).flatMap(([name, { kind, unmapped }], column) => {
    if (kind === 'text' || kind === 'id' || unmapped === 'refuse') return []
    const word = planted.text(`${dataset}.${name}, unreadable`)
    return [good.map((cell, index) => (index === column ? word : cell))]
  })
}

/** What nobody reads: every kind of thing that people keep beside a patient's name. */
function extraColumns(planted: Planted, dataset: Dataset): { header: string; make: Make }[] {
  const give = (what: string, value: (seed: string) => string) => (index: number) => {
    const seed = `${dataset}, ${what}, ${String(index % 3)}`
    return planted.given(seed, value(seed))
  }
  const digits = (seed: string, from: number, to: number) => madeUpDigits(seed, 12).slice(from, to)
  const word = (what: string) => (index: number) =>
    planted.text(`${dataset}, ${what}`, `n${String(index % 3)}`)
  return [
    {
      header: 'Guarantor',
      make: (index) => `${word('first name')(index)} ${word('last name')(index)}`,
    },
    {
      header: 'SSN',
      make: give('SSN', (seed) => `9${digits(seed, 0, 2)}-${digits(seed, 2, 4)}-${digits(seed, 4, 8)}`),
    },
    {
      header: 'Home Phone',
      make: give('telephone', (seed) => `(${digits(seed, 0, 3)}) 555-${digits(seed, 3, 7)}`),
    },
    { header: 'E-Mail', make: give('e-mail', (seed) => `${madeUpWord(seed)}@mail.example`) },
    { header: 'Born', make: birthday(planted, dataset) },
    { header: 'Street', make: give('street', (seed) => `${digits(seed, 0, 4)} ${madeUpWord(seed)} Lane`) },
    { header: 'ZIP', make: give('ZIP', (seed) => `${digits(seed, 0, 5)}-${digits(seed, 5, 9)}`) },
    { header: 'Account Balance', make: () => planted.money(`${dataset}, extra amount`) },
    { header: 'Remarks of the doctor', make: word('remark') },
    { header: planted.text(`${dataset}, header of an extra column`), make: word('extra column') },
    { header: '', make: word('column without a header') },
  ]
}

function birthday(planted: Planted, dataset: Dataset): Make {
  return (index) => {
    const seed = Number(madeUpDigits(`${dataset} birthday`, 4)) + (index % 3)
    const day = new Date(Date.UTC(1921 + (seed % 60), seed % 12, 1 + (seed % 28))).toISOString().slice(0, 10)
    return { day: planted.day(`${dataset}, birthday`, day) }
  }
}

function blockOf(index: number): number {
  return Math.floor(index / block) % 4
}

const one = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** Words of the practice's own, which its maps explain. */
const mapped = {
  map_status: ['completed', 'no_show', 'completed', 'cancelled'],
  map_visit_type: ['new', 'established', 'procedure', 'telehealth'],
  map_transaction_type: ['insurance_payment', 'patient_payment', 'adjustment', 'charge'],
  map_adjustment: ['contractual', 'charity', 'bad_debt', 'coding'],
} as const

type MapTab = keyof typeof mapped

const isMap = (dataset: Dataset): dataset is MapTab => dataset in mapped

/** How a column is filled: by what it is called, else by what it holds. */
function makerOf(planted: Planted, dataset: Dataset, [name, field]: readonly [string, Field]): Make {
  const special = specials(planted, dataset)[name] ?? common(planted)[name]
  if (special) return special
  const own = `${dataset}.${name}`
  const day = (index: number) => ({ day: `2026-10-${String(1 + (index % block)).padStart(2, '0')}` })
  const byKind: Readonly<Record<Field['kind'], Make>> = {
    id: (index) => planted.text(own, `r${String(index)}`),
    text: (index) => planted.text(own, `r${String(index)}`),
    date: day,
    timestamp: day,
    time: () => '09:30',
    money: (index) =>
      index % block === 7 ? Number(planted.money(`${own} ${String(blockOf(index))}`)) : 100 + index / 4,
    hours: () => 40,
    minutes: () => 30,
    decimal: () => 1,
    integer: () => 1,
    boolean: () => 'no',
    choice: (index) =>
      field.unmapped === 'unmapped' && index % block === 3
        ? planted.text(own)
        : one(field.values ?? [null], 0),
    marker: (index) => `${planted.text(own, `r${String(index)}`)} ${planted.text(`${own}, last name`)}`,
  }
  return byKind[field.kind]
}

/** Columns that several datasets share, and by which their rows belong together. */
function common(planted: Planted): Readonly<Record<string, Make>> {
  const numbered = (name: string) => (index: number) => planted.text(name, `n${String(index)}`)
  const provider = (index: number) => planted.text('providers.aliases', `p${String(blockOf(index) % 2)}`)
  return {
    patient_key: numbered('patient_key'),
    charge_id: numbered('charge_id'),
    encounter_id: numbered('encounter_id'),
    claim_id: numbered('claim_id'),
    employee_id: numbered('employee_id'),
    slot_id: numbered('slot_id'),
    cpt: (index) => planted.text('cpt', `c${String(blockOf(index))}`),
    provider,
    rendering_provider: provider,
    location: (index) => one(published.sites, blockOf(index) >> 1),
    payer: (index) => planted.text('payers.aliases', `y${String(index % block)}`),
    payer_class: () => null,
    term_date: () => null,
    is_owner: () => 'no',
    period_start: () => ({ day: '2026-10-01' }),
    period_end: () => ({ day: '2026-10-15' }),
    pay_date: () => ({ day: '2026-10-20' }),
  }
}

/** Columns of one dataset that must fit something else. */
function specials(planted: Planted, dataset: Dataset): Readonly<Record<string, Make>> {
  const word = (map: MapTab) => (index: number) => planted.text(`${map}.raw`, `w${String(blockOf(index))}`)
  if (isMap(dataset)) {
    return {
      raw: (index) => planted.text(`${dataset}.raw`, `w${String(index)}`),
      canonical: (index) => one(mapped[dataset], index),
    }
  }
  const all: Partial<Record<Dataset, Readonly<Record<string, Make>>>> = {
    settings: {
      setting: (index) => (index === 0 ? 'practice name' : planted.text('settings.setting')),
      value: (index) => (index === 0 ? published.practice : planted.text('settings.value')),
    },
    map_header_alias: {
      map_dataset: () => 'charges',
      raw_header: () => planted.text('map_header_alias.raw_header'),
      canonical: () => 'patient_key',
    },
    providers: {
      display_name: (index) => one(published.providers, index),
      aliases: (index) => planted.text('providers.aliases', `p${String(index)}`),
    },
    payers: {
      aliases: (index) => planted.text('payers.aliases', `y${String(index)}`),
      class: (index) => (index % 2 === 0 ? 'medicare' : 'commercial'),
    },
    goals: {
      metric: () => 'No-show rate',
      scope: () => 'provider',
      scope_id: (index) => (index === 0 ? published.providers[0] : planted.text('goals.scope_id')),
      target: () => 0.05,
    },
    budget: {
      location: (index) => one(published.sites, index),
      amount: (index) => Number(planted.money(`budget.amount ${String(index)}`)),
    },
    appointments: {
      status: word('map_status'),
      visit_type: word('map_visit_type'),
      visit_group: () => null,
      appt_id: (index) => planted.text('encounter_id', `n${String(index)}`),
    },
    // A charge is no transaction.
    transactions: {
      type: (index) => word('map_transaction_type')(index % (3 * block)),
      adj_category: word('map_adjustment'),
    },
    billing: {
      type: word('map_transaction_type'),
      adj_category: word('map_adjustment'),
      charge_amount: () => null,
      payment_amount: () => null,
      adjustment_amount: () => null,
    },
    expenses: { category: (index) => (index % 2 === 0 ? 'rent_occupancy' : 'medical_supplies') },
    aging: { as_of: () => ({ day: '2026-09-30' }), bucket: () => '31-60' },
    wrvu_table: { year: () => 2026, cpt: (index) => planted.text('cpt', `c${String(index)}`) },
  }
  return all[dataset] ?? {}
}
