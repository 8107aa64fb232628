import { defineContract, type RowOf } from './contract.ts'
import { roleGroups } from './vocabularies.ts'

/** The roster, past and to come: who works when. Names are not needed. */
export const shifts = defineContract({
  dataset: 'shifts',
  grain: 'one row per employee, day and start of a shift',
  keys: [['employee_id', 'date', 'start']],
  control: null,
  fields: {
    date: { kind: 'date', required: true, privacy: 'staff', aliases: ['shift date', 'work date', 'day', 'date of shift'], description: 'Day on which the shift begins.' },
    employee_id: { kind: 'id', required: true, privacy: 'staff', aliases: ['emp id', 'worker id', 'employee no', 'employee number', 'emp no'], description: 'Employee; leading zeros kept.' },
    role_group: { kind: 'choice', required: true, privacy: 'none', values: roleGroups, aliases: ['role', 'job group'], description: 'What the employee works as in this shift.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'work location', 'facility'], description: 'Site, as the schedule has it; sites are told apart only where every shift worked names one.' },
    start: { kind: 'time', required: true, privacy: 'staff', aliases: ['start time', 'shift start', 'begins', 'from', 'time in'], description: 'Start, local.' },
    end: { kind: 'time', required: true, privacy: 'staff', aliases: ['end time', 'shift end', 'ends', 'to', 'until', 'time out'], description: 'End, local; earlier than the start is after midnight.' },
    break_min: { kind: 'integer', required: false, privacy: 'none', aliases: ['break', 'break (min)', 'break minutes', 'unpaid break', 'lunch (min)', 'lunch minutes'], description: 'Break in minutes; blank is none.' },
    type: { kind: 'choice', required: true, privacy: 'staff', values: ['work', 'pto', 'sick', 'training', 'oncall'], aliases: ['shift type', 'kind of shift'], description: 'Only work counts as coverage.' },
    status: { kind: 'choice', required: false, privacy: 'staff', values: ['scheduled', 'worked', 'absent'], aliases: ['shift status', 'attendance'], description: 'Absent does not count; blank is scheduled.' },
  },
})

export type Shift = RowOf<typeof shifts>
