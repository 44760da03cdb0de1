// Faults 13, 19 and 20 on a first visit, when nothing is kept yet: a file is gone, too large, or never ends. (14 to 18 on
// a first visit are in before.spec.mjs and broken.spec.mjs.)
import { HELP_PAGE } from '../support/site.mjs';
