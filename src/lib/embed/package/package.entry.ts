/* The page of a package for a learning platform. */
import { launch } from './launch.ts';
import { openPackage } from './open.ts';

openPackage(launch);
