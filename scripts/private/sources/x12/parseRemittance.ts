import { parseX12Amount } from './parseX12Amount.ts'
import { parseX12Date } from './parseX12Date.ts'
import type {
  ClaimAdjustment,
  ProviderAdjustment,
  Remittance,
  RemittedClaim,
  RemittedLine,
} from './remittance.ts'
import type { Segment } from './splitSegments.ts'
import type { X12Problem } from './X12Problem.ts'

/** What one transaction set says, and what is wrong with it. */
export interface ParsedRemittance {
  readonly remittance: Remittance
  readonly problems: readonly X12Problem[]
  /** What people should know of it where it is read all the same. */
  readonly notes: readonly string[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type OpenLine = Mutable<RemittedLine>
type OpenClaim = Omit<Mutable<RemittedClaim>, 'lines'> & { lines: OpenLine[] }

/** Reasons of one CAS segment, and pairs of one PLB. */
const most = 6

/** What a remittance is made of (005010X221A1); anything else may be money or a claim under a name that is not read. */
const known = new Set(
  'ST BPR NTE TRN CUR REF DTM N1 N2 N3 N4 PER RDM LX TS3 TS2 CLP CAS NM1 MIA MOA AMT QTY SVC LQ PLB SE'.split(
    ' ',
  ),
)

/**
 * Reads the segments of one transaction set, from ST to SE. Names and numbers of people (NM1, and what follows them)
 * are passed over.
 */
export function parseRemittance(set: readonly Segment[]): ParsedRemittance {
  const reader = new SetReader(set[0]?.number ?? 1)
  for (const segment of set) reader.take(segment)
  return reader.finish()
}

class SetReader {
  readonly #problems: X12Problem[] = []
  readonly #notes: string[] = []
  readonly #start: number
  readonly #claims: OpenClaim[] = []
  readonly #provider: ProviderAdjustment[] = []
  #payment: Segment | null = null
  #trace: Segment | null = null
  #payer = ''
  #made: string | null = null

  constructor(start: number) {
    this.#start = start
  }

  take(segment: Segment): void {
    const [first, second] = segment.elements
    const claim = this.#claims.at(-1)
    const line = claim?.lines.at(-1)
    if (!known.has(segment.id)) this.#say(segment, 'a remittance has no such segment')
    else if (segment.id === 'BPR' && this.#payment !== null) this.#say(segment, 'there is a second payment')
    else if (segment.id === 'BPR') this.#payment = segment
    else if (segment.id === 'TRN') this.#trace ??= segment
    else if (segment.id === 'N1' && first === 'PR') this.#payer = second?.trim() ?? ''
    else if (segment.id === 'CLP') this.#claims.push(this.#claimOf(segment))
    else if (segment.id === 'PLB') this.#provider.push(...this.#providerOf(segment))
    else if (segment.id === 'SVC' || segment.id === 'CAS') this.#takeMoney(segment, claim)
    else if (segment.id === 'DTM') this.#takeDate(segment, claim)
    else if (segment.id === 'REF' && first === '6R' && line) line.controlId = blankAsNull(second)
  }

  finish(): ParsedRemittance {
    const payment = this.#payment
    const trace = this.#trace
    if (payment === null) this.#say(null, 'there is no payment (BPR) in the transaction set')
    if (trace?.elements[1] === undefined) this.#say(null, 'there is no check or trace number (TRN)')
    const owed = payment === null ? 0 : this.#amount(payment, 1)
    const remittance: Remittance = {
      segment: this.#start,
      paidCents: payment?.elements[2] === 'D' ? 0 - owed : owed,
      method: payment?.elements[3] ?? '',
      trace: trace?.elements[1] ?? '',
      originator: trace?.elements[2] ?? '',
      paidOn: this.#paidOn(payment),
      payer: this.#payer,
      claims: this.#claims,
      providerAdjustments: this.#provider,
    }
    return { remittance, problems: this.#problems, notes: this.#notes }
  }

  #paidOn(payment: Segment | null): string {
    const told = parseX12Date(payment?.elements[15])
    if (told !== null) return told
    if (this.#made !== null) {
      const where = `segment ${String(payment?.number ?? this.#start)} (BPR)`
      this.#notes.push(
        `${where} has no day of payment that exists; the day on which the file was made counts`,
      )
      return this.#made
    }
    this.#say(payment, 'there is no day of payment, and none on which the file was made (DTM 405)')
    return ''
  }

  #claimOf(segment: Segment): OpenClaim {
    const [claimId = '', status = ''] = segment.elements
    if (claimId.trim() === '') this.#say(segment, 'the claim has no number')
    return {
      segment: segment.number,
      claimId: claimId.trim(),
      status,
      chargedCents: this.#amount(segment, 2),
      paidCents: this.#amount(segment, 3),
      servedOn: null,
      adjustments: [],
      lines: [],
    }
  }

  #takeMoney(segment: Segment, claim: OpenClaim | undefined): void {
    if (claim === undefined) {
      this.#say(segment, 'it stands before any claim')
    } else if (segment.id === 'SVC') {
      const chargedCents = this.#amount(segment, 1)
      const paidCents = this.#amount(segment, 2)
      const { number } = segment
      claim.lines.push({
        segment: number,
        chargedCents,
        paidCents,
        servedOn: null,
        controlId: null,
        adjustments: [],
      })
    } else {
      const { adjustments } = claim.lines.at(-1) ?? claim
      adjustments.push(...this.#adjustmentsOf(segment))
    }
  }

  #adjustmentsOf(segment: Segment): ClaimAdjustment[] {
    const [group = ''] = segment.elements
    return places(3).flatMap((place): ClaimAdjustment[] => {
      const reason = segment.elements[1 + place]?.trim() ?? ''
      if (reason === '' && (segment.elements[2 + place] ?? '') === '') return []
      if (reason === '') this.#say(segment, 'an adjustment has no reason')
      return [{ segment: segment.number, group, reason, cents: this.#amount(segment, 2 + place) }]
    })
  }

  #providerOf(segment: Segment): ProviderAdjustment[] {
    return places(2).flatMap((place): ProviderAdjustment[] => {
      const [reason = ''] = segment.elements[2 + place]?.split(segment.component) ?? []
      if (reason === '' && (segment.elements[3 + place] ?? '') === '') return []
      if (reason === '') this.#say(segment, 'an adjustment has no reason')
      return [{ segment: segment.number, reason: reason.trim(), cents: this.#amount(segment, 3 + place) }]
    })
  }

  #takeDate(segment: Segment, claim: OpenClaim | undefined): void {
    const [kind = '', text] = segment.elements
    const line = claim?.lines.at(-1)
    const isMade = kind === '405' && claim === undefined
    const isLines = (kind === '472' || kind === '150') && line !== undefined
    const isClaims = kind === '232' && claim !== undefined && line === undefined
    if (!isMade && !isLines && !isClaims) return
    const day = parseX12Date(text)
    if (day === null) this.#say(segment, 'the date is none that exists')
    else if (isMade) this.#made = day
    else if (isLines) line.servedOn = day
    else if (isClaims) claim.servedOn = day
  }

  #amount(segment: Segment, place: number): number {
    const cents = parseX12Amount(segment.elements[place])
    if (cents === null) {
      const element = `${segment.id}${String(place + 1).padStart(2, '0')}`
      this.#say(segment, `${element} is not an amount of whole cents`)
    }
    return cents ?? 0
  }

  #say(segment: Segment | null, text: string): void {
    this.#problems.push(
      segment === null
        ? { segment: this.#start, id: 'ST', text }
        : { segment: segment.number, id: segment.id, text },
    )
  }
}

function blankAsNull(text: string | undefined): string | null {
  const plain = text?.trim() ?? ''
  return plain === '' ? null : plain
}

/** Where the repetitions of an element's group begin, after the first. */
function places(width: number): number[] {
  return Array.from({ length: most }, (_, index) => index * width)
}
