const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether it is the code of a currency, ISO 4217 in capitals: `USD`. */
export function isCurrency(code: string): boolean {
  return known.has(code)
}
