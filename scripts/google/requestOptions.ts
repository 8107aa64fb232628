import { loopbackUrl } from './readEndpoints.ts'

/** What goes with every request: the client's own retry off, no redirect, no other universe, no proxy to ourselves. */
export interface RequestOptions {
  readonly headers: Record<string, string>
  readonly timeout: number
  readonly retry: false
  readonly redirect: 'manual'
  readonly responseType: 'json'
  readonly noProxy: RegExp[]
}

/** Those of one request that may take so many milliseconds. */
export function requestOptions(headers: Readonly<Record<string, string>>, timeout: number): RequestOptions {
  return {
    headers: { ...headers },
    timeout,
    retry: false,
    redirect: 'manual',
    responseType: 'json',
    noProxy: [loopbackUrl],
  }
}
