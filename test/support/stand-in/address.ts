/** Chromium gives an own, secure origin to `https://*.app.localhost`: it stands for `app://…`, which only Electron can register. */
export const appToWeb = (url: string): string => url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.localhost')
export const webToApp = (url: string): string => url.replace(/^(blob:)?https:\/\/([^./]+)\.app\.localhost(?=\/|$)/, '$1app://$2')
export const isAppAddress = (url: string): boolean => webToApp(url).startsWith('app:')
