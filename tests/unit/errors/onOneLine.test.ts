import { describe, expect, it } from 'vitest'
import { onOneLine } from '../../../scripts/errors/onOneLine.ts'
import { SyncError } from '../../../scripts/errors/SyncError.ts'

const hostile = 'Two\u001B[2J\u009B31m\r\n::add-mask::\u202Ex\u2028y Rivers'
const obeyed = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

describe('onOneLine(text)', () => {
  it('leaves nothing that a terminal obeys, and no second line', () => {
    expect(onOneLine(hostile)).toBe('Two [2J 31m ::add-mask:: x y Rivers')
    expect(onOneLine('Zoë’s 診療所 🏥\u200Dx')).toBe('Zoë’s 診療所 🏥\u200Dx')
  })

  it('is done to every error, whoever prints it', () => {
    const error = new SyncError(`Tab "${hostile}" is gone.`, `Restore "${hostile}".`)
    expect(obeyed.test(error.message)).toBe(false)
    expect(obeyed.test(error.hint)).toBe(false)
  })
})
