/** Whole cents of an X12 decimal number (`34`, `34.5`, `-.27`); null where it is none, or has parts of a cent. */
export function parseX12Amount(text: string | undefined): number | null {
  const found = /^(-?)(\d{0,13})(?:\.(\d{0,2})0*)?$/.exec(text ?? '')
  if (!found || !/\d/.test(text ?? '')) return null
  const [, sign, whole = '', part = ''] = found
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return sign === '-' ? 0 - cents : cents
}
