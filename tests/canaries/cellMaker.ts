import type { Field } from '../../scripts/private/contracts/contract.ts'
import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { Planted } from './canary.ts'
import { misplaced } from './misplaced.ts'
import type { MakeCell } from './plantedTabs.ts'
import { published } from './published.ts'

/** Rows come in blocks of twenty that agree in all by which sums are split: no sum is one row's amount. */
const block = 20

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
export function cellMaker(
  planted: Planted,
  dataset: Dataset,
  [name, field]: readonly [string, Field],
): MakeCell {
  const special = specials(planted, dataset)[name] ?? common(planted)[name]
  if (special) return special
  const own = `${dataset}.${name}`
  const day = (index: number) => ({ day: `2026-10-${String(1 + (index % block)).padStart(2, '0')}` })
  const byKind: Readonly<Record<Field['kind'], MakeCell>> = {
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
function common(planted: Planted): Readonly<Record<string, MakeCell>> {
  const numbered = (name: string) => (index: number) => planted.text(name, `n${String(index)}`)
  const alias = (index: number) => planted.text('providers.aliases', `p${String(blockOf(index) % 2)}`)
  const provider = (index: number) => misplaced(planted, 'provider', index) ?? alias(index)
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
    location: (index) => misplaced(planted, 'location', index) ?? one(published.sites, blockOf(index) >> 1),
    payer: (index) =>
      misplaced(planted, 'payer', index) ?? planted.text('payers.aliases', `y${String(index % block)}`),
    payer_class: () => null,
    term_date: () => null,
    is_owner: () => 'no',
    period_start: () => ({ day: '2026-10-01' }),
    period_end: () => ({ day: '2026-10-15' }),
    pay_date: () => ({ day: '2026-10-20' }),
  }
}

/** Columns of one dataset that must fit something else. */
function specials(planted: Planted, dataset: Dataset): Readonly<Record<string, MakeCell>> {
  const word = (map: MapTab) => (index: number) => planted.text(`${map}.raw`, `w${String(blockOf(index))}`)
  if (isMap(dataset)) {
    return {
      raw: (index) => planted.text(`${dataset}.raw`, `w${String(index)}`),
      canonical: (index) => one(mapped[dataset], index),
    }
  }
  const all: Partial<Record<Dataset, Readonly<Record<string, MakeCell>>>> = {
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
    templates: { start_time: () => '08:00', end_time: () => '12:00' },
    shifts: { start_time: () => '08:00', end_time: () => '17:00' },
    expenses: { category: (index) => (index % 2 === 0 ? 'rent_occupancy' : 'medical_supplies') },
    aging: { as_of: () => ({ day: '2026-09-30' }), bucket: () => '31-60' },
    wrvu_table: { year: () => 2026, cpt: (index) => planted.text('cpt', `c${String(index)}`) },
  }
  return all[dataset] ?? {}
}
