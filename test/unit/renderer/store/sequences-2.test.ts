import { printSeed } from '../../../builders/random.ts';
import { describeSequences } from './sequences.ts';

describeSequences(printSeed('sequences'), 2);
