import { mkdir } from 'node:fs/promises'
import { findElectron } from '#support/find-electron'
import { launchElectron } from '#support/launch-electron'
import type { LaunchedApp, LaunchOptions } from '#support/launch-options'
import { launchStandIn } from '#support/launch-stand-in'

/** Launches the built application and waits until its page is there. Refused as a second instance: throws `SecondInstance`. */
export const launchApp = async (options: LaunchOptions): Promise<LaunchedApp> => {
  await Promise.all([mkdir(options.userData, { recursive: true }), mkdir(options.documents, { recursive: true })])
  const electron = findElectron()
  const app = await (electron === null ? launchStandIn(options) : launchElectron(electron, options))
  if (options.viewport !== undefined) await app.page.setViewportSize(options.viewport)
  if (options.colorScheme !== undefined) await app.page.emulateMedia({ colorScheme: options.colorScheme })
  return app
}
