import type { Channel } from './channel';
import type { Answer, Question } from './service';

/** The service without a worker, for hosts that have none. */
export async function serveHere(message: (answer: Answer) => void): Promise<Channel> {
  const { answer, ReadingService } = await import('./service');
  const service = new ReadingService();
  return {
    post: (question) =>
      void answer(service, question as Question).then(({ answer: reply }) => message(reply)),
    close: () => {},
  };
}
