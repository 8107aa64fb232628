/** The net collection rate of a month of service as it stood at its end and 30, 60, 90 and 120 days later. */
export const cohortMetrics = [
  'collected_by_month_end',
  'collected_by_30_days',
  'collected_by_60_days',
  'collected_by_90_days',
  'collected_by_120_days',
] as const
