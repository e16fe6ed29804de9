import { parentPort } from 'node:worker_threads';
import { workAhead } from './ahead';
import type { Question } from './service';

// What arrives before the service is loaded waits in the port.
void import('./service').then(({ answer, ReadingService, PYTHON_DEPTH }) => {
  // The thread was started with a call stack for it.
  const service = new ReadingService(PYTHON_DEPTH);
  const ahead = workAhead(service);
  parentPort!.on('message', (question: Question) => {
    void answer(service, question).then(({ answer: reply, buffers }) => {
      parentPort!.postMessage(reply, buffers);
      ahead.asked();
    });
  });
});
