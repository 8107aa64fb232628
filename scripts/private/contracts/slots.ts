import { defineContract, type RowOf } from './contract.ts'

/** One row per bookable slot of a provider's template. */
export const slots = defineContract({
  dataset: 'slots',
  grain: 'one row per bookable slot',
  keys: [['provider', 'slot_id']],
  control: null,
  fields: {
    slot_id: { kind: 'id', required: true, privacy: 'none', aliases: ['slot', 'slotid'], description: 'Slot number; unique per provider.' },
    slot_date: { kind: 'date', required: true, privacy: 'none', aliases: ['appointment date', 'date'], description: 'Day of the slot.' },
    start_time: { kind: 'time', required: false, privacy: 'none', aliases: ['appointment time', 'time', 'slot time'], description: 'Start, local.' },
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'resource'], description: 'Provider.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'location name'], description: 'Site.' },
    is_available: { kind: 'boolean', required: false, privacy: 'none', aliases: ['available', 'open', 'is open'], description: 'Open according to the system; informative, utilisation counts live bookings.' },
  },
})

export type Slot = RowOf<typeof slots>
