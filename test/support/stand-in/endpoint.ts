import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { host, isControlled } from './host.ts'

/** Tells the test that started this process where the browser listens, once the page is there: the test drives that very page. */
export const tellTestWhereToConnect = (): void => {
  if (!isControlled) return
  const [port = '', path = ''] = readFileSync(join(host.profile, 'DevToolsActivePort'), 'utf8').split('\n')
  process.send?.({ endpoint: `ws://127.0.0.1:${port}${path}` })
}
