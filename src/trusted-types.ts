/**
 * The one Trusted Types policy of the page. With `require-trusted-types-for 'script'` the browser hands every string
 * that would become a script address, markup or code to the policy named `default`; see `cli/headers.mjs`.
 * `main.ts` imports this file before all others. A browser without Trusted Types needs none of it.
 */

/** Files of the build that may run as a script: the workers, with the hash in their names, and the service worker. */
const BUILT_SCRIPT = /^(?:assets\/(?:(?:export|geodata|import|land|workspace)\.worker|maplibre-gl-worker)-[\w-]{8}\.js|service-worker\.js)$/
/** The same as `vite dev` names them. */
const DEVELOPMENT_SCRIPT = /^(?:src\/workers\/[\w-]+\.worker\.ts|node_modules\/maplibre-gl\/dist\/maplibre-gl-worker\.mjs)\?[\w&=.-]*$/
const NOT_TEXT = /[&<>"']/g
const AS_TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

interface PolicyRules {
  createScriptURL(address: string): string | null
  createHTML(markup: string): string
  createScript(code: string): null
}

/**
 * Where a script may be read from, or null if it is none of the page's own.
 * @param address As given to `new Worker` or `register`.
 * @param page Address of the document.
 * @returns The address as resolved, so that what was judged is what is read.
 */
export function allowedScript(address: string, page: string, isDevelopment = false): string | null {
  const folder = new URL('.', page).href
  let href
  try {
    ({ href } = new URL(address, page))
  } catch {
    return null
  }
  if (!href.startsWith(folder)) return null
  const name = href.slice(folder.length)
  return BUILT_SCRIPT.test(name) || (isDevelopment && DEVELOPMENT_SCRIPT.test(name)) ? href : null
}

/** Markup as the text that it is: no element, no entity. */
export const escapeMarkup = (markup: string): string => markup.replace(NOT_TEXT, (character) => AS_TEXT[character]!)

/** What the policy answers; null refuses, which the browser reports as a violation. */
export function policyRules(page: () => string, isDevelopment: boolean): PolicyRules {
  return {
    createScriptURL: (address) => allowedScript(address, page(), isDevelopment),
    createHTML: escapeMarkup,
    createScript: () => null,
  }
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: PolicyRules): unknown } }).trustedTypes
factory?.createPolicy('default', policyRules(() => document.baseURI, import.meta.env.DEV))
