import type { ReactNode } from 'react'
import type { Health } from '../bundle/bundle.ts'
import type { CubeTable } from '../cubes/cube.ts'
import { healthTexts } from '../texts/healthTexts.ts'
import { HealthNotes } from './HealthNotes.tsx'
import { HealthSummary } from './HealthSummary.tsx'
import { RejectedRows } from './RejectedRows.tsx'
import { TabAccounts } from './TabAccounts.tsx'
import { TieOut } from './TieOut.tsx'
import { UnmappedValues } from './UnmappedValues.tsx'

interface Props {
  readonly health: Health
  /** Null where the practice keeps no aging report. */
  readonly tieOut: CubeTable | null
  /** Between what rates lie while adjustments are uncategorized. */
  readonly bounds?: readonly string[]
}

/** Every row and cent that was read, what was left out and why, and whether A/R ties out. */
export function HealthForOwners({ health, tieOut, bounds = [] }: Props): ReactNode {
  return (
    <>
      <HealthSummary health={health} tieOut={tieOut} />
      <HealthNotes
        title="Warnings"
        notes={[...health.warnings, ...bounds.map((bound) => `${bound} ${healthTexts.mapReasons}`)]}
      />
      <TieOut table={tieOut} />
      <RejectedRows rejected={health.rejected} />
      <UnmappedValues unmapped={health.unmapped} />
      <TabAccounts tabs={health.tabs} />
    </>
  )
}
