import { defineDashboard } from './defineDashboard.ts'

/** Access and flow (owner's 6, 9 to 11, 19; manager's 3, 16, 17; board's 14, 15, 17, 18). */
export const schedule = defineDashboard({
  id: 'schedule',
  title: 'Schedule',
  question: 'How full is the schedule, and how much of it is lost?',
  sections: [
    {
      id: 'done',
      question: 'How much did we do?',
      tiles: ['completed_visits', 'visits_per_clinic_day', 'work_rvus', 'collections_per_wrvu'],
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
          id: 'pace',
          kind: 'breakdown',
          title: 'Visits per clinic day by provider',
          metric: 'visits_per_clinic_day',
          by: 'provider',
        },
        {
          id: 'work',
          kind: 'breakdown',
          title: 'Work RVUs by provider',
          metric: 'work_rvus',
          by: 'provider',
        },
      ],
    },
    {
      id: 'full',
      question: 'How full is the schedule, now and ahead?',
      tiles: ['slot_utilisation', 'kept_slot_rate', 'schedule_fullness'],
      charts: [
        {
          id: 'ahead',
          kind: 'breakdown',
          title: 'How full the next four weeks are',
          metric: 'schedule_fullness',
          by: 'week_ahead',
        },
      ],
    },
    {
      id: 'lost',
      question: 'How much of it was lost?',
      tiles: ['no_show_rate', 'no_show_minutes', 'unresolved_appointments'],
      charts: [
        {
          id: 'lost',
          kind: 'trend',
          title: 'Missed and cancelled',
          metrics: ['no_show_rate', 'cancellation_rate', 'late_cancellation_rate'],
          form: 'line',
          months: 13,
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
          id: 'week',
          kind: 'heatmap',
          title: 'No-shows in the week',
          metric: 'no_show_rate_by_day_part',
          by: ['weekday', 'day_part'],
        },
      ],
    },
    {
      id: 'waits',
      question: 'How long do patients wait?',
      tiles: ['lead_time_median', 'third_next_available', 'wait_median', 'cycle_median'],
      charts: [
        {
          id: 'lead-time',
          kind: 'trend',
          title: 'Lead time',
          metrics: ['lead_time_median'],
          form: 'line',
          months: 13,
        },
        {
          id: 'access',
          kind: 'breakdown',
          title: 'Third next available by provider',
          metric: 'third_next_available',
          by: 'provider',
        },
        {
          id: 'wait',
          kind: 'trend',
          title: 'Wait to be roomed',
          metrics: ['wait_median', 'wait_p90'],
          form: 'line',
          months: 13,
        },
        {
          id: 'cycle',
          kind: 'trend',
          title: 'Visit length',
          metrics: ['cycle_median', 'cycle_p90'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'patients',
      question: 'Do patients come, and come back?',
      tiles: ['new_patient_share', 'active_patients', 'returning_patient_rate'],
      charts: [
        {
          id: 'patients',
          kind: 'trend',
          title: 'Active patients at the last quarter’s end',
          metrics: ['active_patients'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'notes',
      question: 'Are notes signed in time?',
      tiles: [],
      charts: [
        {
          id: 'notes',
          kind: 'trend',
          title: 'Days to sign a note',
          metrics: ['sign_lag_median', 'sign_lag_p90'],
          form: 'line',
          months: 13,
        },
        {
          id: 'unsigned',
          kind: 'trend',
          title: 'Unsigned notes by month of the visit',
          metrics: ['unsigned_note_rate'],
          form: 'bar',
          months: 13,
        },
      ],
    },
  ],
})
