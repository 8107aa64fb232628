import { demoProviders } from './providers.ts'

export interface GoalLine {
  /** Metric id. */
  readonly metric: string
  readonly scope: 'practice' | 'provider' | 'location'
  readonly scopeId: string | null
  /** Rate 0 to 1, days, count, or dollars. */
  readonly target: number
  readonly lowerOk: number | null
  readonly upperOk: number | null
  readonly direction: 'up' | 'down'
  readonly from: string
  readonly source: string
}

function goal(
  metric: string,
  direction: 'up' | 'down',
  [target, lowerOk, upperOk]: readonly [number, number | null, number | null],
  source: string,
): GoalLine {
  return {
    metric,
    scope: 'practice',
    scopeId: null,
    target,
    lowerOk,
    upperOk,
    direction,
    from: '2023-11-01',
    source,
  }
}

/** The practice's goals; the money goal rises every January, two are for one provider or site. */
export const demoGoals: readonly GoalLine[] = [
  goal('net_collections', 'up', [335_000, 315_000, null], 'Partners, annual plan'),
  { ...goal('net_collections', 'up', [360_000, 340_000, null], 'Partners, annual plan'), from: '2025-01-01' },
  { ...goal('net_collections', 'up', [385_000, 362_000, null], 'Partners, annual plan'), from: '2026-01-01' },
  goal('days_in_ar', 'down', [35, null, 40], 'AAFP: 30 to 40 preferable'),
  goal('net_collection_rate', 'up', [0.95, 0.92, null], 'AAFP: about 95 %'),
  goal('no_show_rate', 'down', [0.06, null, 0.075], 'Own choice, last year less one point'),
  goal('staff_cost_rate', 'down', [0.25, null, 0.28], 'Own choice'),
  goal('overhead_rate', 'down', [0.59, null, 0.63], 'Own choice'),
  goal('new_patient_share', 'up', [0.1, 0.08, null], 'FPM: 8 to 12 % in primary care'),
  goal('charges_within_3_days', 'up', [0.9, 0.8, null], 'Own choice'),
  goal('ar_over_90_rate', 'down', [0.12, null, 0.16], 'Own choice'),
  goal('visits_per_clinic_day', 'up', [16, 14.5, null], 'Own choice'),
  goal('overtime_rate', 'down', [0.025, null, 0.035], 'Own choice'),
  goal('compliance_on_time_rate', 'up', [0.98, 0.92, null], 'Own choice'),
  {
    ...goal('visits_per_clinic_day', 'up', [17, 15, null], 'Agreed at the annual review'),
    scope: 'provider',
    scopeId: demoProviders[3]?.name ?? null,
  },
  {
    ...goal('no_show_rate', 'down', [0.055, null, 0.07], 'Reminder calls pilot'),
    from: '2026-01-01',
    scope: 'location',
    scopeId: 'Millbrook',
  },
]
