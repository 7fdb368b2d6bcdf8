import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The origin that owns the database: it must never change, or everyone's data would stay behind. */
export const appOrigin = 'app://maillage'
export const appScheme = 'app'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Answers one request of the window with a file of the built renderer.
 * An address without extension is a page of the application: it gets index.html. Anything outside the folder gets 404.
 */
export const serveRenderer =
  (folder: string) =>
  async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const path = fileOf(folder, request.url)
    if (path === null) return refusal(404)
    try {
      const bytes = await readFile(path)
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers: headersFor(path) })
    } catch {
      return refusal(404)
    }
  }

/** Absolute path of the file an address stands for; null when it leaves the folder or the origin. */
export const fileOf = (folder: string, url: string): string | null => {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (`${address.protocol}//${address.host}` !== appOrigin) return null
  const wanted = decoded(address.pathname)
  // An address may hide its way out of the folder in escapes (%2e%2e, %5c, %00).
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null
  const path = normalize(join(folder, extname(wanted) === '' ? 'index.html' : wanted))
  return path.startsWith(normalize(folder) + sep) ? path : null
}

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const typeByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const safetyHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}
const headersFor = (path: string): Record<string, string> => ({
  ...safetyHeaders,
  'content-type': typeByExtension[extname(path).toLowerCase()] ?? 'application/octet-stream',
})
const refusal = (status: 404 | 405): Response => new Response(null, { status, headers: safetyHeaders })
