import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../../../scripts/errors/SyncError.ts'
import { parseX12 } from '../../../../../scripts/private/sources/x12/readX12.ts'
import { remittanceRows } from '../../../../../scripts/private/sources/x12/remittanceRows.ts'
import { paymentOf, x12Text, type X12Marks } from '../../../../helpers/x12Text.ts'

/** All that a file is refused for. */
function refusals(text: string): string[] {
  try {
    parseX12(text, 'era.835')
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    return [error, ...error.others].map(({ message }) => message)
  }
  return []
}

const visit = [
  ...paymentOf('80'),
  'CLP*C-1*1*150*80*20*12*PAYERS-1',
  'NM1*QC*1*INVENTED*PERSON****MI*X1',
  'SVC*HC:99213*100*80**1',
  'DTM*472*20260914',
  'CAS*PR*3*20',
  'REF*6R*L-1',
  'SVC*HC:36415*50*0**1',
  'DTM*472*20260914',
  'CAS*CO*45*30**253*20',
]

describe('a remittance', () => {
  it('is read with its claims, lines and reasons, in whole cents', () => {
    const { remittances, warnings } = parseX12(x12Text([visit]), 'era.835')
    expect(warnings).toEqual([])
    expect(remittances).toMatchObject([
      {
        paidCents: 8000,
        method: 'ACH',
        trace: 'EFT90001',
        paidOn: '2026-10-05',
        payer: 'Acme',
        claims: [
          {
            claimId: 'C-1',
            chargedCents: 15_000,
            paidCents: 8000,
            lines: [
              {
                servedOn: '2026-09-14',
                controlId: 'L-1',
                adjustments: [{ group: 'PR', reason: '3', cents: 2000 }],
              },
              {
                paidCents: 0,
                adjustments: [
                  { reason: '45', cents: 3000 },
                  { reason: '253', cents: 2000 },
                ],
              },
            ],
          },
        ],
      },
    ])
  })

  it('knows no names of people', () => {
    expect(JSON.stringify(parseX12(x12Text([visit]), 'era.835'))).not.toContain('INVENTED')
  })

  it('balances as the worked example of the guide does: 138,018.40 and 11,980.33 paid, 1.27 of capital passed through, 150,000.00 in all', () => {
    // Business scenario 1 of the guide 005010X221A1, as x12.org shows it; the figures alone.
    const text = x12Text([
      [
        ...paymentOf('150000'),
        'CLP*H-1*1*211366.97*138018.4**MA*1*11*1',
        'CAS*CO*45*73348.57',
        'CLP*H-2*1*15000*11980.33**MB*2*13*1',
        'CAS*CO*45*3019.67',
        'PLB*1999999999*20261231*CV:CP*-1.27',
      ],
    ])
    const [remittance] = parseX12(text, 'era.835').remittances ?? []
    expect(remittance?.paidCents).toBe(15_000_000)
    const rows = remittanceRows(remittance ?? expect.fail('one'), 'era.835')
    expect(rows.map((row) => [row[1], row[3], row[6]])).toEqual([
      ['H-1', 'insurance_payment', '-138018.40'],
      ['H-1', 'adjustment', '-73348.57'],
      ['H-2', 'insurance_payment', '-11980.33'],
      ['H-2', 'adjustment', '-3019.67'],
      [null, 'other_income', '1.27'],
    ])
  })

  it.each([
    ['the payment', 'BPR*I*80*', 'BPR*I*80.01*', [/segment 3 \(ST\): the payment differs .* by \$0\.01/]],
    [
      'a claim',
      '*1*150*80*',
      '*1*150.01*80*',
      [/segment 10 \(CLP\): what was charged differs .* by \$0\.01/],
    ],
    ['a line', '*50*0*', '*49*0*', [/segment 10 \(CLP\): .* by \$1\.00|segment 16 \(SVC\): .* by -\$1\.00/]],
    ['an amount', 'CAS*PR*3*20~', 'CAS*PR*3*2O~', [/segment 14 \(CAS\): CAS03 is not an amount/]],
    ['half a cent', 'CAS*PR*3*20~', 'CAS*PR*3*20.005~', [/segment 14 \(CAS\): CAS03 is not an amount/]],
    ['a day', '20260914', '20261341', [/segment 13 \(DTM\): the date is none that exists/]],
    ['the count of segments', 'SE*17*', 'SE*18*', [/\(SE\): it counts other segments than the 17 there are/]],
    ['the number of the set', 'SE*17*0001', 'SE*17*0002', [/\(SE\): its control number is not that/]],
    ['the count of sets', 'GE*1*1', 'GE*2*1', [/\(GE\): it counts other transaction sets than the 1/]],
    ['the count of groups', 'IEA*1*', 'IEA*2*', [/\(IEA\): it counts other functional groups than the 1/]],
    [
      'a trace',
      'TRN*1*EFT90001*1999999999~\n',
      '',
      [/there is no check or trace number/, /counts other segments/],
    ],
    ['what follows', 'IEA*1*000000001~', 'IEA*1*000000001~Printed', [/something follows the end/]],
  ])('that is wrong about %s is refused, and says where', (_, from, to, expected) => {
    const text = x12Text([visit])
    expect(text).toContain(from)
    const told = refusals(text.replace(from, to))
    expect(told.length).toBeGreaterThan(0)
    for (const pattern of expected) expect(told.some((one) => pattern.test(one))).toBe(true)
    expect(told.join(' ')).not.toMatch(/INVENTED|C-1|2O/)
  })

  it('tells all that is wrong at once, and no more than twenty by themselves', () => {
    const claims = Array.from({ length: 30 }, (_, index) => `CLP*C${String(index)}*1*10*0*0*12*P`)
    const told = refusals(x12Text([[...paymentOf('0'), ...claims]]))
    expect(told).toHaveLength(21)
    expect(told.at(-1)).toContain('10 more')
  })

  it('that ends early is refused, wherever it was cut', () => {
    const whole = x12Text([visit]).trimEnd()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (end) => {
        expect(refusals(whole.slice(0, end)).length).toBeGreaterThan(0)
      }),
    )
  })

  it('says where the day of the payment does not exist, and takes the day on which the file was made', () => {
    const { remittances, warnings } = parseX12(
      x12Text([visit]).replace('*20261005~', '*20262305~'),
      'era.835',
    )
    expect(remittances?.[0]?.paidOn).toBe('2026-10-04')
    expect(warnings).toHaveLength(1)
    expect(
      refusals(
        x12Text([visit.filter((one) => !one.startsWith('DTM*405'))]).replace('*20261005~', '*20262305~'),
      ),
    ).toEqual([expect.stringContaining('no day of payment')])
  })

  it('is read with blanks around its elements', () => {
    const padded = x12Text([visit]).replaceAll(/\*(22|12|CO|PR|1|80)(?=[*~])/g, '*$1 ')
    const [plain, read] = [x12Text([visit]), padded].map((text) => parseX12(text, 'era.835').remittances)
    expect(padded).not.toBe(x12Text([visit]))
    expect(read).toEqual(plain)
  })

  it('is refused where a segment has another name, for it may be a claim, and where it has two payments', () => {
    const unpaid = [...visit, 'CLP*C-2*1*50*0*0*12*PAYERS-2', 'CAS*CO*45*50']
    expect(refusals(x12Text([unpaid]))).toEqual([])
    expect(refusals(x12Text([unpaid]).replace('CLP*C-2', 'clp*C-2'))[0]).toMatch(
      /\(clp\): a remittance has no such segment/,
    )
    expect(refusals(x12Text([[...paymentOf('80'), ...visit]]))[0]).toMatch(
      /\(BPR\): there is a second payment/,
    )
  })

  it('that holds nothing is said to', () => {
    expect(parseX12(x12Text([]), 'none.835').warnings).toEqual([
      'File "none.835" is an X12 file that holds nothing.',
    ])
  })

  it('beside claims that were sent is read, and they are said not to be', () => {
    const sent = parseX12(x12Text([['BHT*0019*00*1*20261001*0800*CH']], undefined, '837'), 'sent.edi')
    expect(sent).toEqual({
      file: 'sent.edi',
      remittances: null,
      warnings: [
        'File "sent.edi" holds claims as they were sent (837); that is not read, only remittances (835) are.',
      ],
    })
  })
})

