/** The HTML page of a front end that did not reach the service. */
export function errorPage(status: number): string {
  return [
    '<!DOCTYPE html>',
    '<html lang=en>',
    '  <meta charset=utf-8>',
    `  <title>Error ${status} (Server Error)!!1</title>`,
    `  <p><b>${status}.</b> <ins>That’s an error.</ins>`,
    '  <p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.',
    '',
  ].join('\n')
}

/** The page that someone without a session lands on; it answers 200. */
export const loginPage = [
  '<!doctype html>',
  '<html lang="en"><head><title>Sign in - Google Accounts</title></head>',
  '<body><h1>Sign in</h1><form action="/signin"><input type="email" name="identifier"></form></body></html>',
  '',
].join('\n')
