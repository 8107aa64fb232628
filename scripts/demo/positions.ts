import type { roleGroups } from '../private/contracts/vocabularies.ts'
import { type Site, sites } from './practice.ts'

export type RoleGroup = (typeof roleGroups)[number]

/** A job that somebody holds. */
export interface Position {
  readonly role: RoleGroup
  readonly title: string
  readonly site: Site
  readonly weeklyHours: number
  readonly hourlyCents: number
  /** Mean years that somebody stays. */
  readonly years: number
}

const [main, millbrook, eastgate] = sites

/** Every job of the practice but the providers'. */
export const positions: readonly Position[] = [
  { role: 'admin', title: 'Practice manager', site: main, weeklyHours: 40, hourlyCents: 4_600, years: 12 },
  {
    role: 'admin',
    title: 'Office administrator',
    site: eastgate,
    weeklyHours: 24,
    hourlyCents: 2_900,
    years: 7,
  },
  { role: 'admin', title: 'Referral coordinator', site: main, weeklyHours: 24, hourlyCents: 2_450, years: 4 },
  {
    role: 'admin',
    title: 'Human resources assistant',
    site: main,
    weeklyHours: 16,
    hourlyCents: 2_650,
    years: 6,
  },
  { role: 'admin', title: 'Records clerk', site: millbrook, weeklyHours: 16, hourlyCents: 2_050, years: 3 },
  { role: 'billing', title: 'Billing lead', site: main, weeklyHours: 40, hourlyCents: 3_050, years: 9 },
  { role: 'billing', title: 'Biller', site: main, weeklyHours: 28, hourlyCents: 2_400, years: 4 },
  { role: 'billing', title: 'Biller', site: main, weeklyHours: 24, hourlyCents: 2_350, years: 3 },
  { role: 'billing', title: 'Coder', site: eastgate, weeklyHours: 24, hourlyCents: 2_750, years: 5 },
  { role: 'billing', title: 'Payment poster', site: main, weeklyHours: 20, hourlyCents: 2_150, years: 3 },
  { role: 'front_desk', title: 'Front desk lead', site: main, weeklyHours: 40, hourlyCents: 2_300, years: 5 },
  { role: 'front_desk', title: 'Receptionist', site: main, weeklyHours: 24, hourlyCents: 1_900, years: 2 },
  {
    role: 'front_desk',
    title: 'Receptionist',
    site: millbrook,
    weeklyHours: 24,
    hourlyCents: 1_900,
    years: 2,
  },
  {
    role: 'front_desk',
    title: 'Receptionist',
    site: millbrook,
    weeklyHours: 16,
    hourlyCents: 1_850,
    years: 1.8,
  },
  {
    role: 'front_desk',
    title: 'Receptionist',
    site: eastgate,
    weeklyHours: 24,
    hourlyCents: 1_900,
    years: 2.5,
  },
  { role: 'front_desk', title: 'Scheduler', site: main, weeklyHours: 20, hourlyCents: 1_950, years: 2.4 },
  {
    role: 'clinical_support',
    title: 'Medical assistant',
    site: main,
    weeklyHours: 36,
    hourlyCents: 2_150,
    years: 3,
  },
  {
    role: 'clinical_support',
    title: 'Medical assistant',
    site: main,
    weeklyHours: 30,
    hourlyCents: 2_100,
    years: 2.2,
  },
  {
    role: 'clinical_support',
    title: 'Medical assistant',
    site: millbrook,
    weeklyHours: 28,
    hourlyCents: 2_100,
    years: 2.2,
  },
  {
    role: 'clinical_support',
    title: 'Medical assistant',
    site: millbrook,
    weeklyHours: 20,
    hourlyCents: 2_050,
    years: 2,
  },
  {
    role: 'clinical_support',
    title: 'Medical assistant',
    site: eastgate,
    weeklyHours: 28,
    hourlyCents: 2_150,
    years: 2.5,
  },
  {
    role: 'clinical_support',
    title: 'Endoscopy technician',
    site: eastgate,
    weeklyHours: 20,
    hourlyCents: 2_350,
    years: 4,
  },
  {
    role: 'clinical_support',
    title: 'Echo technician',
    site: main,
    weeklyHours: 20,
    hourlyCents: 3_300,
    years: 6,
  },
  { role: 'nurse', title: 'Nurse lead', site: main, weeklyHours: 24, hourlyCents: 3_900, years: 8 },
  { role: 'nurse', title: 'Registered nurse', site: eastgate, weeklyHours: 20, hourlyCents: 3_700, years: 4 },
  {
    role: 'nurse',
    title: 'Registered nurse',
    site: millbrook,
    weeklyHours: 16,
    hourlyCents: 3_600,
    years: 4,
  },
  {
    role: 'nurse',
    title: 'Licensed practical nurse',
    site: main,
    weeklyHours: 20,
    hourlyCents: 2_850,
    years: 3,
  },
  {
    role: 'nurse',
    title: 'Licensed practical nurse',
    site: eastgate,
    weeklyHours: 16,
    hourlyCents: 2_800,
    years: 3,
  },
  {
    role: 'other',
    title: 'Courier and facilities',
    site: main,
    weeklyHours: 16,
    hourlyCents: 1_800,
    years: 5,
  },
]
