import { workAhead } from '../ahead';
import type { Question } from '../service';

void import('../service').then(({ answer, ReadingService }) => {
  const service = new ReadingService();
  const ahead = workAhead(service);
  self.onmessage = ({ data }: MessageEvent<Question>) => {
    const { answer: reply, buffers } = answer(service, data);
    self.postMessage(reply, { transfer: [...buffers] });
    ahead.asked();
  };
});
