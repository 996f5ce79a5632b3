/** Runs tasks one after the other; a failed task does not stop the next. */
export interface Serial {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
}

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const result = last.then(task, task);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
