import type { Channel, ChannelEvents, WorkerHost } from '../channel';

/** Starts the worker from within the web worker that the extension host is. Rejects where that is not allowed. */
export async function spawn(host: WorkerHost, events: ChannelEvents): Promise<Channel> {
  const script = new Blob([await host.readScript()], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
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
