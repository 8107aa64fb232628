import type { appointmentStatuses, payerClasses, visitGroups } from '../private/contracts/vocabularies.ts'

export type PayerClass = (typeof payerClasses)[number]
export type VisitGroup = (typeof visitGroups)[number]
export type AppointmentStatus = (typeof appointmentStatuses)[number]
export type Specialty = 'Family Medicine' | 'Cardiology' | 'Gastroenterology' | 'Dermatology' | 'Orthopedics'

/** Everything about the practice that the simulation takes as given. All names are invented. */
export const practiceName = 'Riverbend Family & Specialty Care'
export const sites = ['Riverbend Main', 'Millbrook', 'Eastgate'] as const
export type Site = (typeof sites)[number]
