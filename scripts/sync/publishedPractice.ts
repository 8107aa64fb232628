import type { Practice } from '../../src/bundle/bundle.ts'

/**
 * The practice's facts as they are published: goals without the note of where they come from, which is free text,
 * and only for a provider or site that is published itself.
 */
export function publishedPractice(practice: Practice): Practice {
  const { filters, targets } = practice
  const isShown = (scope: 'practice' | 'provider' | 'location', id: string | null) =>
    scope === 'practice' ? id === null : id !== null && filters[scope].includes(id)
  return {
    ...practice,
    targets: targets.flatMap((target) => {
      const scopeId = target.scope === 'practice' ? null : target.scopeId
      return isShown(target.scope, scopeId) ? [{ ...target, scopeId, source: null }] : []
    }),
  }
}
