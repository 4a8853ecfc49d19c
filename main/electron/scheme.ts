import { protocol } from 'electron'
import { readAsset } from '../hosting/assets.ts'
import { securityHeaders } from '../hosting/content-policy.ts'
import type { Log } from '../core.ts'
import { appHost, appScheme } from './policy.ts'

/** Has to run before Electron is ready. `standard` and `secure` give the pages a real origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', ...headers }
  return new Response(text, { status, headers: all })
}

/** Answers one request for a file of the interface. */
export async function answerAsset(rendererFolder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return plain(405, 'Only GET is answered.', { Allow: 'GET' })
  const url = URL.parse(request.url)
  const asset = url?.host === appHost ? await readAsset(rendererFolder, url.pathname) : null
  if (asset === null) return plain(404, 'There is no such file.')
  const headers = { 'Content-Type': asset.mimeType, 'Cache-Control': asset.cacheControl }
  return new Response(asset.body, { headers: { ...securityHeaders, ...headers } })
}

/** Serves the built interface at `app://bundle/`. */
export function serveAppScheme(rendererFolder: string, log: Log): void {
  protocol.handle(appScheme, async (request) => {
    try {
      return await answerAsset(rendererFolder, request)
    } catch (error) {
      log.error(`${request.url} could not be read`, error)
      return plain(500, 'The file could not be read.')
    }
  })
}