it('refuses a predetermination that is paid: it is no claim of the books, and its money would be nowhere', () => {
  const priced = (paid: string, rest: string) =>
    x12Text([[...paymentOf(paid), `CLP*C-1*25*150*${paid}**12*P1`, `CAS*CO*45*${rest}`]])
  expect(refusals(priced('0', '150'))).toEqual([])
  expect(refusals(priced('80', '70'))).toEqual([
    expect.stringMatching(/segment 10 \(CLP\): a predetermination \(CLP02 25\) has a payment/),
  ])
})

describe('a reversal', () => {
  it('of a line that was denied puts nothing back on the account: the denial had taken nothing off', () => {
    const answer = (status: string, sign: string): string[] => [
      `CLP*C-1*${status}*${sign}150*${sign}80**12*P1`,
      `SVC*HC:99213*${sign}100*${sign}80**1`,
      `CAS*CO*45*${sign}20`,
      `SVC*HC:36415*${sign}50*0**1`,
      `CAS*CO*16*${sign}50`,
    ]
    const set = [...paymentOf('0'), ...answer('1', ''), ...answer('22', '-')]
    const [remittance] = parseX12(x12Text([set]), 'era.835').remittances ?? []
    if (!remittance) throw new Error('one was written')
    const rows = remittanceRows(remittance, 'era.835').map((row) => [row[3], row[6], row[8]])
    expect(rows).toEqual([
      ['insurance_payment', '-80.00', null],
      ['adjustment', '-20.00', 'CO-45'],
      ['denial', '50.00', 'CO-16'],
      ['payment_reversal', '80.00', null],
      ['adjustment', '20.00', 'CO-45'],
      ['transfer', '-50.00', 'CO-16'],
    ])
  })
})

