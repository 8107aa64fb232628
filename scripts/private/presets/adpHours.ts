import { definePreset, type PresetPart } from './preset.ts'

const person = {
  employee_id: 'File #',
  pay_date: 'Pay Date',
  period_start: 'Period Start',
  period_end: 'Period End',
} as const

/** One person has several lines a period where checks or departments differ; two codes of one meaning are two earnings. */
const numbered = { field: 'check_seq', headers: ['Batch ID', 'Pay #', 'Temp Dept', 'Temp Rate'] } as const

/** ADP's layout of hours and earnings: a row for each employee and batch, codes beside what they are of. */
export const adpHours = definePreset({
  id: 'adp_hours',
  system: 'ADP',
  report: 'hours and earnings',
  fingerprint: { all: ['Co Code', 'Batch ID', 'File #', 'Reg Hours', 'O/T Hours'] },
  parts: [
    plain('regular', 'Reg'),
    plain('overtime', 'O/T'),
    ...[3, 4].map((place) =>
      coded(`hours ${place}`, { hours: `Hours ${place} Amount`, code: `Hours ${place} Code` }),
    ),
    ...[3, 4, 5].map((place) =>
      coded(`earnings ${place}`, { amount: `Earnings ${place} Amount`, code: `Earnings ${place} Code` }),
    ),
  ] as [PresetPart, ...PresetPart[]],
  caveats: ['hours stand without pay where it has no earnings beside them, so staff cost lacks them'],
})

function plain(earning: 'regular' | 'overtime', header: string): PresetPart {
  return {
    name: `${earning} pay`,
    dataset: 'payroll',
    columns: { ...person, hours: `${header} Hours`, amount: `${header} Earnings` },
    constants: { earning_code: earning },
    onlyWith: ['hours', 'amount'],
    numbered,
  }
}

function coded(
  name: string,
  { code, ...what }: { code: string; hours?: string; amount?: string },
): PresetPart {
  return {
    name,
    dataset: 'payroll',
    columns: { ...person, ...what, earning_code: code },
    onlyWith: Object.keys(what),
    numbered: { ...numbered, headers: [...numbered.headers, code] },
  }
}
