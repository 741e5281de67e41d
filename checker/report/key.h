/* Keys of findings that survive moves of the code: for fingerprints and baselines. Floor 1:
 * base. */
#ifndef CLOSEWAIT_REPORT_KEY_H
#define CLOSEWAIT_REPORT_KEY_H

#include "base/arena.h"
#include "report/finding.h"
#include "report/sources.h"

/* Returns one key for each finding, in their order: "HASH:ORDINAL". The hash (16 hexadecimal
 * digits) is over the rule, path, function, resource and the text of the line without its
 * blanks, so neither line numbers nor indentation matter. The ordinal, from 1, tells apart
 * findings that agree in all of that. A line that cannot be read counts as empty. */
const char **finding_keys(struct arena *a, const struct findings *findings,
                          struct sources *sources);

#endif
