import { workAhead } from '../ahead';
import { answer, ReadingService, type Question } from '../service';

const service = new ReadingService();
const ahead = workAhead(service);

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const { answer: reply, buffers } = answer(service, data);
  self.postMessage(reply, { transfer: [...buffers] });
  ahead.asked();
};
