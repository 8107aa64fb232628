import { defineContract, type RowOf } from './contract.ts'
import { budgetCategories, expenseCategories, payerClasses, roleGroups } from './vocabularies.ts'

export const providers = defineContract({
  dataset: 'providers',
  grain: 'one row per provider',
  keys: [['provider_id']],
  control: null,
  fields: {
    provider_id: { kind: 'id', required: true, privacy: 'none', aliases: ['id', 'provider no'], description: 'Provider.' },
    display_name: { kind: 'text', required: true, privacy: 'none', aliases: ['name', 'provider name', 'display name'], description: 'Name as published.' },
    npi: { kind: 'id', required: false, privacy: 'none', aliases: ['npi number'], description: 'National provider identifier.' },
    type: { kind: 'text', required: false, privacy: 'none', aliases: ['credential', 'provider type'], description: 'MD, DO, NP, PA …' },
    specialty: { kind: 'text', required: false, privacy: 'none', aliases: ['speciality'], description: 'Specialty.' },
    employment: { kind: 'choice', required: false, privacy: 'none', values: ['owner', 'employed', 'locum'], aliases: [], description: 'Owner, employed or locum.' },
    clinical_fte: { kind: 'decimal', required: false, privacy: 'none', aliases: ['fte', 'clinical fte'], description: 'Clinical full-time equivalent, 0 to 1.' },
    start: { kind: 'date', required: false, privacy: 'none', aliases: ['start date'], description: 'First day.' },
    end: { kind: 'date', required: false, privacy: 'none', aliases: ['end date'], description: 'Last day; blank while here.' },
    aliases: { kind: 'text', required: false, privacy: 'none', aliases: ['also written', 'spellings'], description: 'All spellings, separated by semicolons.' },
    locations: { kind: 'text', required: false, privacy: 'none', aliases: ['location', 'sites'], description: 'Sites.' },
  },
})

export const payers = defineContract({
  dataset: 'payers',
  grain: 'one row per payer',
  keys: [['payer_id']],
  control: null,
  fields: {
    payer_id: { kind: 'id', required: true, privacy: 'none', aliases: ['id'], description: 'Payer.' },
    name: { kind: 'text', required: true, privacy: 'none', aliases: ['payer', 'payer name'], description: 'Name.' },
    class: { kind: 'choice', required: true, privacy: 'none', values: payerClasses, aliases: ['payer class', 'financial class', 'group'], description: 'Payer class.' },
    aliases: { kind: 'text', required: false, privacy: 'none', aliases: ['also written', 'spellings'], description: 'All spellings, separated by semicolons.' },
    timely_filing_days: { kind: 'integer', required: false, privacy: 'none', aliases: ['timely filing'], description: 'Filing limit in days from the day of service.' },
    contract_renewal: { kind: 'date', required: false, privacy: 'none', aliases: ['renewal'], description: 'Contract renewal.' },
  },
})

export const staff = defineContract({
  dataset: 'staff',
  grain: 'one row per employee',
  keys: [['employee_id']],
  control: null,
  fields: {
    employee_id: { kind: 'id', required: true, privacy: 'staff', aliases: ['emp id', 'employee no', 'file #', 'emp no'], description: 'Employee.' },
    role_group: { kind: 'choice', required: true, privacy: 'none', values: roleGroups, aliases: ['role', 'job group'], description: 'Role group.' },
    job_title: { kind: 'text', required: false, privacy: 'none', aliases: ['title', 'position'], description: 'Title.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'home site', 'work location'], description: 'Home site.' },
    employment: { kind: 'choice', required: false, privacy: 'none', values: ['full_time', 'part_time', 'prn', 'temp', 'contract'], aliases: ['employment type', 'status'], description: 'Kind of employment.' },
    standard_weekly_hours: { kind: 'hours', required: false, privacy: 'none', aliases: ['weekly hours', 'hours per week'], description: 'Hours a week, hundredths.' },
    fte: { kind: 'decimal', required: false, privacy: 'none', aliases: [], description: 'Full-time equivalent.' },
    hire_date: { kind: 'date', required: false, privacy: 'staff', aliases: ['hired', 'date of hire'], description: 'Hired.' },
    term_date: { kind: 'date', required: false, privacy: 'staff', aliases: ['terminated', 'end date', 'left'], description: 'Left; blank while here.' },
    pto_balance_hours: { kind: 'hours', required: false, privacy: 'staff', aliases: ['pto balance', 'pto balance (hours)', 'pto hours', 'leave balance', 'vacation balance'], description: 'Leave hours owed, hundredths; sick leave left out.' },
    is_owner: { kind: 'boolean', required: false, privacy: 'staff', aliases: ['owner', 'partner'], description: 'Owner.' },
  },
})

export const budget = defineContract({
  dataset: 'budget',
  grain: 'one row per month and category (and site)',
  keys: [['month', 'category', 'location']],
  control: 'amount',
  fields: {
    month: { kind: 'date', required: true, privacy: 'none', aliases: ['budget month', 'period'], description: 'Any day of the month.' },
    category: { kind: 'choice', required: true, privacy: 'none', values: budgetCategories, aliases: ['line', 'account'], description: 'Expense category, collections, other income or visits.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site'], description: 'Site.' },
    amount: { kind: 'money', required: true, privacy: 'none', aliases: ['budget', 'budgeted'], description: 'Budget in cents (for visits: count times 100).' },
    basis: { kind: 'choice', required: false, privacy: 'none', values: ['cash', 'accrual'], aliases: [], description: 'Accounting basis.' },
  },
})

