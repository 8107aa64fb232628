import { describe, expect, it } from 'vitest'
import { LedgerError } from '../../../../scripts/private/ledger/LedgerError.ts'

describe('LedgerError', () => {
  it('keeps the kind of an engine failure and drops what it quotes', () => {
    const engine = new Error("Conversion Error: Could not convert string 'Jane Doe' to INT32")
    const error = new LedgerError('building visits', engine)
    expect(error.message).toBe('ledger failed: building visits (Conversion Error)')
    expect(error.cause).toBeUndefined()
  })

  it('keeps the first line of a fault in the SQL itself, which no row can enter', () => {
    const engine = new Error('Catalog Error: Table with name vistis does not exist!\nLINE 1: Jane Doe')
    expect(new LedgerError('building visits', engine).message).toBe(
      'ledger failed: building visits (Catalog Error: Table with name vistis does not exist!)',
    )
  })

  it('drops a failure of an unknown form altogether', () => {
    expect(new LedgerError('reading rows', new Error('Jane Doe')).message).toBe('ledger failed: reading rows')
  })
})
