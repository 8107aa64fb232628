import { basename } from 'node:path'
import { SyncError } from '../../../errors/SyncError.ts'
import { inspectText } from '../inspectText.ts'
import { readText } from '../readText.ts'
import { checkBalance } from './checkBalance.ts'
import { checkEnvelope } from './checkEnvelope.ts'
import { parseRemittance } from './parseRemittance.ts'
import type { Remittance } from './remittance.ts'
import { splitSegments, type Segment } from './splitSegments.ts'
import { refuseX12, type X12Problem } from './X12Problem.ts'

/** What an X12 file gives. */
export interface X12File {
  readonly file: string
  /** Null where it holds no remittance. */
  readonly remittances: readonly Remittance[] | null
  readonly warnings: readonly string[]
}

/** Sets of other kinds, in words; they are left out. */
const otherSets: Readonly<Record<string, string>> = {
  '837': 'claims as they were sent (837)',
  '277': 'the state of claims (277)',
  '270': 'questions of eligibility (270)',
  '271': 'answers of eligibility (271)',
  '276': 'questions of the state of claims (276)',
  '278': 'authorizations (278)',
  '820': 'premium payments (820)',
  '834': 'enrollments (834)',
  '997': 'acknowledgements (997)',
  '999': 'acknowledgements (999)',
}

/** So many problems of one file are told. */
const toldProblems = 20

/**
 * Reads an X12 file for its remittances (835). Refused, with all that is wrong, where it is cut off or does not balance
 * to the cent. Throws `SyncError`.
 */
export async function readX12(path: string): Promise<X12File> {
  const { encoding } = await inspectText(path)
  let text = ''
  for await (const chunk of readText(path, encoding)) text += chunk
  return parseX12(text, basename(path))
}

/** The same of a text. */
export function parseX12(text: string, file: string): X12File {
  const { segments, problems: cutting } = splitSegments(text)
  const { sets, problems: around, isTest } = checkEnvelope(segments)
  const parsed = sets.filter((set) => kindOf(set) === '835').map(parseRemittance)
  const problems: X12Problem[] = [
    ...cutting,
    ...around,
    ...parsed.flatMap((one) => (one.problems.length > 0 ? one.problems : checkBalance(one.remittance))),
  ]
  if (problems.length > 0) throw refuse(file, problems)
  const warnings = warningsOf(file, { sets, isTest, notes: parsed.flatMap(({ notes }) => notes) })
  const remittances = parsed.map(({ remittance }) => remittance)
  return { file, remittances: remittances.length === 0 ? null : remittances, warnings }
}

function kindOf(set: readonly Segment[]): string {
  return set[0]?.elements[0]?.trim() ?? ''
}

function refuse(file: string, problems: readonly X12Problem[]): SyncError {
  const [first, ...others] = problems.slice(0, toldProblems).map((problem) => refuseX12(file, problem))
  const more = problems.length - toldProblems
  const rest =
    more > 0
      ? [refuseX12(file, { segment: null, text: `${String(more)} more of the same file are not listed` })]
      : []
  if (first === undefined) throw new Error('a refusal needs a problem')
  return new SyncError(first.message, first.hint, { others: [...others, ...rest] })
}

function warningsOf(
  file: string,
  {
    sets,
    isTest,
    notes,
  }: {
    readonly sets: readonly (readonly Segment[])[]
    readonly isTest: boolean
    readonly notes: readonly string[]
  },
): string[] {
  const others = [...new Set(sets.map(kindOf).filter((kind) => kind !== '835'))]
  const named = others.map((kind) => otherSets[kind] ?? 'transaction sets of a kind that is not known here')
  return [
    ...(sets.length === 0 ? [`File "${file}" is an X12 file that holds nothing.`] : []),
    ...[...new Set(named)].map(
      (what) => `File "${file}" holds ${what}; that is not read, only remittances (835) are.`,
    ),
    ...(isTest ? [`Remittance file "${file}" is marked by its sender as a test.`] : []),
    ...notes.map((note) => `Remittance file "${file}", ${note}.`),
  ]
}
