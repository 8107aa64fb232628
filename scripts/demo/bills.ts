import type { expenseCategories } from '../private/contracts/vocabularies.ts'

export type ExpenseCategory = (typeof expenseCategories)[number]

/** A bill that comes again and again. */
export interface Bill {
  readonly vendor: string
  readonly category: ExpenseCategory
  /** Usual amount in cents. */
  readonly cents: number
  /** Half width of its variation, as a share. */
  readonly spread: number
  /** Months of the year in which it comes; null every month. */
  readonly months: readonly number[] | null
  readonly isOwner?: boolean
}

/** The suppliers' bills. */
export const bills: readonly Bill[] = [
  { vendor: 'Riverbend Properties', category: 'rent_occupancy', cents: 1_480_000, spread: 0, months: null },
  { vendor: 'Millbrook Plaza', category: 'rent_occupancy', cents: 620_000, spread: 0, months: null },
  { vendor: 'Eastgate Medical Park', category: 'rent_occupancy', cents: 790_000, spread: 0, months: null },
  {
    vendor: 'Valley Power and Water',
    category: 'rent_occupancy',
    cents: 215_000,
    spread: 0.25,
    months: null,
  },
  {
    vendor: 'Cedar Medical Supply',
    category: 'medical_supplies',
    cents: 1_880_000,
    spread: 0.2,
    months: null,
  },
  {
    vendor: 'Ridge Surgical Goods',
    category: 'medical_supplies',
    cents: 640_000,
    spread: 0.25,
    months: null,
  },
  { vendor: 'Meadow Vaccines', category: 'drugs_vaccines', cents: 1_050_000, spread: 0.3, months: null },
  { vendor: 'Meadow Vaccines', category: 'drugs_vaccines', cents: 1_400_000, spread: 0.1, months: [9] },
  { vendor: 'Brightchart Software', category: 'it_software', cents: 920_000, spread: 0.03, months: null },
  { vendor: 'Lanternet Telecom', category: 'it_software', cents: 265_000, spread: 0.05, months: null },
  {
    vendor: 'Copperfield Equipment Leasing',
    category: 'equipment',
    cents: 880_000,
    spread: 0.04,
    months: null,
  },
  {
    vendor: 'Physicians Shield Mutual',
    category: 'malpractice',
    cents: 6_900_000,
    spread: 0.03,
    months: [1],
  },
  {
    vendor: 'Oakline Insurance',
    category: 'other_insurance',
    cents: 540_000,
    spread: 0.04,
    months: [3, 6, 9, 12],
  },
  { vendor: 'Hartwell Accounting', category: 'professional_fees', cents: 310_000, spread: 0.1, months: null },
  { vendor: 'Hartwell Accounting', category: 'professional_fees', cents: 900_000, spread: 0.05, months: [4] },
  { vendor: 'Clearway Clearinghouse', category: 'billing_fees', cents: 480_000, spread: 0.12, months: null },
  { vendor: 'Sunrise Local Media', category: 'marketing', cents: 350_000, spread: 0.35, months: null },
  { vendor: 'Penn and Paper', category: 'office_supplies', cents: 245_000, spread: 0.3, months: null },
  { vendor: 'Tri-Valley Reference Lab', category: 'lab_imaging', cents: 560_000, spread: 0.2, months: null },
  {
    vendor: 'Regional Medical Society',
    category: 'travel_cme',
    cents: 420_000,
    spread: 0.3,
    months: [2, 5, 10],
  },
  { vendor: 'Riverbend Community Bank', category: 'interest', cents: 148_000, spread: 0, months: null },
  { vendor: 'Clean Sweep Janitorial', category: 'other', cents: 330_000, spread: 0.08, months: null },
  {
    vendor: 'Elm Street Auto Lease',
    category: 'other',
    cents: 145_000,
    spread: 0,
    months: null,
    isOwner: true,
  },
  {
    vendor: 'Interim Physicians Agency',
    category: 'provider_comp',
    cents: 1_900_000,
    spread: 0.1,
    months: [1, 7, 8, 12],
  },
]

/** Whether a bill comes in that month. */
export function comesIn(bill: Bill, month: string): boolean {
  return bill.months === null || bill.months.includes(Number(month.slice(5)))
}

/** Prices rise by three per cent a year. */
export function inflated(cents: number, month: string): number {
  return cents * 1.03 ** (Number(month.slice(0, 4)) - 2024)
}
