/* The page of a package that is for no platform: it brings nothing that speaks to one. */
import { openHere } from './launched.ts';
import { openPackage } from './open.ts';

openPackage((data, course, window) => Promise.resolve(openHere(data, course, window)));
