import { defineContract, type RowOf } from './contract.ts'
import { visitGroups } from './vocabularies.ts'

/** One row per look at the schedule: how far away a provider's third open slot is. */
export const accessSamples = defineContract({
  dataset: 'access_samples',
  grain: 'one row per day of sampling, provider and visit type',
  keys: [['sample_date', 'provider', 'visit_type']],
  control: null,
  fields: {
    sample_date: { kind: 'date', required: true, privacy: 'none', aliases: ['noted on', 'sampled on', 'date sampled'], description: 'Day on which somebody looked.' },
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'resource'], description: 'Provider.' },
    visit_type: { kind: 'text', required: false, privacy: 'none', aliases: ['appt type', 'appointment type', 'type'], description: 'Visit type looked for.' },
    visit_group: { kind: 'choice', required: false, privacy: 'none', values: visitGroups, map: 'visit_type', unmapped: 'unmapped', aliases: ['visit category'], description: 'Group of the visit type (filled from visit_type through the map).' },
    next_date: { kind: 'date', required: false, privacy: 'none', aliases: ['next open', 'next available', 'first available'], description: 'Day of the next open slot.' },
    third_next_date: { kind: 'date', required: false, privacy: 'none', aliases: ['3rd next open', 'third next open', 'third next available', '3rd next available', 'tnaa'], description: 'Day of the third open slot, held ones left out; blank is none in sight.' },
  },
})

export type AccessSample = RowOf<typeof accessSamples>
