import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

const providers = ['Avery Stone', 'Blake Rivers', 'Casey Fields', 'Drew Hill', 'Emery Lake']
const payers = ['Plan One', 'Plan Two', 'Plan Three', 'Self-pay']
const firstDay = Date.UTC(2023, 0, 1)

/**
 * Writes an invented practice's billing as CSV: `rows` lines in all, four charges to every six
 * transactions, over three years, with the small tabs that go with them. Most charges are settled in a month
 * or two. The same count gives the same files.
 */
export async function writeBillingFolder(folder: string, rows: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'providers.csv'),
    table(
      ['provider_id', 'display_name', 'aliases'],
      providers.map((name, id) => [`P${String(id)}`, name, '']),
    ),
  )
  await writeFile(
    join(folder, 'payers.csv'),
    table(
      ['payer_id', 'name', 'class', 'aliases'],
      payers.map((name, id) => [`Y${String(id)}`, name, name === 'Self-pay' ? 'self_pay' : 'commercial', '']),
    ),
  )
  const charges = Math.round(rows * 0.4)
  await writeLines(join(folder, 'charges.csv'), chargeLines(charges))
  await writeLines(join(folder, 'transactions.csv'), transactionLines(charges, rows - charges))
}

function* chargeLines(count: number): Generator<string> {
  yield 'Charge ID,Claim ID,Patient ID,Date of Service,Post Date,Provider,Location,CPT Code,Units,Charge Amount,Primary Payer Name,Void'
  for (let index = 0; index < count; index += 1) {
    const day = serviceDay(index, count)
    const amount = (chargeCents(index) / 100).toFixed(2)
    yield [
      `C${String(index)}`,
      `K${String(Math.floor(index / 2))}`,
      `M${String(index % 20_011)}`,
      isoDay(day),
      isoDay(day + (index % 5)),
      pick(providers, index),
      index % 3 === 0 ? 'North' : 'South',
      String(99_211 + (index % 5)),
      '1',
      index % 2 === 0 ? amount : `"$${amount}"`,
      pick(payers, index >> 2),
      '',
    ].join(',')
  }
}

function* transactionLines(charges: number, count: number): Generator<string> {
  yield 'Transaction ID,Charge ID,Transaction Type,Post Date,Amount,Reason,Payer Name,Method'
  for (let index = 0; index < count; index += 1) {
    const charge = index % charges
    const adjustment = index >= charges
    const day = serviceDay(charge, charges) + 14 + (index % 30)
    const amount = (paidCents(charge, { adjustment, isLast: charge >= count - charges }) / 100).toFixed(2)
    yield [
      `T${String(index)}`,
      `C${String(charge)}`,
      adjustment ? 'Adjustment' : 'Insurance Payment',
      isoDay(day),
      amount,
      adjustment ? 'Contractual' : '',
      pick(payers, charge >> 2),
      'EFT',
    ].join(',')
  }
}

function chargeCents(charge: number): number {
  return 9_000 + ((charge * 37) % 400) * 100 + ((charge * 13) % 100)
}

/** Payment and adjustment of a charge settle it, as they mostly do; of one in 25 a part stays open. */
function paidCents(
  charge: number,
  { adjustment, isLast }: { readonly adjustment: boolean; readonly isLast: boolean },
): number {
  const adjusted = isLast ? 0 : Math.round(chargeCents(charge) * 0.45)
  if (adjustment) return adjusted
  const open = charge % 25 === 0 ? 3_000 : 0
  return chargeCents(charge) - adjusted - open
}

function serviceDay(index: number, count: number): number {
  return Math.floor((index / count) * 1050)
}

function isoDay(day: number): string {
  return new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)
}

function pick(values: readonly string[], index: number): string {
  return values[index % values.length] ?? ''
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => row.join(',')).join('\n')
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path)
  let batch: string[] = []
  for (const line of lines) {
    batch.push(line)
    if (batch.length < 5000) continue
    if (!stream.write(`${batch.join('\n')}\n`)) await once(stream, 'drain')
    batch = []
  }
  stream.end(`${batch.join('\n')}\n`)
  await finished(stream)
}
