import { isMerged, type CubeTable, type Dimension } from '../../src/cubes/cube.ts'
import type { Vocabulary } from '../private/audit/checkSchema.ts'
import {
  adjustmentCategories,
  budgetCategories,
  denialCategories,
  payerClasses,
  publishedAges,
  roleGroups,
  visitGroups,
} from '../private/contracts/vocabularies.ts'
import { notNamed } from '../private/gate/unnamedValues.ts'

/**
 * The texts that may be published, by dimension: closed lists, but for providers and sites, which a practice
 * names itself. Of those the gate lets through what stands for enough people (`unnamedValues`), and the audit
 * what looks like a name.
 */
export function publishedVocabulary(sums: readonly CubeTable[]): Vocabulary {
  return {
    provider: namesIn(sums, 'provider'),
    location: namesIn(sums, 'location'),
    payer: payerClasses,
    visit_type: visitGroups,
    adjustment_category: adjustmentCategories,
    denial_category: denialCategories,
    new_visit_level: ['99202', '99203', '99204', '99205', 'none'],
    established_visit_level: ['99211', '99212', '99213', '99214', '99215', 'none'],
    age_bucket: [...publishedAges, 'none_given'],
    role_group: roleGroups,
    category: budgetCategories,
    kind: ['credential', 'task'],
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    day_part: ['morning', 'afternoon', 'not_given'],
    week_ahead: ['1-7', '8-14', '15-21', '22-28'],
  }
}

function namesIn(sums: readonly CubeTable[], dimension: Dimension): string[] {
  const names = sums.flatMap(({ columns }) => columns[dimension] ?? [])
  // Rows without a name may add up to 0, and still be merged.
  return [...new Set([...notNamed, ...names.map(String)])].filter((name) => !isMerged(name)).sort()
}
