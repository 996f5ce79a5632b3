import { whoWorksThisLead } from '../../../shared/lead-routing/who-works-this-lead.ts';
import type { Answerer } from './answer-question.ts';

/** ROE-1 to ROE-6: who works a lead. An account that is gone is none. */
export const answerLead: Answerer<'lead'> = (room, { accountId, ...question }) => {
  const row = accountId === null ? undefined : room.book.rowOf(accountId);
  const account = row
    ? { name: row.name, status: row.status, bdrAssigned: row.bdrAssigned, owner: row.owner }
    : null;
  return whoWorksThisLead({ ...question, account, today: room.today }, room.rules);
};
