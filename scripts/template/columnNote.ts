import type { FieldKind } from '../private/contracts/contract.ts'
import type { ContractField } from './columnRule.ts'
import type { ColumnRule } from './templateTab.ts'

/** Where the contract speaks to the code, not to a person. */
const descriptions: Readonly<Record<string, string>> = {
  'budget.amount': 'Budget in dollars; for the line visits, the number of visits.',
  'appointments.is_test': 'yes on rows of a test patient: they never count.',
  'charges.is_test': 'yes on rows of a test patient: they never count.',
  'appointments.patient_key': 'Patient number, never a name. It is never published.',
  'charges.patient_key': 'Patient number, never a name. It is never published.',
  'transactions.amount':
    'Effect on what is owed, in dollars: payments and adjustments negative, refunds, takebacks and reversals positive, transfers and denials without effect.',
  'appointments.provider': 'Who was to see the patient, as the tab Providers spells it.',
  'appointments.start_time': 'Booked start.',
  'appointments.visit_type': 'Visit type, as booked.',
  'appointments.status': 'What became of the booking.',
  'appointments.checked_in_at': 'When the patient arrived. The time alone is enough.',
  'appointments.roomed_at': 'When the patient was taken to a room. The time alone is enough.',
  'appointments.checked_out_at': 'When the patient left. The time alone is enough.',
  'appointments.is_new_patient': 'Whether the patient is new. Left empty, the visit type tells.',
  'appointments.is_telehealth': 'Whether it is a video or phone visit. Left empty, the visit type tells.',
  'appointments.slot_id': 'Number of the slot, if you fill the tab Slots.',
  'charges.rendering_provider': 'Who saw the patient, as the tab Providers spells it.',
  'transactions.charge_id': 'The charge it applies to. Left empty, it counts as unapplied.',
  'transactions.adj_category': 'Why an adjustment was made: a word of the list, or your own reason.',
  'payroll.role_group': 'Group of jobs. Left empty, the tab Staff tells.',
  'payroll.location': 'Site. Left empty, the tab Staff tells.',
  'goals.metric': 'The figure, by its name on the dashboard.',
  'goals.scope': 'Whose goal: the practice, one provider or one site.',
  'goals.scope_id': 'Which provider or site.',
  'goals.target': 'The target: 95% or 0.95 for a rate, days, a count, or dollars.',
  'aging.as_of': 'The last day of the month that the report shows.',
  'map_header_alias.map_dataset': 'What the tab with the header holds.',
  'map_header_alias.canonical': 'Which field the header means, by its name, such as payer.',
}

const examples: Readonly<Record<FieldKind, string | null>> = {
  id: '000123',
  text: null,
  date: '10/31/2026',
  timestamp: '10/31/2026 9:30 AM',
  time: '9:30 AM',
  money: '125.00',
  hours: '7.5',
  minutes: '30',
  decimal: '1',
  integer: '90',
  boolean: 'yes',
  choice: null,
  marker: 'yes',
}

const examplesByField: Readonly<Record<string, string>> = {
  provider: 'Ada Birch',
  rendering_provider: 'Ada Birch',
  display_name: 'Ada Birch',
  location: 'North',
  locations: 'North; South',
  aliases: 'Birch, Ada; A. Birch MD',
  'payers.aliases': 'Example Health PPO; EXH',
  'payers.name': 'Example Health',
  payer: 'Example Health',
  visit_type: 'Follow up',
  status: 'completed',
  cpt: '99213',
  modifiers: '25',
  carc: '45',
  method: 'check',
  'providers.type': 'MD',
  'credentials.type': 'DEA',
  specialty: 'Family medicine',
  job_title: 'Medical assistant',
  vendor: 'Example Supply Co.',
  npi: '1234567890',
  number_last4: '0417',
  clinical_fte: '0.8',
  'goals.target': '95%',
  lower_ok: '90%',
  upper_ok: '98%',
  scope_id: 'Ada Birch',
  source: 'Partners, October',
  task: 'Fire drill',
  rule: 'OSHA',
  credit_balance: '-40.00',
  'transactions.amount': '-96.50',
  raw: 'Seen by provider',
  raw_header: 'Resource Name',
  'map_header_alias.canonical': 'provider',
}

/** Letters of a list beyond which a note would be too long to read; the cell itself offers the list. */
const mostLetters = 1_500

function oneOf(words: readonly string[]): string {
  const list = words.join(', ')
  return list.length > mostLetters ? 'One of the list that the cell offers.' : `One of: ${list}.`
}

/** The note of a header: whether the column is needed, what goes in, which words, an example. */
export function columnNote(place: ContractField, rule: ColumnRule | null): string {
  const { dataset, name, field } = place
  const lines = [
    field.required ? 'Required on every row.' : 'May stay empty.',
    descriptions[`${dataset}.${name}`] ?? forPeople(field.description),
  ]
  if (rule?.kind === 'list') lines.push(oneOf(rule.words))
  if (field.map !== undefined) lines.push(`Your own words are fine: add them to the tab map_${field.map}.`)
  const example = exampleOf(place, rule)
  if (example !== null) lines.push(`Example: ${example}`)
  return lines.join('\n')
}

function exampleOf({ dataset, name, field }: ContractField, rule: ColumnRule | null): string | null {
  const known = examplesByField[`${dataset}.${name}`] ?? examplesByField[name]
  if (known !== undefined) return known
  if (rule?.kind === 'list') return rule.words[0] ?? null
  return examples[field.kind]
}

/** The ledger counts cents and hundredths; a person types dollars and hours, and knows no "private side". */
function forPeople(description: string): string {
  return description
    .replace(/\b(in )?cents\b/, (_, word: string | undefined) => `${word ?? 'in '}dollars`)
    .replace(/, hundredths\b/, '')
    .replace(/; private side only/, '; never published')
    .replace(/ \(raw reason through the map\)/, '')
}
