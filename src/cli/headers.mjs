/**
 * Headers that go on every response, in one place for the server, `vite preview` and `vite dev`.
 *
 * The page needs nothing from elsewhere: no inline script or style, no `eval`, no other origin, no frame.
 * `data:` pictures are the icons of the map controls. What would become a script or markup has to pass the policy of
 * `src/trusted-types.ts`, the only one that may be made.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

/** @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * The same for `vite dev`, which puts styles into the page as `<style>` elements and has Vue with a policy of its own.
 * @type {Readonly<Record<string, string>>}
 */
export const DEVELOPMENT_HEADERS = {
  ...SECURITY_HEADERS,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace('trusted-types default', 'trusted-types default vue'),
}
