// Made for a thread of its own: writes one report, and says it to whoever waits for it.
import { parentPort, workerData } from 'node:worker_threads';

import { writeReport, type Task } from './write.ts';

parentPort?.postMessage(writeReport(workerData as Task));
