/* Workflow commands of GitHub Actions, which become annotations. Floor 1: base.
 *
 *     ::error title=closewait (hollow-close),file=src/conn.c,line=88,endLine=88,col=5,endColumn=9::…
 *
 * Certain findings are errors, likely ones warnings, possible ones notices: GitHub counts each kind
 * by itself. Those that it drops it drops without a word (GITHUB_SHOWN), so the surest stand first,
 * and where there are more of a kind a notice before them says so. Suppressed ones are left out.
 */
#ifndef CLOSEWAIT_REPORT_GITHUB_H
#define CLOSEWAIT_REPORT_GITHUB_H

#include "report/report.h"

/* Annotations of one kind that GitHub keeps of a step (docs.github.com; actions/toolkit,
 * docs/problem-matchers.md). Of a job it keeps 50. */
enum { GITHUB_SHOWN = 10 };

/* Writes the commands, one a line; nothing when there are no findings. */
void github_write(FILE *out, const struct report *report);

#endif
