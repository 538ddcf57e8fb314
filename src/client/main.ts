import { countCharacters } from './character-limit.ts';
import { focusErrors } from './error-summary.ts';
import { openForPrint } from './print.ts';
import { followProgress } from './progress.ts';
import { releaseFrames } from './scroll-frames.ts';
import { takeShortcuts } from './shortcuts.ts';
import { submitOnce } from './submit-once.ts';

// Every page works without this. It makes some things nicer.
focusErrors();
submitOnce();
countCharacters();
followProgress();
releaseFrames();
openForPrint();
takeShortcuts();
