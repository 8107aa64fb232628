import { monthEnd, monthsBetween, toDay } from './calendar.ts'
import { asOfDay, firstDay, lastDay } from './demoClock.ts'
import { demoProviders } from './providers.ts'
import { createRandom, type Random } from './random.ts'
import type { Employee } from './staff.ts'

export interface CredentialLine {
  readonly holder: string
  readonly type: string
  readonly last4: string
  readonly issuedOn: number
  readonly expiresOn: number
  /** Null while not renewed. */
  readonly renewedOn: number | null
}

export interface TaskLine {
  readonly task: string
  readonly rule: string
  readonly dueOn: number
  /** Null while open. */
  readonly doneOn: number | null
}

const kinds = [
  { type: 'state_license', years: 2 },
  { type: 'dea', years: 3 },
  { type: 'bls_acls', years: 2 },
  { type: 'malpractice', years: 1 },
] as const

/** Credentials of providers, nurses and assistants; every renewal is a row with a number of its own. */
export function simulateCredentials(seed: number, staff: readonly Employee[]): readonly CredentialLine[] {
  const random = createRandom(seed, 'credentials')
  const lines: CredentialLine[] = []
  for (const provider of demoProviders) {
    for (const { type, years } of kinds)
      lines.push(
        ...cycles({ holder: provider.id, type, years, until: provider.end, from: provider.start }, random),
      )
  }
  for (const employee of staff) {
    if (employee.role !== 'nurse' && employee.role !== 'clinical_support') continue
    lines.push(
      ...cycles(
        { holder: employee.id, type: 'bls_acls', years: 2, until: employee.leftOn, from: employee.hiredOn },
        random,
      ),
    )
  }
  return lines
}

interface Cycle {
  readonly holder: string
  readonly type: string
  readonly years: number
  readonly from: number
  readonly until: number | null
}

function cycles(cycle: Cycle, random: Random): readonly CredentialLine[] {
  const lines: CredentialLine[] = []
  const length = Math.round(cycle.years * 365.25)
  let expiresOn = clearOfMonthEnd(Math.max(firstDay, cycle.from) + random.int(20, length))
  while (expiresOn < (cycle.until ?? lastDay + 500)) {
    lines.push({
      holder: cycle.holder,
      type: cycle.type,
      last4: String(1_000 + ((lines.length * 1_117 + random.int(0, 999)) % 9_000)),
      issuedOn: expiresOn - length,
      expiresOn,
      renewedOn: renewal(expiresOn, random),
    })
    expiresOn = clearOfMonthEnd(expiresOn + length)
  }
  return lines
}

function renewal(expiresOn: number, random: Random): number | null {
  const renewedOn = random.chance(0.05) ? expiresOn + random.int(2, 40) : expiresOn - random.int(3, 75)
  return renewedOn < asOfDay ? renewedOn : null
}

/** Nothing falls due on a month's last day, so that "past due at the month's end" needs no fine print. */
function clearOfMonthEnd(day: number): number {
  const date = new Date((day + 1) * 86_400_000).getUTCDate()
  return date === 1 ? day - 2 : day
}

const duties = [
  { task: 'Exclusion list check', rule: 'OIG', months: null, day: 14 },
  { task: 'Vaccine refrigerator log review', rule: 'Vaccines', months: null, day: 20 },
  { task: 'Laboratory quality control review', rule: 'CLIA', months: [1, 4, 7, 10], day: 18 },
  { task: 'Privacy training, all staff', rule: 'HIPAA', months: [2], day: 24 },
  { task: 'Security risk analysis', rule: 'HIPAA', months: [11], day: 20 },
  { task: 'Bloodborne pathogens training', rule: 'OSHA', months: [5], day: 22 },
  { task: 'Fire drill', rule: 'Safety', months: [3, 9], day: 16 },
  { task: 'Controlled drug count', rule: 'DEA', months: [6, 12], day: 12 },
] as const

/** Recurring duties; a few were late, one or two are still open. */
export function simulateTasks(seed: number): readonly TaskLine[] {
  const random = createRandom(seed, 'tasks')
  return monthsBetween(firstDay, lastDay + 60).flatMap((month) =>
    duties
      .filter(
        ({ months }) => months === null || (months as readonly number[]).includes(Number(month.slice(5))),
      )
      .map(({ task, rule, day }) => {
        const dueOn = Math.min(toDay(`${month}-01`) + day - 1, monthEnd(month) - 2)
        const doneOn = random.chance(0.06) ? dueOn + random.int(2, 35) : dueOn - random.int(0, 12)
        return { task, rule, dueOn, doneOn: doneOn < asOfDay ? doneOn : null }
      }),
  )
}
