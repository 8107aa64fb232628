import type { Dashboard } from './dashboard.ts'

/** Access and flow (owner's 6, 9 to 11, 19; manager's 3, 16, 17; board's 14, 15, 17, 18). */
export const schedule: Dashboard = {
  id: 'schedule',
  title: 'Schedule',
  question: 'How full is the schedule, and how much of it is lost?',
  tiles: [
    'completed_visits',
    'visits_per_clinic_day',
    'slot_utilisation',
    'no_show_rate',
    'late_cancellation_rate',
    'lead_time_median',
    'new_patient_share',
    'unresolved_appointments',
  ],
  charts: [
    {
      id: 'visits',
      kind: 'stack',
      title: 'Completed visits by type',
      metric: 'completed_visits',
      by: 'visit_type',
      quarters: true,
    },
    {
      id: 'lost',
      kind: 'trend',
      title: 'Missed and cancelled',
      metrics: ['no_show_rate', 'cancellation_rate', 'late_cancellation_rate'],
      form: 'line',
      months: 13,
    },
    {
      id: 'week',
      kind: 'heatmap',
      title: 'No-shows in the week',
      metric: 'no_show_rate_by_day_part',
      by: ['weekday', 'day_part'],
    },
    {
      id: 'no-shows',
      kind: 'breakdown',
      title: 'No-show rate by provider',
      metric: 'no_show_rate',
      by: 'provider',
      quarters: true,
    },
    {
      id: 'pace',
      kind: 'breakdown',
      title: 'Visits per clinic day by provider',
      metric: 'visits_per_clinic_day',
      by: 'provider',
    },
    {
      id: 'lead-time',
      kind: 'trend',
      title: 'Lead time',
      metrics: ['lead_time_median'],
      form: 'line',
      months: 13,
    },
  ],
}
