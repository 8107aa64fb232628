// Runs in the page: what a hostile script or label would try, were it ever to run there. Each attempt goes
// to a path of its own, so that the other origin can tell which of them got through.

declare global {
  interface Window {
    /** Tries everything against an address; gives each attempt's outcome, `done` or the error's name. */
    attempt(address: string): Promise<Readonly<Record<string, string>>>
    evaluated?: string[]
  }
}

type Attempt = (url: string) => unknown

/** An element put into the page; its own way of loading does the rest. */
function element(name: string, attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  document.body.append(made)
  return made
}

function loaded(frame: Element): Promise<unknown> {
  return new Promise((resolve) => frame.addEventListener('load', resolve))
}

/** Attempts to reach another origin. */
const calls: Readonly<Record<string, Attempt>> = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  request: (url) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.onload = resolve
      request.onerror = () => reject(new Error('refused'))
      request.open('GET', url)
      request.send()
    }),
  beacon: (url) => navigator.sendBeacon(url, 'secret'),
  socket: (url) => new WebSocket(url.replace('http', 'ws')),
  events: (url) => new EventSource(url),
  image: (url) => element('img', { src: url }),
  picture: (url) => element('img', { srcset: `${url} 1x` }),
  drawing: (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', url)
    svg.append(image)
    document.body.append(svg)
  },
  script: (url) => element('script', { src: url }),
  module: (url) => import(url),
  style: (url) => element('link', { rel: 'stylesheet', href: url }),
  background: (url) => {
    const box = element('p', {}) as HTMLElement
    box.style.backgroundImage = `url(${url})`
    box.style.height = '1px'
  },
  font: (url) => new FontFace('Theirs', `url(${url})`).load(),
  frame: (url) => element('iframe', { src: url }),
  object: (url) => element('object', { data: url, type: 'text/html' }),
  embed: (url) => element('embed', { src: url, type: 'text/html' }),
  video: (url) => element('video', { src: url, preload: 'auto' }),
  prefetch: (url) => element('link', { rel: 'prefetch', href: url }),
  manifest: (url) => element('link', { rel: 'manifest', href: url }),
  worker: (url) => {
    const text = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`
    return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
  },
  markup: (url) => {
    element('div', {}).innerHTML = `<img src="${url}">`
  },
  framedMarkup: (url) => loaded(element('iframe', { srcdoc: `<img src="${url}">` })),
  form: (url) => {
    const form = element('form', { action: url, method: 'post', target: 'away' }) as HTMLFormElement
    const frame = element('iframe', { name: 'away' })
    form.submit()
    return loaded(frame)
  },
}

function callWrite(markup: string): void {
  const { write } = document as unknown as { write: (markup: string) => void }
  write.call(document, markup)
}

/** Attempts to run a text. */
const evaluations: Readonly<Record<string, (text: string) => unknown>> = {
  eval: (text) => (0, eval)(text) as unknown,
  function: (text) => new (Function as unknown as new (text: string) => () => void)(text)(),
  timer: (text) => (setTimeout as (code: string) => unknown)(text),
  inline: (text) => {
    const script = document.createElement('script')
    script.append(text)
    document.body.append(script)
  },
  handler: (text) => (element('button', { onclick: text }) as HTMLElement).click(),
  link: (text) => {
    ;(element('a', { href: `javascript:${text}` }) as HTMLElement).click()
    // Followed after the script that clicked.
    return new Promise((resolve) => setTimeout(resolve, 50))
  },
  write: (text) => callWrite(`<script>${text}</script>`),
}

async function outcomeOf(work: () => unknown): Promise<string> {
  try {
    await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, 1000))])
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.name : 'refused'
  }
}

window.attempt = async (address) => {
  window.evaluated = []
  const outcomes: Record<string, string> = {}
  for (const [name, run] of Object.entries(calls)) {
    outcomes[name] = await outcomeOf(() => run(`${address}${name}`))
  }
  for (const [name, run] of Object.entries(evaluations)) {
    outcomes[name] = await outcomeOf(() => run(`window.evaluated.push('${name}')`))
  }
  return outcomes
}

export {}
