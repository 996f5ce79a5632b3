import { download } from '../../app/download.ts';
import { count as counted } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { useExchange } from './use-exchange.ts';

/** The refused rows as a file to mend and import again. */
export function RefusedDownload({ count }: { readonly count: number }) {
  const { client } = useExchange();
  return (
    <Button
      onClick={() => void client.refusedRows().then((blob) => download(blob, 'groundwork-refused-rows.csv'))}
    >
      Download {counted(count, 'refused row')}
    </Button>
  );
}
