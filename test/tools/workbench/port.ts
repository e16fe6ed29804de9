import { createServer } from 'node:net';
import { Refusal } from '../tool';

/** A port nobody listens on: any, or the wanted one, which must be free. */
export function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(wanted, error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}

function whyNot(port: number, { code, message }: NodeJS.ErrnoException): Refusal {
  if (code === 'EADDRINUSE')
    return new Refusal(`Port ${port} is taken: choose another with --port.`);
  return new Refusal(`Port ${port} cannot be used: ${message}`);
}
