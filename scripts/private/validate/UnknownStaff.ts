import { counted } from '../../words/counted.ts'
import type { StagedBatch } from '../ledger/ledger.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Tab } from '../sources/source.ts'

/**
 * Finds employees of payroll tabs of whom nothing says what they are: neither the row nor the staff tab. Owners and providers
 * among them would count as staff, silently.
 */
export class UnknownStaff {
  readonly #staff = new Set<string>()
  /** Of each tab the first row of each employee of whom it says nothing itself. */
  readonly #paid = new Map<Tab, Map<string, number>>()

  /** Takes rows that count, of any dataset. */
  add(tab: Tab, { dataset, rowNumbers, columns }: StagedBatch): void {
    const employees = columns.employee_id ?? []
    if (dataset === 'staff') for (const one of employees) this.#staff.add(String(one))
    if (dataset !== 'payroll' && dataset !== 'payroll_summary') return
    const paid = this.#paid.get(tab) ?? new Map<string, number>()
    this.#paid.set(tab, paid)
    for (const [row, employee] of employees.entries()) {
      const isKnown = columns.role_group?.[row] != null || columns.is_owner?.[row] === true
      if (typeof employee === 'string' && !isKnown && !paid.has(employee))
        paid.set(employee, rowNumbers[row] ?? 0)
    }
  }

  /** What to say of such employees, once for all tabs; never who they are. */
  warnings(): string[] {
    const found = [...this.#paid].flatMap(([tab, paid]) => {
      const rows = [...paid].flatMap(([employee, row]) => (this.#staff.has(employee) ? [] : [row]))
      return rows.length === 0 ? [] : [{ tab, row: Math.min(...rows) }]
    })
    const [first, ...others] = found
    if (first === undefined) return []
    const { tab, row } = first
    const more = others.length === 0 ? '' : `, and in ${counted(others.length, 'more tab')}`
    return [
      `Tab ${tabLabel(tab)}: nothing says in which role some of its employees work (the first in row ${String(tab.origin?.(row, null).row ?? row)}${more}), so that owners and providers among them count as staff. Add them to the Staff tab, with the number or name that the payroll has.`,
    ]
  }
}
