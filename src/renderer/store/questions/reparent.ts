import { readFamilies, reparented } from '../commands/hierarchy-commands.ts';
import type { Answerer } from './answer-question.ts';

/** SEG-3: whether an account may get this parent, and whose segment or motion that changes. */
export const answerReparent: Answerer<'reparent'> = async (room, { id, parentId }) => {
  const members = await readFamilies(room, id, parentId);
  const isThere = (wanted: string): boolean => members.some((member) => member.id === wanted);
  if (!isThere(id) || (parentId !== null && !isThere(parentId))) return null;
  return reparented(room, members, id, parentId);
};
