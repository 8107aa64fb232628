import { adpHours } from './adpHours.ts'
import { agingBuckets, agingTo90 } from './agingBuckets.ts'
import { athenaSchedule } from './athenaSchedule.ts'
import { collaborateSchedule } from './collaborateSchedule.ts'
import { drchronoLines } from './drchronoLines.ts'
import { ecwAppointments } from './ecwAppointments.ts'
import { ecwEncounters } from './ecwEncounters.ts'
import { ecwMonths } from './ecwMonths.ts'
import { ecwPayments } from './ecwPayments.ts'
import { ecwWaitLog } from './ecwWaitLog.ts'
import { gustoJournal } from './gustoJournal.ts'
import { kareoAppointments } from './kareoAppointments.ts'
import { openemrCollections } from './openemrCollections.ts'
import { openemrAppointments, openemrShortAppointments } from './openemrAppointments.ts'
import { paychexJournal } from './paychexJournal.ts'
import { paychexLines } from './paychexLines.ts'
import { pivotBilling } from './pivotBilling.ts'
import { pivotCharges } from './pivotCharges.ts'
import { pivotScheduling } from './pivotScheduling.ts'
import { pivotTransactions } from './pivotTransactions.ts'
import type { Preset } from './preset.ts'
import { kareoCharges } from './kareoCharges.ts'
import { quickbooksSummary } from './quickbooksSummary.ts'
import { x12Remittance } from './x12Remittance.ts'

/** All reports whose shape is known. */
export const presets = [
  adpHours,
  agingBuckets,
  agingTo90,
  athenaSchedule,
  collaborateSchedule,
  drchronoLines,
  ecwAppointments,
  ecwEncounters,
  ecwMonths,
  ecwPayments,
  ecwWaitLog,
  gustoJournal,
  kareoAppointments,
  kareoCharges,
  openemrAppointments,
  openemrCollections,
  openemrShortAppointments,
  paychexJournal,
  paychexLines,
  pivotBilling,
  pivotCharges,
  pivotScheduling,
  pivotTransactions,
  quickbooksSummary,
  x12Remittance,
] as const

export type PresetId = (typeof presets)[number]['id']

export type KnownPreset = Preset<PresetId>

/** Whether a word is the id of a preset. */
export function isPresetId(word: string): word is PresetId {
  return presets.some(({ id }) => id === word)
}

export const presetIds = presets.map(({ id }) => id) as [PresetId, ...PresetId[]]
