/** Why text is no plain number. */
export type NumberFault = 'not a number' | 'decimal comma' | 'foreign currency'

export interface ParsedNumber {
  /** Digits with a point at most, no sign: exact. */
  readonly digits: string
  readonly negative: boolean
}

/**
 * Reads a number as US exports write it: `$1,234.50`, `(45.23)`, `-$45.23`, `45.23-`, `45.23 CR`,
 * `USD 12`, `$ -` (the accounting dash for 0). A bare dash, words and decimal commas are faults.
 */
export function parseNumber(cell: string): ParsedNumber | NumberFault {
  // "Comma style" pads its dash for zero; a dash without padding or currency means "none", or anything.
  if (/^\s*\$\s*-\s*$|^[\s\u00a0]+-[\s\u00a0]*$|^-[\s\u00a0]+$/.test(cell))
    return { digits: '0', negative: false }
  if (/\d[\s\u00a0]+\d/.test(cell)) return 'not a number'
  let text = cell.replace(/[\s\u00a0']+/g, '').replace(/[\u2212\u2013]/g, '-')
  let negative = false
  const parentheses = /^\$?\((.+)\)$/.exec(text)
  if (parentheses) {
    negative = true
    text = parentheses[1] ?? ''
  }
  const credit = /^(.+?)(CR|DR)$/i.exec(text)
  if (credit) {
    negative = credit[2]?.toUpperCase() === 'CR'
    text = credit[1] ?? ''
  }
  if (/[€£¥]|EUR|GBP|CAD|MXN/i.test(text)) return 'foreign currency'
  const sign = /^([+-])?(?:US\$|USD|\$)?([+-])?([\d.,]+)(?:USD)?(-)?$/i.exec(text)
  if (!sign) return 'not a number'
  const [, before, after, number = '', behind] = sign
  const minuses = [before, after, behind].filter((mark) => mark === '-').length
  // Two marks of the same minus, as in (-45.23), could mean either.
  if (minuses + (negative ? 1 : 0) > 1) return 'not a number'
  return withSign(number, negative || minuses === 1)
}

function withSign(number: string, negative: boolean): ParsedNumber | NumberFault {
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(number) || /^(\d+\.?\d*|\.\d+)$/.test(number)) {
    return { digits: number.replaceAll(',', ''), negative }
  }
  return /,\d{1,2}$|^\d{1,3}(\.\d{3})+,/.test(number) ? 'decimal comma' : 'not a number'
}
