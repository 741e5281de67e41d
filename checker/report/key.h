/* Keys of findings that survive moves of the code: for fingerprints and baselines. Floor 1:
 * base. */
#ifndef CLOSEWAIT_REPORT_KEY_H
#define CLOSEWAIT_REPORT_KEY_H

#include "report/finding.h"
#include "report/sources.h"

/* Gives each finding its key: "HASH:ORDINAL". The hash (16 hexadecimal digits) is over the rule,
 * path, function, resource and the text of the line without its blanks, so neither line numbers nor
 * indentation matter. The ordinal, from 1, tells apart findings that agree in all of that: hence
 * all findings of a run are to get their keys before some of them are left out. A line that cannot
 * be read counts as empty.
 *
 * base is the directory, absolute, that the paths in the keys are relative to, so that they do not
 * depend on the directory in which a run is started; NULL: the paths as they are. */
void findings_set_keys(struct findings *findings, struct sources *sources, const char *base);

/* The path as it is in a key. In a. */
const char *finding_key_path(struct arena *a, const struct sources *sources, const char *base,
                             const char *path);

#endif
