import type { CubeTable, Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { SyncError } from '../errors/SyncError.ts'
import { AuditMemory } from '../private/audit/AuditMemory.ts'
import { checkSchema } from '../private/audit/checkSchema.ts'
import { publishedVocabulary } from './publishedVocabulary.ts'

/**
 * Refuses tables from the record of what was published last if they are not as declared: the audit saw them when they
 * were published, and compares today's rows with today's sums. Throws `SyncError`.
 */
export function refuseUndeclared(tables: readonly CubeTable[]): void {
  const vocabulary = publishedVocabulary(tables)
  const declared: readonly Fact[] = Object.values(facts)
  const findings = declared.flatMap((fact) => {
    const own = tables.filter(({ cube }) => cube.fact === fact.name)
    return checkSchema(fact, own, { vocabulary, memory: new AuditMemory() })
  })
  if (findings.length === 0) return
  const names = [...new Set(findings.map(({ table }) => table))].slice(0, 5).join(', ')
  throw new SyncError(
    `The record of what was published last holds what is not declared, in ${names}.`,
    'Put the record (its name ends in -frozen.json) back from a backup. Nothing was published.',
  )
}
