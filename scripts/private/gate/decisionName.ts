/** The name under which a cut's decisions are kept. */
export function decisionName(fact: string, cut: readonly string[]): string {
  return [fact, ...cut].join(' by ')
}
