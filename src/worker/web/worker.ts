import { workAhead } from '../ahead';
import type { Question } from '../service';

void import('../service').then(({ answer, ReadingService }) => {
  const service = new ReadingService();
  const ahead = workAhead(service);
  self.onmessage = ({ data }: MessageEvent<Question>) => {
    void answer(service, data).then(({ answer: reply, buffers }) => {
      self.postMessage(reply, { transfer: [...buffers] });
      ahead.asked();
    });
  };
});
