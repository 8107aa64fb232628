import type { PayerClass } from './practice.ts'

/** Who pays for a patient, and how. */
export interface DemoPayer {
  readonly id: string
  /** Empty for a patient whose insurance nobody entered. */
  readonly name: string
  readonly class: PayerClass
  readonly aliases: readonly string[]
  /** Share of patients. */
  readonly weight: number
  /** Allowed amount as a share of the fee, 0 to 1. */
  readonly allowedRate: number
  /** Days from posting to the first remittance: the shortest, and the mean of the tail on top. */
  readonly remitDays: readonly [least: number, tail: number]
  readonly denialRate: number
  /** Share of the allowed amount that the patient owes when no copay applies. */
  readonly coinsurance: number
  readonly copayCents: number
  readonly noShowFactor: number
  readonly filingDays: number
  readonly renewal: string | null
}

/** Payers; the last three are what the payers tab does not know: two spellings nobody mapped, and none given. */
export const demoPayers: readonly DemoPayer[] = [
  {
    id: 'PY01',
    name: 'Medicare Part B',
    class: 'medicare',
    aliases: ['MEDICARE', 'Medicare B'],
    weight: 24,
    allowedRate: 0.52,
    remitDays: [13, 6],
    denialRate: 0.05,
    coinsurance: 0.2,
    copayCents: 0,
    noShowFactor: 0.62,
    filingDays: 365,
    renewal: null,
  },
  {
    id: 'PY02',
    name: 'Summit Senior Advantage',
    class: 'medicare_adv',
    aliases: ['SUMMIT SR ADV', 'Summit Sr. Advantage PPO'],
    weight: 13,
    allowedRate: 0.5,
    remitDays: [16, 12],
    denialRate: 0.1,
    coinsurance: 0.1,
    copayCents: 2500,
    noShowFactor: 0.7,
    filingDays: 180,
    renewal: '2027-01-01',
  },
  {
    id: 'PY03',
    name: 'State Medicaid',
    class: 'medicaid',
    aliases: ['MEDICAID', 'Medicaid FFS'],
    weight: 11,
    allowedRate: 0.4,
    remitDays: [19, 13],
    denialRate: 0.11,
    coinsurance: 0,
    copayCents: 0,
    noShowFactor: 1.9,
    filingDays: 180,
    renewal: null,
  },
  {
    id: 'PY04',
    name: 'Blue Meadow Health Plan',
    class: 'commercial',
    aliases: ['BLUE MEADOW', 'Blue Meadow HP - PPO'],
    weight: 19,
    allowedRate: 0.66,
    remitDays: [13, 10],
    denialRate: 0.06,
    coinsurance: 0.2,
    copayCents: 3500,
    noShowFactor: 0.9,
    filingDays: 180,
    renewal: '2026-12-31',
  },
  {
    id: 'PY05',
    name: 'Unity Mutual',
    class: 'commercial',
    aliases: ['UNITY MUTUAL INS', 'Unity Mut.'],
    weight: 11,
    allowedRate: 0.62,
    remitDays: [17, 12],
    denialRate: 0.08,
    coinsurance: 0.2,
    copayCents: 4000,
    noShowFactor: 0.95,
    filingDays: 120,
    renewal: '2027-06-30',
  },
  {
    id: 'PY06',
    name: 'Northgate Health',
    class: 'commercial',
    aliases: ['NORTHGATE', 'Northgate Hlth HMO'],
    weight: 8,
    allowedRate: 0.6,
    remitDays: [21, 15],
    denialRate: 0.1,
    coinsurance: 0.15,
    copayCents: 3000,
    noShowFactor: 1,
    filingDays: 90,
    renewal: '2026-09-30',
  },
  {
    id: 'PY07',
    name: 'Valley Workers Fund',
    class: 'workers_comp',
    aliases: ['VALLEY WC', 'Valley Workers Comp'],
    weight: 3,
    allowedRate: 0.75,
    remitDays: [35, 26],
    denialRate: 0.1,
    coinsurance: 0,
    copayCents: 0,
    noShowFactor: 0.8,
    filingDays: 365,
    renewal: null,
  },
  {
    id: 'PY08',
    name: 'Harbor Auto Mutual',
    class: 'auto',
    aliases: ['HARBOR AUTO'],
    weight: 1.4,
    allowedRate: 0.8,
    remitDays: [45, 34],
    denialRate: 0.12,
    coinsurance: 0,
    copayCents: 0,
    noShowFactor: 1,
    filingDays: 365,
    renewal: null,
  },
  {
    id: 'PY09',
    name: 'Veterans Community Plan',
    class: 'tricare_va',
    aliases: ['VETERANS COMM PLAN'],
    weight: 3.5,
    allowedRate: 0.53,
    remitDays: [23, 16],
    denialRate: 0.07,
    coinsurance: 0,
    copayCents: 0,
    noShowFactor: 0.8,
    filingDays: 365,
    renewal: null,
  },
  {
    id: 'PY10',
    name: 'Self Pay',
    class: 'self_pay',
    aliases: ['SELF-PAY', 'Patient Pay'],
    weight: 3.2,
    allowedRate: 1,
    remitDays: [0, 0],
    denialRate: 0,
    coinsurance: 1,
    copayCents: 0,
    noShowFactor: 1.6,
    filingDays: 0,
    renewal: null,
  },
  {
    id: 'PY11',
    name: 'Pinnacle Choice PPO',
    class: 'unmapped',
    aliases: [],
    weight: 0.5,
    allowedRate: 0.6,
    remitDays: [17, 12],
    denialRate: 0.1,
    coinsurance: 0.2,
    copayCents: 3000,
    noShowFactor: 1,
    filingDays: 180,
    renewal: null,
  },
  {
    id: 'PY12',
    name: 'ZZ OLD PLAN (CONV)',
    class: 'unmapped',
    aliases: [],
    weight: 0.2,
    allowedRate: 0.6,
    remitDays: [19, 14],
    denialRate: 0.12,
    coinsurance: 0.2,
    copayCents: 3000,
    noShowFactor: 1,
    filingDays: 180,
    renewal: null,
  },
  {
    id: 'PY13',
    name: '',
    class: 'none_given',
    aliases: [],
    weight: 0.5,
    allowedRate: 1,
    remitDays: [0, 0],
    denialRate: 0,
    coinsurance: 1,
    copayCents: 0,
    noShowFactor: 1.4,
    filingDays: 0,
    renewal: null,
  },
]

/** Whether a class bills the patient from the start. */
export function isPatientPay(payerClass: PayerClass): boolean {
  return payerClass === 'self_pay' || payerClass === 'none_given'
}
