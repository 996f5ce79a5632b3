import './language-data.ts';
import { serveStore } from './serve-store.ts';

serveStore();
