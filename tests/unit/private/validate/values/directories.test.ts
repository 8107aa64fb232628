import { describe, expect, it } from 'vitest'
import { PayerDirectory } from '../../../../../scripts/private/validate/values/PayerDirectory.ts'
import { ProviderDirectory } from '../../../../../scripts/private/validate/values/ProviderDirectory.ts'

const smith = {
  provider_id: '12',
  display_name: 'Anna Smith, MD',
  npi: '1234567893',
  aliases: 'GC_EPC_Smith_T; Smithy',
}
const jones = { provider_id: '13', display_name: 'Bob Jones', npi: null, aliases: null }

describe('ProviderDirectory', () => {
  const directory = new ProviderDirectory([smith, jones])

  it.each([
    'Anna Smith, MD',
    'Anna Smith',
    'ANNA SMITH',
    'Smith, Anna M.',
    'SMITH,ANNA',
    'Smith,Anna Maria',
    'Smith, Anna,',
    'Dr. A. Smith',
    'Dr Anna Smith',
    'SMITH, ANNA MD',
    'Smith MD, Anna',
    'Anna Smith, NP-C',
    'Anna Smith M.D.',
    'A Smith',
    'Anna  Marie\u00a0Smith',
    'Ánna Smith',
    'gc_epc_smith_t',
    'smithy',
    '12',
    '1234567893',
  ])('finds %j', (written) => {
    expect(directory.find(written)).toBe('Anna Smith, MD')
  })

  it.each(['B. Smith', 'Beth Smith', 'Smith', 'Nurse 1', 'North Clinic', 'Jones Smith', '14'])(
    'does not know %j',
    (written) => {
      expect(directory.find(written)).toBeNull()
    },
  )

  it('gives a spelling of two providers to neither', () => {
    const alan = { provider_id: '14', display_name: 'Alan Smith', npi: null, aliases: 'Smithy' }
    const both = new ProviderDirectory([smith, alan])
    expect(both.find('A. Smith')).toBeNull()
    expect(both.find('smithy')).toBeNull()
    expect(both.find('Smith, Alan')).toBe('Alan Smith')
  })

  it('knows double last names', () => {
    const maria = { provider_id: '1', display_name: 'Maria De La Cruz', npi: null, aliases: null }
    const one = new ProviderDirectory([maria])
    expect(one.find('De La Cruz, Maria')).toBe('Maria De La Cruz')
    expect(one.find('DE LA CRUZ, M.')).toBe('Maria De La Cruz')
  })

  it('tidies names when there is no providers tab', () => {
    const none = new ProviderDirectory([])
    expect(none.find('  Smith,Anna  M.,')).toBe('Smith, Anna M.')
  })
})

describe('PayerDirectory', () => {
  const words = new Map([['medicare', 'medicare']])
  const directory = new PayerDirectory(
    [{ payer_id: 'A1', name: 'Acme Health', class: 'commercial', aliases: 'ACME; Acme Hlth Inc.' }],
    words,
  )
  it.each([
    ['ACME HEALTH', 'commercial'],
    ['acme', 'commercial'],
    ['Acme Hlth, Inc', 'commercial'],
    ['A1', 'commercial'],
    ['Medicare', 'medicare'],
    ['Somebody Else', 'unmapped'],
    [null, 'none_given'],
  ])('puts %j into %s', (written, expected) => {
    expect(directory.classOf(written)).toBe(expected)
  })
})
