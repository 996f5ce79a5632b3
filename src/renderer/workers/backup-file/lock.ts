import { Decrypter, Encrypter } from 'age-encryption';

/** Locks a file with a passphrase, in the age format: `age -d` opens it without Groundwork. */
export async function lock(
  file: ReadableStream<Uint8Array>,
  passphrase: string,
  /** Base-2 logarithm of the work that each guess costs; only tests lower it. */
  work?: number,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  if (work !== undefined) encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(file);
}

/**
 * Opens what `lock` or age itself locked.
 * @returns `null` when the passphrase does not fit
 * @throws Error when the file is cut off or changed: at the header here, later ones while reading
 */
export async function unlock(
  file: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array> | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    // The library has one error for everything; this is its sentence for a passphrase that does not fit.
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
    throw error;
  }
}
