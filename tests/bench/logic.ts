// Measures what needs no browser: scoring, and reading questions.
import { benchLoading } from './loading.ts';
import { benchScoring } from './scoring.ts';

await benchScoring();
benchLoading();
