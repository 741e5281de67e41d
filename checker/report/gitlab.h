/* GitLab's Code Quality report (docs.gitlab.com, "Code Quality"). Floor 1: base.
 *
 * One array with an object for each finding. GitLab shows neither the rule nor the steps, so the
 * rule stands before the description. Those that are suppressed are left
 * out. Of findings with the same fingerprint it shows the first:
 * ours are the keys of the findings, which differ. Certain findings are major, likely ones minor,
 * possible ones info.
 */
#ifndef CLOSEWAIT_REPORT_GITLAB_H
#define CLOSEWAIT_REPORT_GITLAB_H

#include "report/report.h"

/* Writes the report; an empty array when there are no findings. */
void gitlab_write(FILE *out, const struct report *report);

#endif
