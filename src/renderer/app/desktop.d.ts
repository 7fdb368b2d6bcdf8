import type { DesktopApi } from '#bridge/desktop-api'

declare global {
  interface Window {
    /** Given by the preload. */
    readonly desktop: DesktopApi
  }
}
