// Runs in its own thread: writes one report and posts it to whoever started it.
import { parentPort, workerData } from 'node:worker_threads';

import { writeReport, type Task } from './write.ts';

parentPort?.postMessage(writeReport(workerData as Task));
