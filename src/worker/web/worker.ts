import { answer, ReadingService, type Question } from '../service';

const service = new ReadingService();

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const { answer: reply, buffers } = answer(service, data);
  self.postMessage(reply, { transfer: [...buffers] });
};
