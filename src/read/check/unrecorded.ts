import { AffineEvents } from '../affine/events';
import { Records } from '../records';

/** Records that keep nothing: of a layer that is tried out, only results are looked at. */
export class NoRecords extends Records {
  override value(): void {}

  override binding(): void {}

  override origin(): void {}
}

/** Events that nobody follows. */
export class NoEvents extends AffineEvents {
  override made(): void {}

  override clashed(): void {}
}