export const expenses = defineContract({
  dataset: 'expenses',
  grain: 'one row per invoice or payment',
  keys: [['vendor', 'invoice_no', 'category'], ['invoice_date', 'vendor', 'category', 'amount']],
  control: 'amount',
  fields: {
    invoice_date: { kind: 'date', required: true, privacy: 'none', aliases: ['date', 'bill date'], description: 'Invoice date.' },
    due_date: { kind: 'date', required: false, privacy: 'none', aliases: ['due'], description: 'Due.' },
    paid_date: { kind: 'date', required: false, privacy: 'none', aliases: ['paid', 'paid on'], description: 'Paid; blank is open.' },
    vendor: { kind: 'text', required: true, privacy: 'none', aliases: ['payee', 'supplier'], description: 'Vendor; private side only.' },
    invoice_no: { kind: 'id', required: false, privacy: 'none', aliases: ['invoice', 'invoice number', 'bill no'], description: 'Invoice number.' },
    category: { kind: 'choice', required: true, privacy: 'none', values: expenseCategories, aliases: ['account', 'expense category'], description: 'Category.' },
    amount: { kind: 'money', required: true, privacy: 'none', aliases: ['total', 'invoice amount'], description: 'Amount in cents.' },
    is_owner_expense: { kind: 'boolean', required: false, privacy: 'none', aliases: ['owner expense', 'owner?'], description: 'Owner expense; left out of overhead.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site'], description: 'Site.' },
  },
})

export const credentials = defineContract({
  dataset: 'credentials',
  grain: 'one row per holder, type and number',
  keys: [['holder_id', 'type', 'number_last4']],
  control: null,
  fields: {
    holder_id: { kind: 'id', required: true, privacy: 'staff', aliases: ['holder', 'employee id', 'provider id'], description: 'Who holds it.' },
    type: { kind: 'text', required: true, privacy: 'none', aliases: ['credential', 'credential type'], description: 'Licence, DEA, board, BLS …' },
    number_last4: { kind: 'id', required: false, privacy: 'staff', aliases: ['last 4', 'number'], description: 'Last four characters.' },
    issued: { kind: 'date', required: false, privacy: 'none', aliases: ['issue date'], description: 'Issued.' },
    expires: { kind: 'date', required: true, privacy: 'none', aliases: ['expiry', 'expiration', 'expiration date', 'expires on'], description: 'Expires.' },
    renewed_on: { kind: 'date', required: false, privacy: 'none', aliases: ['renewed', 'renewal date'], description: 'Renewed; blank is not yet.' },
  },
})

export const complianceTasks = defineContract({
  dataset: 'compliance_tasks',
  grain: 'one row per task and due date',
  keys: [['task', 'due']],
  control: null,
  fields: {
    task: { kind: 'text', required: true, privacy: 'none', aliases: ['item', 'duty'], description: 'Task.' },
    rule: { kind: 'text', required: false, privacy: 'none', aliases: ['regulation', 'area'], description: 'Rule it follows.' },
    due: { kind: 'date', required: true, privacy: 'none', aliases: ['due date', 'due on'], description: 'Due.' },
    done: { kind: 'date', required: false, privacy: 'none', aliases: ['done on', 'completed', 'completed on'], description: 'Done; blank is open.' },
  },
})

