/** Delimiters of an interchange, and what stands after each segment. */
export interface X12Marks {
  readonly element: string
  readonly component: string
  readonly segment: string
  readonly after: string
}

export const plainMarks: X12Marks = { element: '*', component: ':', segment: '~', after: '\n' }

/** A transaction set without its ST and SE; `:` parts components. */
export type X12Set = readonly string[]

/** An interchange with one group of sets, with the counts and numbers that it must have; segments are written with `*` and `:`. */
export function x12Text(sets: readonly X12Set[], marks: X12Marks = plainMarks, kind = '835'): string {
  const pad = (text: string) => text.padEnd(15)
  const body = sets.flatMap((set, index) => {
    const number = String(index + 1).padStart(4, '0')
    return [`ST*${kind}*${number}`, ...set, `SE*${String(set.length + 2)}*${number}`]
  })
  const isa = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${pad('PAYER')}*ZZ*${pad('PRACTICE')}*261005*0800*^*00501*000000001*0*P*:`
  const segments = [
    isa,
    'GS*HP*PAYER*PRACTICE*20261005*0800*1*X*005010X221A1',
    ...body,
    `GE*${String(sets.length)}*1`,
    'IEA*1*000000001',
  ]
  return segments
    .map(
      (one) =>
        one.replaceAll('*', marks.element).replaceAll(':', marks.component) + marks.segment + marks.after,
    )
    .join('')
}

/** What every set begins with: the payment, its trace, the payer and the payee. */
export function paymentOf(dollars: string, trace = 'EFT90001'): string[] {
  return [
    `BPR*I*${dollars}*C*ACH*CCP*01*999999999*DA*1*1999999999**01*888888888*DA*2*20261005`,
    `TRN*1*${trace}*1999999999`,
    'DTM*405*20261004',
    'N1*PR*Acme',
    'N1*PE*TWO RIVERS CLINIC*XX*1999999999',
    'LX*1',
  ]
}
