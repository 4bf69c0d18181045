import { parentPort, workerData } from 'node:worker_threads'
import { type CatalogueJob, doCatalogueJob } from './catalogue-job.ts'

/** Does one job and ends: a list of a megabyte takes a third of a second, and a catalogue of thousands as long to be written. */
parentPort?.postMessage(doCatalogueJob(workerData as CatalogueJob))
