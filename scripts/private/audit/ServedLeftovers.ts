import { twoDatedLines, type PersonRows, type TwoDatedRows } from '../ledger/ledger.ts'
import { effectOf } from './lineGroup.ts'
import { Spread } from './Spread.ts'

/** Months of service up to a month's end, and the ages that balances of theirs have then. */
export interface ServedRun {
  readonly first: string
  readonly last: string
  readonly ages: readonly string[]
}

const other = twoDatedLines.indexOf('other')

/** What charges of some months of service leave, less the balances of their age; by person. */
export class ServedLeftovers {
  private readonly rows: TwoDatedRows
  private readonly balances: PersonRows
  private readonly servedIn: ReadonlyMap<string, readonly number[]>
  private readonly standingAt: ReadonlyMap<string, readonly number[]>

  constructor(rows: TwoDatedRows, balances: PersonRows) {
    this.rows = rows
    this.balances = balances
    this.servedIn = byMonth(rows.served, rows.monthNames)
    this.standingAt = byMonth(balances.month, balances.monthNames)
  }

  /** Whether what differs is somebody's, but too few people's to be shown. */
  isSmall(run: ServedRun): boolean {
    const nets = new Map<number, number>()
    const add = (person: number, cents: number): void => {
      nets.set(person, (nets.get(person) ?? 0) + cents)
    }
    const lines = this.linesOf(run)
    for (const row of lines) {
      if (this.rows.line[row] !== other) add(this.rows.person[row] ?? -1, effectOf(this.rows, row))
    }
    for (const row of this.balancesOf(run)) {
      add(this.balances.person[row] ?? -1, -(this.balances.measures.balance_cents?.[row] ?? 0))
    }
    const spread = new Spread()
    for (const [person, cents] of nets) if (person >= 0) spread.addPerson(Math.abs(cents))
    const keyless = nets.get(-1) ?? 0
    if (keyless !== 0) spread.addKeyless(this.keylessIn(lines, run), Math.abs(keyless))
    return spread.isSmall
  }

  private linesOf({ first, last }: ServedRun): number[] {
    return [...this.servedIn].flatMap(([month, rows]) => (month >= first && month <= last ? rows : []))
  }

  private balancesOf({ last, ages }: ServedRun): number[] {
    const { balances } = this
    const column = balances.values[balances.cut.indexOf('age_bucket')]
    const ageOf = (row: number): string => String(column?.names[column.codes[row] ?? -1])
    return (this.standingAt.get(last) ?? []).filter((row) => ages.includes(ageOf(row)))
  }

  /** Of people without a key, the rows that make the difference: other write-offs, and what was posted later. */
  private keylessIn(lines: readonly number[], { last }: ServedRun): number {
    const { rows } = this
    const isApart = (row: number): boolean =>
      rows.line[row] === other || (rows.monthNames[rows.posted[row] ?? -1] ?? '') > last
    return lines
      .filter((row) => (rows.person[row] ?? -1) < 0 && isApart(row))
      .reduce((sum, row) => sum + (rows.sourceRows[row] ?? 0), 0)
  }
}

function byMonth(
  codes: PersonRows['month'],
  names: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>(names.map((name) => [name.slice(0, 7), []]))
  for (let row = 0; row < codes.length; row += 1) {
    found.get(names[codes[row] ?? -1]?.slice(0, 7) ?? '')?.push(row)
  }
  return found
}