/** A payment with random claims that balances, and the segments that say so. */
const arbitrarySet = fc
  .record({
    claims: fc.array(
      fc.record({
        status: fc.constantFrom('1', '2', '4', '19', '22'),
        lines: fc.array(
          fc.record({
            paid: fc.integer({ min: 0, max: 90_000 }),
            adjusted: fc.array(
              fc.record({
                group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
                reason: fc.constantFrom('1', '23', '29', '45', '97', '253'),
                cents: fc.integer({ min: -5000, max: 50_000 }),
              }),
              { maxLength: 8 },
            ),
          }),
          { maxLength: 3 },
        ),
        ofClaim: fc.integer({ min: -500, max: 500 }),
      }),
      { maxLength: 5 },
    ),
    provider: fc.array(
      fc.record({
        reason: fc.constantFrom('WO', 'L6', 'FB', 'CV'),
        cents: fc.integer({ min: -9000, max: 9000 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ claims, provider }) => {
    const sign = (status: string) => (status === '22' ? -1 : 1)
    const dollars = (cents: number) => String(cents / 100)
    const sum = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0)
    const segments = claims.flatMap(({ status, lines, ofClaim }, index) => {
      const by = sign(status)
      const linePaid = sum(lines.map(({ paid }) => paid))
      const charged = sum(lines.map(({ paid, adjusted }) => paid + sum(adjusted.map(({ cents }) => cents))))
      return [
        `CLP*C${String(index)}*${status}*${dollars(by * charged)}*${dollars(by * (linePaid - ofClaim))}**12*P${String(index)}`,
        ...(ofClaim === 0 ? [] : [`CAS*CO*45*${dollars(by * ofClaim)}`]),
        ...lines.flatMap(({ paid, adjusted }) => [
          `SVC*HC:99213*${dollars(by * (paid + sum(adjusted.map(({ cents }) => cents))))}*${dollars(by * paid)}`,
          'DTM*472*20260914',
          ...adjusted.map(({ group, reason, cents }) => `CAS*${group}*${reason}*${dollars(by * cents)}`),
        ]),
      ]
    })
    const paid = sum(
      claims.map(
        ({ status, lines, ofClaim }) => sign(status) * (sum(lines.map((line) => line.paid)) - ofClaim),
      ),
    )
    const kept = sum(provider.map(({ cents }) => cents))
    const pairs = provider.map(
      ({ reason, cents }) => `PLB*1999999999*20261231*${reason}:REF*${dollars(cents)}`,
    )
    return { set: [...paymentOf(dollars(paid - kept)), ...segments, ...pairs], paidCents: paid - kept }
  })

const arbitraryMarks: fc.Arbitrary<X12Marks> = fc.record({
  element: fc.constantFrom('*', '|', '\t', '\u001d'),
  component: fc.constantFrom(':', '>', '<'),
  segment: fc.constantFrom('~', "'", '\u001c', '\n'),
  after: fc.constantFrom('', '\n', '\r\n', '  '),
})

describe('random remittances', () => {
  it('are read alike whatever parts them, and what was paid is what their transactions add up to', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryMarks, ({ set, paidCents }, marks) => {
        const { remittances } = parseX12(x12Text([set], marks), 'era.835')
        expect(remittances).toEqual(parseX12(x12Text([set]), 'era.835').remittances)
        const [remittance] = remittances ?? []
        if (!remittance) throw new Error('one was written')
        expect(remittance.paidCents).toBe(paidCents)
        const rows = remittanceRows(remittance, 'era.835').map((row) => ({
          type: typeof row[3] === 'string' ? row[3] : '',
          cents: Math.round(Number(row[6]) * 100),
        }))
        const cash = rows.map(({ type, cents }) => {
          if (['insurance_payment', 'payment_reversal', 'takeback'].includes(type)) return 0 - cents
          return ['interest', 'other_income', 'capitation'].includes(type) ? cents : 0
        })
        expect(cash.reduce((all, one) => all + one, 0)).toBe(paidCents)
      }),
      { numRuns: 500 },
    )
  })

  it('are refused when any amount of them is a cent more', () => {
    fc.assert(
      fc.property(arbitrarySet, fc.nat(), ({ set }, at) => {
        const places = set.flatMap((segment, index) =>
          segment.split('*').flatMap((element, place, { length }) => {
            const [id] = segment.split('*')
            const isMoney =
              (id === 'BPR' && place === 2) ||
              (id === 'CLP' && (place === 3 || place === 4)) ||
              (id === 'SVC' && (place === 2 || place === 3)) ||
              ((id === 'CAS' || id === 'PLB') && place === length - 1)
            return isMoney ? [{ index, place, element }] : []
          }),
        )
        const one = places[at % places.length]
        if (!one) throw new Error('a payment has an amount')
        const more = ((Math.round(Number(one.element) * 100) + 1) / 100).toFixed(2)
        const wrong = set.map((segment, index) =>
          index === one.index
            ? segment
                .split('*')
                .map((element, place) => (place === one.place ? more : element))
                .join('*')
            : segment,
        )
        expect(refusals(x12Text([wrong])).length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
