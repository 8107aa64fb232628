import type { DataTabHeaders } from './dataHeaders.ts'

/** The tabs about who works here, which jobs there are and who is needed when. */
export const staffHeaders: readonly DataTabHeaders[] = [
  {
    name: 'Staff',
    dataset: 'staff',
    purpose: 'One row per employee, by number. Names are not needed.',
    headers: {
      employee_id: 'Employee ID',
      role_group: 'Role Group',
      job_title: 'Job Title',
      location: 'Location',
      employment: 'Employment',
      standard_weekly_hours: 'Weekly Hours',
      fte: 'FTE',
      hire_date: 'Hire Date',
      term_date: 'End Date',
      pto_balance_hours: 'PTO Balance (hours)',
      is_owner: 'Owner',
    },
  },
  {
    name: 'Positions',
    dataset: 'positions',
    purpose:
      'One row for each time that an approved position was open, or one without dates if it never was.',
    headers: {
      position_id: 'Position ID',
      role_group: 'Role Group',
      fte: 'FTE',
      opened: 'Opened',
      filled: 'Filled',
      status: 'Status',
    },
  },
  {
    name: 'Shifts',
    dataset: 'shifts',
    purpose:
      'The roster: one row per employee, day and shift, past and to come. Leave and sick days may stand in it.',
    headers: {
      date: 'Shift Date',
      employee_id: 'Employee ID',
      role_group: 'Role Group',
      location: 'Location',
      start: 'Shift Start',
      end: 'Shift End',
      break_min: 'Break (min)',
      type: 'Shift Type',
      status: 'Shift Status',
    },
  },
  {
    name: 'Coverage rules',
    dataset: 'coverage_rules',
    purpose:
      'How many of each role are needed while the clinic runs: for each provider in clinic, or for each open site.',
    headers: {
      role_group: 'Role Group',
      per: 'Needed Per',
      ratio: 'Staff Needed',
      half_day: 'Half Day',
    },
  },
]
