import { defineContract, type RowOf } from './contract.ts'
import { roleGroups } from './vocabularies.ts'

/** Approved jobs: one row for each time that one was open, or one without dates if it never was. */
export const positions = defineContract({
  dataset: 'positions',
  grain: 'one row per position and day on which it opened',
  keys: [['position_id', 'opened']],
  control: null,
  fields: {
    position_id: { kind: 'id', required: true, privacy: 'none', aliases: ['position no', 'position number', 'position', 'requisition', 'req id'], description: 'Position; leading zeros kept.' },
    role_group: { kind: 'choice', required: false, privacy: 'none', values: roleGroups, aliases: ['role', 'job group'], description: 'Role group.' },
    fte: { kind: 'decimal', required: true, privacy: 'none', aliases: ['approved fte', 'position fte', 'budgeted fte'], description: 'Approved full-time equivalent, 0 to 1.' },
    opened: { kind: 'date', required: false, privacy: 'none', aliases: ['opened on', 'vacant since', 'open date', 'date opened'], description: 'Open from this day on; blank if it was held from the start.' },
    filled: { kind: 'date', required: false, privacy: 'none', aliases: ['filled on', 'fill date', 'date filled'], description: 'Filled; blank while open.' },
    status: { kind: 'choice', required: false, privacy: 'none', values: ['open', 'filled', 'frozen'], aliases: ['position status'], description: 'Open, filled or frozen; frozen ones are not counted.' },
  },
})

export type StaffPosition = RowOf<typeof positions>
