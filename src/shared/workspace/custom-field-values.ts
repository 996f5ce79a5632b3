import { z } from 'zod';

/** What a custom field (workspace.ts) is beside its id; for reading it from outside. */
export const customFieldValues = z.object({
  key: z.string().min(1),
  label: z.string().min(1),
});
