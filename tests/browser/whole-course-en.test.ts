import { playWholeCourse } from './whole-course.ts';

await playWholeCourse('en', 'en-GB');
