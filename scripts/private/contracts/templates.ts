import { defineContract, type RowOf } from './contract.ts'
import { weekdays } from './vocabularies.ts'

/** When a provider sees patients: one row per session, of every week or of one day. */
export const templates = defineContract({
  dataset: 'templates',
  grain: 'one row per session of a provider: of a weekday from a day on, or of one date',
  keys: [['provider', 'weekday', 'template_date', 'effective_from', 'start_time']],
  control: null,
  oneOf: [['weekday', 'template_date']],
  fields: {
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'resource'], description: 'Provider, as the providers tab names them.' },
    weekday: { kind: 'choice', required: false, privacy: 'none', values: weekdays, aliases: ['day of week', 'week day', 'day'], description: 'Day of the week of a session that comes every week.' },
    template_date: { kind: 'date', required: false, privacy: 'none', aliases: ['date', 'session date', 'exception date'], description: "Day of a single session: on it, the weekday's sessions of the provider do not count." },
    start_time: { kind: 'time', required: true, privacy: 'none', aliases: ['start', 'from', 'session start', 'starts'], description: 'Start of the session, local.' },
    end_time: { kind: 'time', required: true, privacy: 'none', aliases: ['end', 'to', 'until', 'session end', 'ends'], description: 'End of the session, local.' },
    blocked_min: { kind: 'minutes', required: false, privacy: 'none', aliases: ['blocked', 'blocked minutes', 'minutes blocked', 'break minutes'], description: 'Minutes of the session that cannot be booked; all of them close it.' },
    slot_min: { kind: 'minutes', required: true, privacy: 'none', aliases: ['slot length', 'slot minutes', 'minutes per slot', 'slot duration'], description: 'Minutes of a bookable slot.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'location name'], description: 'Site.' },
    effective_from: { kind: 'date', required: false, privacy: 'none', aliases: ['effective', 'effective date', 'valid from', 'starting'], description: "First day of a weekly session; it holds until the provider's next one of that weekday. Blank is from the beginning." },
  },
})

export type ScheduleTemplate = RowOf<typeof templates>
