import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, callNames, eventChannel } from '#bridge/channels'
import type { DesktopApi, DesktopCalls } from '#bridge/desktop-api'

const on: DesktopApi['on'] = (name, listener) => {
  const relay = (_: unknown, event: Parameters<typeof listener>[0]): void => listener(event)
  ipcRenderer.on(eventChannel(name), relay)
  return () => void ipcRenderer.off(eventChannel(name), relay)
}
// The type of the list in bridge/channels.ts vouches that no call is lacking.
const calls = Object.fromEntries(
  callNames.map((name) => [name, (payload: unknown) => ipcRenderer.invoke(callChannel(name), payload)]),
) as unknown as DesktopCalls
const api: DesktopApi = { ...calls, on }
contextBridge.exposeInMainWorld('desktop', api)
