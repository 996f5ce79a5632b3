import type { Label } from '../../../shared/history/change-set.ts';

/** Ends a job from inside a stream; the job's result carries the label. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
  readonly label: Label;

  constructor(why: Label) {
    super(why.id);
    this.label = why;
  }
}
