import { playWholeCourse } from './whole-course.ts';

await playWholeCourse('fr', 'fr-FR');
