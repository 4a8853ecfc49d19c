import { documentPolicy } from '../../shared/report/policy.ts'

/** One directive per line, so that a change to the policy is a one-line diff. */
const windowDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // `blob:` for charts saved or copied as PNG: a canvas takes a drawing only as an image, and a blob is the one
  // address of an image that no markup can bring along: the page's own scripts make it, and it ends with the page.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The page's own policy, made once at its start (renderer/app/clear-only.ts): it passes the empty text alone.
  'trusted-types default',
]

/**
 * The policy of the interface, sent by the desktop shell and by the browser host alike. Everything comes from
 * the own origin, nothing inline. Saving through `<a download href="blob:…">` needs no directive.
 */
export const contentPolicy = windowDirectives.join('; ')

/** The policy of a report being printed: the document's own, and no frame around it. */
export const reportPolicy = `${documentPolicy}; frame-ancestors 'none'`

/** What the interface never asks for; a page that slipped in could not either. */
const deniedFeatures = [
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** Sent with every answer of both hosts, whatever it carries. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
}
