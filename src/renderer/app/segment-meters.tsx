import { Meter } from '../components/meter.tsx';
import { useStoreStatus } from './store-context.tsx';

/** AW-6: how full each segment is, for the workspace's BDR. */
export function SegmentMeters() {
  const { meters } = useStoreStatus();
  return (
    <div className="cluster segment-meters" role="group" aria-label="Actively Working, used of limit">
      {meters
        .filter((meter) => meter.limit !== null || meter.used > 0)
        .map((meter) => (
          <Meter key={meter.segment} label={meter.segment} used={meter.used} limit={meter.limit} />
        ))}
    </div>
  );
}