export const goals = defineContract({
  dataset: 'goals',
  grain: 'one row per metric, scope and first month',
  keys: [['metric', 'scope', 'scope_id', 'effective_from']],
  control: null,
  fields: {
    metric: { kind: 'text', required: true, privacy: 'none', aliases: ['kpi', 'measure'], description: 'Metric id, or its label.' },
    scope: { kind: 'choice', required: true, privacy: 'none', values: ['practice', 'provider', 'location'], aliases: ['level'], description: 'Whose goal.' },
    scope_id: { kind: 'text', required: false, privacy: 'none', aliases: ['scope name', 'for'], description: 'Provider or site.' },
    target: { kind: 'decimal', required: true, privacy: 'none', aliases: ['goal'], description: 'Rate 0 to 1, days, count, or dollars for a money metric; 12% and 0.12 are the same.' },
    lower_ok: { kind: 'decimal', required: false, privacy: 'none', aliases: ['ok from', 'amber low'], description: 'Lower end of the amber band.' },
    upper_ok: { kind: 'decimal', required: false, privacy: 'none', aliases: ['ok to', 'amber high'], description: 'Upper end of the amber band.' },
    direction: { kind: 'choice', required: false, privacy: 'none', values: ['up', 'down'], aliases: ['better'], description: 'Which way is better.' },
    effective_from: { kind: 'date', required: true, privacy: 'none', aliases: ['from', 'since', 'effective'], description: 'First month.' },
    source: { kind: 'text', required: false, privacy: 'none', aliases: ['source / note'], description: 'Where the target comes from.' },
  },
})

export const settingsTab = defineContract({
  dataset: 'settings',
  grain: 'one row per setting',
  keys: [['setting']],
  control: null,
  fields: {
    setting: { kind: 'text', required: true, privacy: 'none', aliases: ['key', 'name'], description: 'Setting.' },
    value: { kind: 'text', required: false, privacy: 'none', aliases: [], description: 'Value.' },
  },
})

/** The four value maps share one shape: a raw value and what it means. */
function mapContract<const Name extends 'map_status' | 'map_transaction_type' | 'map_adjustment' | 'map_visit_type'>(dataset: Name) {
  return defineContract({
    dataset,
    grain: 'one row per raw value',
    keys: [['raw']],
    control: null,
    fields: {
      raw: { kind: 'text', required: true, privacy: 'none', aliases: ['raw value', 'value', 'as written', 'in the export'], description: 'Value as the export writes it.' },
      canonical: { kind: 'text', required: true, privacy: 'none', aliases: ['means', 'maps to', 'canonical value', 'group'], description: 'What it means.' },
    },
  })
}

export const mapStatus = mapContract('map_status')
export const mapTransactionType = mapContract('map_transaction_type')
export const mapAdjustment = mapContract('map_adjustment')
export const mapVisitType = mapContract('map_visit_type')

export const mapHeaderAlias = defineContract({
  dataset: 'map_header_alias',
  grain: 'one row per dataset and raw header',
  keys: [['map_dataset', 'raw_header']],
  control: null,
  fields: {
    map_dataset: { kind: 'text', required: true, privacy: 'none', aliases: ['dataset', 'tab', 'table'], description: 'Dataset.' },
    raw_header: { kind: 'text', required: true, privacy: 'none', aliases: ['raw header', 'header'], description: 'Header as the export writes it.' },
    canonical: { kind: 'text', required: true, privacy: 'none', aliases: ['means', 'field', 'canonical column'], description: 'Field of the contract.' },
  },
})

export const wrvuTable = defineContract({
  dataset: 'wrvu_table',
  grain: 'one row per year, procedure code and modifier',
  keys: [['year', 'cpt', 'modifier']],
  control: null,
  fields: {
    year: { kind: 'integer', required: true, privacy: 'none', aliases: ['schedule year'], description: 'Fee schedule year.' },
    cpt: { kind: 'id', required: true, privacy: 'none', aliases: ['cpt code', 'code'], description: 'Procedure code.' },
    modifier: { kind: 'id', required: false, privacy: 'none', aliases: ['mod'], description: 'Modifier.' },
    wrvu: { kind: 'decimal', required: true, privacy: 'none', aliases: ['work rvu', 'wrvus', 'work rvus'], description: 'Work RVU per unit.' },
  },
})

export type Provider = RowOf<typeof providers>
export type Payer = RowOf<typeof payers>
export type StaffMember = RowOf<typeof staff>
export type WorkRvu = RowOf<typeof wrvuTable>
export type BudgetLine = RowOf<typeof budget>
export type Expense = RowOf<typeof expenses>
export type Credential = RowOf<typeof credentials>
export type ComplianceTask = RowOf<typeof complianceTasks>
export type Goal = RowOf<typeof goals>
