/** Long work of the store, for a bar; `of` is 0 while the whole is unknown. */
export interface StoreProgress {
  readonly what: 'backup' | 'preview' | 'restore' | 'rebuild' | 'replay' | 'upgrade' | 'integrity' | 'import';
  readonly done: number;
  readonly of: number;
}
