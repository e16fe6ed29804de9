import { say } from '../core';
import type { Notice } from '../protocol';
import type { PanelRequest } from './panel';
import type { Session } from './session';

/** Does what a panel asks for that leaves it, and says what came of it. */
export async function answerRequest(request: PanelRequest, _session: Session): Promise<Notice> {
  return { kind: 'error', sentence: say('{what} failed', { what: request.type }) };
}
