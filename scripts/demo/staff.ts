import { positions, type RoleGroup } from './positions.ts'
import { type Site, sites } from './practice.ts'
import { demoProviders } from './providers.ts'
import { firstDay, lastDay } from './demoClock.ts'
import { createRandom, type Random } from './random.ts'

/** One employee, providers on the payroll too. Nobody has a name. */
export interface Employee {
  /** With its leading zeros. */
  readonly id: string
  readonly role: RoleGroup
  readonly title: string
  readonly site: Site
  readonly weeklyHours: number
  /** Pay per hour in cents, of 2023. */
  readonly hourlyCents: number
  readonly hiredOn: number
  readonly leftOn: number | null
  readonly isOwner: boolean
  /** Place in `positions` of the job; null for providers. */
  readonly position: number | null
}

/** Everybody who was on the payroll in the three years, in order of employee number. */
export function simulateStaff(seed: number): readonly Employee[] {
  const random = createRandom(seed, 'staff')
  const employees = [
    ...positions.flatMap((_, position) => holders(position, random)),
    ...providersOnPayroll(),
  ]
  return employees
    .sort((a, b) => a.hiredOn - b.hiredOn)
    .map((employee, index) => ({ ...employee, id: String(101 + index * 3).padStart(6, '0') }))
}

/** One after the other, with a gap in between while the position is open. */
function holders(place: number, random: Random): readonly Employee[] {
  const position = positions[place]
  if (position === undefined) throw new Error(`unknown position: ${String(place)}`)
  const { role, title, site, weeklyHours, hourlyCents } = position
  const all: Employee[] = []
  let hiredOn = firstDay - 30 - random.tail(position.years * 365, 4_000)
  for (let isFirst = true; hiredOn <= lastDay; isFirst = false) {
    const from = isFirst ? firstDay : hiredOn
    const leaves = from + 35 + random.tail(position.years * 365, 9_000)
    const leftOn = leaves <= lastDay ? leaves : null
    const job = { role, title, site, weeklyHours, hourlyCents, position: place }
    all.push({ ...job, id: '', hiredOn, leftOn, isOwner: false })
    if (leftOn === null) break
    hiredOn = leftOn + random.int(12, 60)
  }
  return all
}

function providersOnPayroll(): readonly Employee[] {
  return demoProviders
    .filter((provider) => provider.employment !== 'locum')
    .map((provider) => ({
      id: '',
      role: provider.type === 'NP' || provider.type === 'PA' ? 'app' : 'physician',
      title:
        provider.type === 'NP' || provider.type === 'PA'
          ? `${provider.type} ${provider.specialty}`
          : provider.specialty,
      site: provider.clinics[0]?.[1] ?? sites[0],
      weeklyHours: Math.round(provider.fte * 40),
      hourlyCents: Math.round(provider.biweeklyCents / (Math.round(provider.fte * 40) * 2)),
      hiredOn: provider.start,
      leftOn: provider.end,
      isOwner: provider.employment === 'owner',
      position: null,
    }))
}
