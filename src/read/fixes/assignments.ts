import { broadcastFixes } from './broadcasts';
import type { Clash } from './clash';
import type { Candidate } from './fix';

/** What may be meant by `x[index] = value` that does not fit: what mends a clash of operands, but of the value alone. */
export function assignmentFixes(clash: Clash): Candidate[] {
  const [target, value] = clash.operands;
  const [place] = clash.node.kind === 'assign' ? clash.node.targets : [];
  return broadcastFixes(clash).filter(({ edits }) =>
    edits.every(
      ({ span }) =>
        !target || !value || !place || span.end <= place.start || span.start >= place.end,
    ),
  );
}
