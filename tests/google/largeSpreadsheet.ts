import type { StandInCell } from './workbook/cell.ts'
import type { NewSpreadsheet } from './StandInSpreadsheet.ts'
import type { NewTab } from './workbook/StandInTab.ts'

/** How large an invented spreadsheet is. */
export interface LargeSize {
  readonly id: string
  /** `Charges`, `Charges 2` and so on; the small tabs of providers and payers come besides. */
  readonly tabs: number
  /** Charges on each tab, the header besides. */
  readonly rowsPerTab: number
  /** At least the first five below; beyond those that have a meaning, remarks. */
  readonly columns: number
  readonly title?: string
}

const providers = ['Ada Birch', 'Ben Cole', 'Cora Dale', 'Dan Elm', 'Eve Ford']
const payers = ['Plan One', 'Plan Two', 'Plan Three', 'Self-pay']

/** 2023-01-01 as a serial number. */
const firstDay = 44_927
const days = 1050

type Column = readonly [header: string, cell: (index: number) => StandInCell]

const columns: readonly Column[] = [
  ['Charge ID', (index) => `C${index}`],
  ['Date of Service', (index) => firstDay + (index % days)],
  ['Post Date', (index) => firstDay + (index % days) + (index % 5)],
  ['Provider', (index) => providers[index % providers.length] ?? null],
  ['Charge Amount', (index) => 90 + (index % 400) + (index % 100) / 100],
  ['Primary Payer Name', (index) => payers[(index >> 2) % payers.length] ?? null],
  ['Location', (index) => (index % 3 === 0 ? 'North' : 'South')],
  ['CPT Code', (index) => String(99_211 + (index % 5))],
  ['Units', () => 1],
  ['Claim ID', (index) => `K${index >> 1}`],
]

/** An invented spreadsheet of charges; its cells are worked out when they are read, so its size costs no memory. */
export function largeSpreadsheet({ id, tabs, rowsPerTab, columns: width, title }: LargeSize): NewSpreadsheet {
  const chosen = Array.from({ length: width }, (_, place) => columns[place] ?? remark(place))
  const header = chosen.map(([text]) => text)
  const chargeTabs = Array.from({ length: tabs }, (_, tab): NewTab => {
    const first = tab * rowsPerTab
    const row = (index: number) => (index === 0 ? header : chosen.map(([, cell]) => cell(first + index - 1)))
    return {
      title: tab === 0 ? 'Charges' : `Charges ${tab + 1}`,
      rows: { length: rowsPerTab + 1, row },
      rowCount: rowsPerTab + 1,
      columnCount: width,
      frozenRowCount: 1,
    }
  })
  return { id, title: title ?? 'Large practice', tabs: [...chargeTabs, ...smallTabs] }
}

function remark(place: number): Column {
  return [`Remark ${place - columns.length + 1}`, (index) => `r${(index * 7 + place) % 1000}`]
}

const smallTabs: readonly NewTab[] = [
  {
    title: 'Providers',
    rows: [['provider_id', 'display_name'], ...providers.map((name, index) => [`P${index}`, name])],
    rowCount: 20,
    columnCount: 2,
  },
  {
    title: 'Payers',
    rows: [
      ['payer_id', 'name', 'class'],
      ...payers.map((name, index) => [`Y${index}`, name, name === 'Self-pay' ? 'self_pay' : 'commercial']),
    ],
    rowCount: 20,
    columnCount: 3,
  },
]
