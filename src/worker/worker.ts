import { parentPort } from 'node:worker_threads';
import type { Question } from './service';

// What arrives before the service is loaded waits in the port.
void import('./service').then(({ answer, ReadingService }) => {
  const service = new ReadingService();
  parentPort!.on('message', (question: Question) => {
    parentPort!.postMessage(answer(service, question));
  });
});
