/** For whom a published file is sealed: an owner opens both kinds, a viewer those for viewers only. */
export const audiences = ['viewer', 'owner'] as const

export type Audience = (typeof audiences)[number]
