/** The package ships no types; this is the part of it that is used. */
declare module 'write-file-atomic' {
  interface Options {
    readonly mode?: number;
    readonly encoding?: BufferEncoding;
    readonly fsync?: boolean;
  }
  export default function writeFileAtomic(
    filename: string,
    data: string | NodeJS.ArrayBufferView,
    options?: Options,
  ): Promise<void>;
}
