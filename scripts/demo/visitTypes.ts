import type { VisitGroup } from './practice.ts'

/** A visit type of the schedule. */
export interface VisitType {
  /** As the schedule writes it. */
  readonly raw: string
  readonly group: VisitGroup
  /** Mean days from booking to visit. */
  readonly leadDays: number
  /** Length in schedule units of 20 minutes. */
  readonly units: number
  /** Relative frequency in primary care, and in a specialty. */
  readonly primaryWeight: number
  readonly specialtyWeight: number
}

/** The last one is in no map: it stays unmapped and is counted. */
export const visitTypes: readonly VisitType[] = [
  {
    raw: 'OV : Office Visit',
    group: 'established',
    leadDays: 12,
    units: 1,
    primaryWeight: 33,
    specialtyWeight: 26,
  },
  {
    raw: 'FU : Follow Up',
    group: 'established',
    leadDays: 26,
    units: 1,
    primaryWeight: 19,
    specialtyWeight: 28,
  },
  {
    raw: 'SICK : Same Day',
    group: 'established',
    leadDays: 0.6,
    units: 1,
    primaryWeight: 16,
    specialtyWeight: 1,
  },
  { raw: 'NP : New Patient', group: 'new', leadDays: 17, units: 2, primaryWeight: 8.5, specialtyWeight: 15 },
  {
    raw: 'AWV : Annual Wellness',
    group: 'preventive',
    leadDays: 38,
    units: 2,
    primaryWeight: 7,
    specialtyWeight: 0,
  },
  {
    raw: 'PE : Physical Exam',
    group: 'preventive',
    leadDays: 34,
    units: 2,
    primaryWeight: 6,
    specialtyWeight: 0,
  },
  {
    raw: 'PROC : Procedure',
    group: 'procedure',
    leadDays: 20,
    units: 2,
    primaryWeight: 3,
    specialtyWeight: 23,
  },
  {
    raw: 'TV : Telehealth Video',
    group: 'telehealth',
    leadDays: 5,
    units: 1,
    primaryWeight: 8,
    specialtyWeight: 6,
  },
  {
    raw: 'CCM-20 (old system)',
    group: 'unmapped',
    leadDays: 6,
    units: 1,
    primaryWeight: 0.3,
    specialtyWeight: 0.1,
  },
]
