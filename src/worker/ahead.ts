import type { ReadingService } from './service';

/** How long nobody must ask anything before work is done ahead, and for how long at a time. */
const QUIET_MS = 30;
const SLICE_MS = 8;

/** Has the service work ahead where nobody asks it anything, a little at a time. */
export function workAhead(service: ReadingService): { asked(): void } {
  let next: ReturnType<typeof setTimeout> | undefined;
  const slice = (): void => {
    next = service.goAhead(SLICE_MS) ? setTimeout(slice) : undefined;
  };
  return {
    asked: () => {
      clearTimeout(next);
      next = setTimeout(slice, QUIET_MS);
    },
  };
}
