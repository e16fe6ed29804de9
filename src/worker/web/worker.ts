import { answer, ReadingService, type Question } from '../service';

const service = new ReadingService();

self.onmessage = ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(service, data));
};
