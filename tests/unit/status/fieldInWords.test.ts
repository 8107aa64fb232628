import { describe, expect, it } from 'vitest'
import { fieldInWords } from '../../../scripts/status/fieldInWords.ts'

describe('fieldInWords', () => {
  it.each([
    { dataset: 'appointments', field: 'appt_date', words: 'Appointment Date' },
    { dataset: 'charges', field: 'payer', words: 'Payer' },
    { dataset: 'billing', field: 'post_date', words: 'Post date' },
    { dataset: 'appointments', field: 'note_signed_at', words: 'Note signed at' },
    { dataset: null, field: 'charge_amount', words: 'Charge amount' },
  ])('says $field of $dataset as "$words"', ({ dataset, field, words }) => {
    expect(fieldInWords(dataset, field)).toBe(words)
  })
})
