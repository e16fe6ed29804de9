import type { Reading } from '../reading';
import { isWithin } from '../spans';
import type { Clash } from './clash';
import { moved, type Candidate } from './fix';
import { variableOf } from '../syntax/field-names';

/** Whether a change of the clash itself makes the gradient that is computed there have its variable's shape. */
export function givesGradient(
  { nodes, node }: Clash,
  { edits }: Candidate,
  after: Reading,
): boolean {
  const statement = nodes.findLast((own) => own.kind === 'assign' && isWithin(node, own));
  const [target] = statement?.kind === 'assign' ? statement.targets : [];
  const variable = target && variableOf(target);
  if (!target || !variable || !edits.every(({ span }) => isWithin(span, node))) return false;
  const place = { start: moved(target.start, edits), end: moved(target.end, edits) };
  const gradient = after.bindings.find(
    ({ span }) => isWithin(span, { start: place.start, end: place.end }) && span.end === place.end,
  )?.value.shape;
  const own = after.bindings.findLast(({ name }) => name === variable)?.value.shape;
  return gradient !== undefined && own !== undefined && String(gradient) === String(own);
}
