/** Why one request of a batch cannot be carried out, in Google's words; the batch says which request it was. */
export class Refusal extends Error {}
