// Measures what needs no browser: scoring, reading questions, and self-study.
import { benchLoading } from './loading.ts';
import { benchScoring } from './scoring.ts';
import { benchStudy } from './study.ts';

await benchScoring();
benchLoading();
benchStudy();
