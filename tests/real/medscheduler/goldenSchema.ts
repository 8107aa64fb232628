import { z } from 'zod'

const providerGolden = z.object({
  appointments: z.number(),
  slots: z.number(),
  before_ref_date: z.object({
    ref_date: z.string(),
    appointments: z.number(),
    status: z.object({
      attended: z.number(),
      cancelled: z.number(),
      'did not attend': z.number(),
      unknown: z.number(),
    }),
  }),
  slots_before_ref_date: z.object({
    slots: z.number(),
    with_a_live_booking: z.number(),
    booked_utilization_pct: z.number(),
    with_an_attended_visit: z.number(),
    attended_utilization_pct: z.number(),
  }),
  by_month: z.record(z.string(), z.object({ appointments: z.number(), did_not_attend: z.number() })),
})
/** What the set's own counts say of one provider. */
export type ProviderGolden = z.output<typeof providerGolden>

/** The counts that were made of the set apart from this program. */
export const goldenSchema = z.object({
  'provider-a': providerGolden,
  'provider-b': providerGolden,
  'provider-c': providerGolden,
})

export type Golden = z.output<typeof goldenSchema>
