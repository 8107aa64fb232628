import { defineContract, type RowOf } from './contract.ts'
import { halfDays, roleGroups } from './vocabularies.ts'

/** How many of a role are needed, for each provider in clinic or for each site that is open. */
export const coverageRules = defineContract({
  dataset: 'coverage_rules',
  grain: 'one row per role group, what it is needed for and half-day',
  keys: [['role_group', 'per', 'half_day']],
  control: null,
  fields: {
    role_group: { kind: 'choice', required: true, privacy: 'none', values: roleGroups, aliases: ['role', 'job group'], description: 'Role group that is needed.' },
    per: { kind: 'choice', required: true, privacy: 'none', values: ['provider_in_clinic', 'site'], aliases: ['needed per', 'for each', 'needed for each'], description: 'Needed for each provider in clinic, or for each site that is open; a role with both needs the sum.' },
    ratio: { kind: 'decimal', required: true, privacy: 'none', aliases: ['staff needed', 'needed', 'how many', 'staff ratio'], description: 'How many, such as 1.5.' },
    half_day: { kind: 'choice', required: false, privacy: 'none', values: halfDays, aliases: ['half day', 'part of day', 'am/pm'], description: 'Morning or afternoon, instead of the row for both; blank is both.' },
  },
})

export type CoverageRule = RowOf<typeof coverageRules>
