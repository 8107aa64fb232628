/** Every kind of tab the sync knows, in the order in which tabs must be read (maps first). */
export const datasets = [
  'settings',
  'map_header_alias',
  'map_status',
  'map_transaction_type',
  'map_adjustment',
  'map_visit_type',
  'wrvu_table',
  'providers',
  'payers',
  'staff',
  'goals',
  'budget',
  'expenses',
  'credentials',
  'compliance_tasks',
  'slots',
  'appointments',
  'charges',
  'transactions',
  'billing',
  'aging',
  'payroll',
  'payroll_summary',
] as const

export type Dataset = (typeof datasets)[number]
