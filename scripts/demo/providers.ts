import { toDay } from './calendar.ts'
import { sites, type Site, type Specialty } from './practice.ts'

/** A provider of the practice. */
export interface DemoProvider {
  readonly id: string
  readonly name: string
  /** Other spellings in the exports, all in the providers tab. */
  readonly aliases: readonly string[]
  readonly npi: string
  readonly type: 'MD' | 'DO' | 'NP' | 'PA'
  readonly specialty: Specialty
  readonly employment: 'owner' | 'employed' | 'locum'
  readonly fte: number
  /** Day numbers; null while here. */
  readonly start: number
  readonly end: number | null
  /** Months of the year in which a locum works; null works all year. */
  readonly months: readonly number[] | null
  /** Clinic days: weekday (1 is Monday) and site. */
  readonly clinics: readonly (readonly [weekday: number, site: Site])[]
  /** Mean days until a note is signed; unsigned notes hold charges. */
  readonly signingDays: number
  /** Gross per full pay period in cents. */
  readonly biweeklyCents: number
}

interface ProviderFacts {
  readonly first: string
  readonly last: string
  readonly type: DemoProvider['type']
  readonly specialty: Specialty
  readonly employment: DemoProvider['employment']
  readonly start: string
  readonly end?: string
  readonly months?: readonly number[]
  readonly clinics: DemoProvider['clinics']
  readonly signingDays: number
  readonly biweeklyCents: number
}

const [main, millbrook, eastgate] = sites

const providerFacts: readonly ProviderFacts[] = [
  {
    first: 'Adaeze',
    last: 'Okafor',
    type: 'MD',
    specialty: 'Family Medicine',
    employment: 'owner',
    start: '2009-05-01',
    clinics: [
      [1, main],
      [3, main],
      [4, millbrook],
    ],
    signingDays: 0.9,
    biweeklyCents: 720_000,
  },
  {
    first: 'Tomas',
    last: 'Lindqvist',
    type: 'MD',
    specialty: 'Cardiology',
    employment: 'owner',
    start: '2011-09-01',
    clinics: [
      [2, main],
      [4, main],
    ],
    signingDays: 1.3,
    biweeklyCents: 890_000,
  },
  {
    first: 'Priya',
    last: 'Raghunathan',
    type: 'MD',
    specialty: 'Gastroenterology',
    employment: 'owner',
    start: '2014-02-03',
    clinics: [
      [1, eastgate],
      [5, eastgate],
    ],
    signingDays: 1.1,
    biweeklyCents: 910_000,
  },
  {
    first: 'Marcus',
    last: 'Bellweather',
    type: 'DO',
    specialty: 'Family Medicine',
    employment: 'employed',
    start: '2018-07-02',
    clinics: [
      [2, millbrook],
      [5, millbrook],
    ],
    signingDays: 3.4,
    biweeklyCents: 370_000,
  },
  {
    first: 'Elena',
    last: 'Quiroga',
    type: 'MD',
    specialty: 'Dermatology',
    employment: 'employed',
    start: '2020-03-02',
    clinics: [[3, main]],
    signingDays: 0.8,
    biweeklyCents: 270_000,
  },
  {
    first: 'Haruto',
    last: 'Nishimaki',
    type: 'MD',
    specialty: 'Orthopedics',
    employment: 'employed',
    start: '2021-01-04',
    clinics: [[2, eastgate]],
    signingDays: 1.6,
    biweeklyCents: 310_000,
  },
  {
    first: 'Beth',
    last: 'Calloway-Ruiz',
    type: 'NP',
    specialty: 'Family Medicine',
    employment: 'employed',
    start: '2019-06-03',
    clinics: [
      [1, millbrook],
      [3, millbrook],
    ],
    signingDays: 0.7,
    biweeklyCents: 190_000,
  },
  {
    first: 'Dmitri',
    last: 'Vasko',
    type: 'PA',
    specialty: 'Orthopedics',
    employment: 'employed',
    start: '2022-08-01',
    clinics: [[4, eastgate]],
    signingDays: 1.2,
    biweeklyCents: 110_000,
  },
  {
    first: 'Fiona',
    last: 'Abernathy',
    type: 'MD',
    specialty: 'Family Medicine',
    employment: 'employed',
    start: '2016-10-03',
    end: '2025-06-30',
    clinics: [
      [1, main],
      [5, main],
    ],
    signingDays: 2.1,
    biweeklyCents: 390_000,
  },
  {
    first: 'Samuel',
    last: 'Oyelaran',
    type: 'MD',
    specialty: 'Cardiology',
    employment: 'employed',
    start: '2025-02-03',
    clinics: [
      [3, eastgate],
      [5, main],
    ],
    signingDays: 1.0,
    biweeklyCents: 460_000,
  },
  {
    first: 'Grace',
    last: 'Tennyson',
    type: 'NP',
    specialty: 'Family Medicine',
    employment: 'employed',
    start: '2023-04-03',
    clinics: [[2, main]],
    signingDays: 0.9,
    biweeklyCents: 100_000,
  },
  {
    first: 'Ivo',
    last: 'Brandt',
    type: 'MD',
    specialty: 'Family Medicine',
    employment: 'locum',
    start: '2023-12-01',
    months: [1, 7, 8, 12],
    clinics: [
      [2, millbrook],
      [4, eastgate],
    ],
    signingDays: 4.5,
    biweeklyCents: 0,
  },
]

/** The twelve providers: three owners, part-timers, one who joins, one who leaves, one locum. */
export const demoProviders: readonly DemoProvider[] = providerFacts.map((facts, index) => ({
  id: `PR${String(index + 1).padStart(2, '0')}`,
  name:
    facts.type === 'MD' || facts.type === 'DO'
      ? `Dr. ${facts.first} ${facts.last}`
      : `${facts.first} ${facts.last}, ${facts.type}`,
  aliases: [
    `${facts.last.toUpperCase()}, ${facts.first.toUpperCase()} ${facts.type}`,
    `${facts.last}, ${facts.first}`,
    `${facts.first} ${facts.last}`,
    `RFSC_${facts.last}_${facts.first.charAt(0)}`,
  ],
  npi: `1999999${String(101 + index * 7)}`,
  type: facts.type,
  specialty: facts.specialty,
  employment: facts.employment,
  fte: Math.min(1, facts.clinics.length * 0.2 + 0.1),
  start: toDay(facts.start),
  end: facts.end === undefined ? null : toDay(facts.end),
  months: facts.months ?? null,
  clinics: facts.clinics,
  signingDays: facts.signingDays,
  biweeklyCents: facts.biweeklyCents,
}))
