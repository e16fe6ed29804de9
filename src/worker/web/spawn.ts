import type { Channel, ChannelEvents, WorkerHost } from '../channel';

/** Starts the worker from within the web worker that the extension host is. Rejects where that is not allowed. */
export async function spawn(host: WorkerHost, events: ChannelEvents): Promise<Channel> {
  const url = URL.createObjectURL(await scriptOf(host));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => events.message(data);
  worker.onerror = ({ message }) => events.failed(message);
  return {
    post: (message) => worker.postMessage(message),
    close: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** The service as it is for Node too, as the one module that the worker can ask for. */
async function scriptOf(host: WorkerHost): Promise<Blob> {
  const [service, worker] = await Promise.all([
    host.readScript('service.js'),
    host.readScript('web/worker.js'),
  ]);
  return new Blob(
    [
      ...['const module = { exports: {} };\n((exports) => {\n', service, '\n})(module.exports);\n'],
      ...['const require = () => module.exports;\n', worker],
    ],
    { type: 'text/javascript' },
  );
}
