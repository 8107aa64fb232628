import type { Specialty, VisitGroup } from './practice.ts'

export interface Procedure {
  readonly cpt: string
  /** Fee of 2023 in cents. */
  readonly feeCents: number
  /** Work RVU per unit, rounded and only for show. */
  readonly wrvu: number
  readonly weight: number
}

const officeVisits: readonly Procedure[] = [
  { cpt: '99212', feeCents: 11_500, wrvu: 0.7, weight: 6 },
  { cpt: '99213', feeCents: 18_500, wrvu: 1.3, weight: 44 },
  { cpt: '99214', feeCents: 27_000, wrvu: 1.92, weight: 42 },
  { cpt: '99215', feeCents: 37_500, wrvu: 2.8, weight: 8 },
]

const newVisits: readonly Procedure[] = [
  { cpt: '99203', feeCents: 24_000, wrvu: 1.6, weight: 50 },
  { cpt: '99204', feeCents: 36_000, wrvu: 2.6, weight: 42 },
  { cpt: '99205', feeCents: 47_000, wrvu: 3.5, weight: 8 },
]

const preventiveVisits: readonly Procedure[] = [
  { cpt: '99396', feeCents: 28_500, wrvu: 1.9, weight: 50 },
  { cpt: '99397', feeCents: 30_500, wrvu: 2, weight: 20 },
  { cpt: 'G0439', feeCents: 26_000, wrvu: 1.92, weight: 30 },
]

/** What is done besides the visit, and what a procedure visit is for. */
const procedures: Readonly<Record<Specialty, readonly Procedure[]>> = {
  'Family Medicine': [
    { cpt: '93000', feeCents: 7_500, wrvu: 0.17, weight: 20 },
    { cpt: '11102', feeCents: 26_500, wrvu: 0.66, weight: 25 },
    { cpt: '20610', feeCents: 31_500, wrvu: 0.79, weight: 25 },
    { cpt: '11730', feeCents: 29_500, wrvu: 1.05, weight: 15 },
    { cpt: '96372', feeCents: 5_500, wrvu: 0.17, weight: 15 },
  ],
  Cardiology: [
    { cpt: '93306', feeCents: 98_000, wrvu: 1.46, weight: 55 },
    { cpt: '93015', feeCents: 46_000, wrvu: 0.75, weight: 25 },
    { cpt: '78452', feeCents: 198_000, wrvu: 1.38, weight: 20 },
  ],
  Gastroenterology: [
    { cpt: '45378', feeCents: 135_000, wrvu: 3.26, weight: 35 },
    { cpt: '45385', feeCents: 189_000, wrvu: 4.57, weight: 30 },
    { cpt: '43239', feeCents: 132_000, wrvu: 2.39, weight: 35 },
  ],
  Dermatology: [
    { cpt: '17000', feeCents: 19_500, wrvu: 0.61, weight: 35 },
    { cpt: '11102', feeCents: 26_500, wrvu: 0.66, weight: 35 },
    { cpt: '11602', feeCents: 62_000, wrvu: 2.27, weight: 20 },
    { cpt: '17311', feeCents: 189_000, wrvu: 6.2, weight: 10 },
  ],
  Orthopedics: [
    { cpt: '20610', feeCents: 31_500, wrvu: 0.79, weight: 45 },
    { cpt: '73562', feeCents: 14_500, wrvu: 0.18, weight: 35 },
    { cpt: '29881', feeCents: 390_000, wrvu: 7.03, weight: 20 },
  ],
}

/** What a visit of that group is billed as first. */
export function proceduresFor(group: VisitGroup, specialty: Specialty): readonly Procedure[] {
  if (group === 'new') return newVisits
  if (group === 'preventive') return preventiveVisits
  if (group === 'procedure') return procedures[specialty]
  return officeVisits
}

/** What may be billed beside the visit. */
export function extrasFor(specialty: Specialty): readonly Procedure[] {
  return procedures[specialty]
}

/** The practice charges above the list: what its payer contracts tolerate. */
const feeLevel = 1.48

/** The fee of a year in cents: three per cent more every January, to whole dollars. */
export function feeInYear(procedure: Procedure, year: number): number {
  return Math.round((procedure.feeCents * feeLevel * 1.03 ** (year - 2023)) / 100) * 100
}

/** Every procedure once, by code, for the RVU table. */
export function allProcedures(): readonly Procedure[] {
  const all = [...officeVisits, ...newVisits, ...preventiveVisits, ...Object.values(procedures).flat()]
  return [...new Map(all.map((procedure) => [procedure.cpt, procedure])).values()].sort((a, b) =>
    a.cpt < b.cpt ? -1 : 1,
  )
}
