/** Makes something at its first use and keeps it: what is dear to make must not cost those who never use it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
