import { type DemoPayer, demoPayers } from './payers.ts'
import { type DemoProvider, demoProviders } from './providers.ts'
import { createRandom, type Random } from './random.ts'

/** A patient has a number and a payer, and no name. */
export interface Patient {
  readonly key: string
  readonly payer: DemoPayer
  readonly isTest: boolean
}

export interface Patients {
  /** A new patient, or one of the provider's panel who is not in `seen` yet; adds to `seen`. */
  choose(provider: DemoProvider, isNew: boolean, seen: Set<string>): Patient
}

/** Panels that exist on the first day, and grow with every new patient. */
export function createPatients(seed: number): Patients {
  const random = createRandom(seed, 'patients')
  const panels = new Map<string, Patient[]>()
  let count = 0

  function create(): Patient {
    count += 1
    return { key: String(30_000 + count), payer: choosePayer(random), isTest: false }
  }

  for (const provider of demoProviders) {
    const size = 140 * provider.clinics.length
    panels.set(provider.id, Array.from({ length: size }, create))
  }
  const testPatient: Patient = { key: '99999', payer: choosePayer(random), isTest: true }

  function choose(provider: DemoProvider, isNew: boolean, seen: Set<string>): Patient {
    const panel = panels.get(provider.id)
    if (panel === undefined) throw new Error(`unknown provider: ${provider.id}`)
    if (random.chance(0.0007)) return testPatient
    if (isNew) {
      const patient = create()
      panel.push(patient)
      seen.add(patient.key)
      return patient
    }
    let patient = random.pick(panel)
    while (seen.has(patient.key)) patient = random.pick(panel)
    seen.add(patient.key)
    return patient
  }

  return { choose }
}

function choosePayer(random: Random): DemoPayer {
  return random.weighted(demoPayers)
}
