/** The site's one script. Every page is complete without it. */
import './keys.ts'
import './live.ts'
import './offline.ts'
