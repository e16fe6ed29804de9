import { exceptions, raised } from '../exceptions';
import { resume, throwInto } from '../generators';
import { PyError } from '../signals';
import { PyClass, type PyGenerator } from '../values';
import type { Methods } from './table';

/** The methods of a generator. */
export const GENERATOR: Methods<PyGenerator> = {
  send: (self, { positional: [value = null] }, it) =>
    resume(it, self, (resumed) => resumed.next(value)),
  throw: (self, args, it) => {
    const [error = null] = args.positional;
    const exception = error instanceof PyClass ? it.call(error, it.args([], args.span)) : error;
    return throwInto(
      it,
      self,
      raised(exception, (value) => it.text(value, false)),
    );
  },
  close: (self, args, it) => {
    const exit = it.call(exceptions.get('GeneratorExit')!, it.args([], args.span));
    try {
      throwInto(
        it,
        self,
        raised(exit, () => ''),
      );
    } catch (error) {
      const isEnd = error instanceof PyError && /^(GeneratorExit|StopIteration)$/.test(error.type);
      if (!isEnd) throw error;
    }
    return null;
  },
};
