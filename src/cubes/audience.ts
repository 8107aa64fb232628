/** Whose edition a published file belongs to, and for whom it is sealed; nobody needs the other's. */
export const audiences = ['viewer', 'owner'] as const

export type Audience = (typeof audiences)[number]
