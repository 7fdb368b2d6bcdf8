import { transfer } from 'comlink'

/**
 * Starts a thread that packs, and answers the port to it, to be handed to the data thread. Only the window can start it: the stand-in for Electron does not serve
 * the scripts of a worker's own workers. It ends itself when it is told `null`.
 * @throws when there are no threads, or its script does not come.
 */
export const openGzipThread = async (): Promise<MessagePort> => {
  const worker = new Worker(new URL('./gzip-worker.ts', import.meta.url), { type: 'module', name: 'gzip' })
  await new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true })
    worker.addEventListener('error', () => reject(new Error('The thread that packs did not start')), { once: true })
  })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage(port1, [port1])
  return transfer(port2, [port2])
}
