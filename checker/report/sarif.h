/* SARIF 2.1.0 (OASIS), for code scanning and editors. Floor 1: base.
 *
 * One run, made to fit GitHub code scanning, whose limits (docs.github.com, "SARIF support for code
 * scanning") reject a whole file: hence the caps below. The region of a result is one line, as
 * annotations of a diff want it. Columns are UTF-16 code units. Both certain and likely findings
 * are warnings, possible ones are notes; the level itself is a property. Paths below the root are
 * relative to %SRCROOT%.
 */
#ifndef CLOSEWAIT_REPORT_SARIF_H
#define CLOSEWAIT_REPORT_SARIF_H

#include "report/report.h"

enum {
	SARIF_RESULTS_MAX = 25000,     /* GitHub rejects more */
	SARIF_STEPS_MAX = 50,          /* of a flow: the first half and the last; nobody reads more */
	SARIF_NOTIFICATIONS_MAX = 1000 /* what could not be analysed */
};

/* Writes one SARIF log. A finding whose rule is not among the report's rules is written without
 * an index. */
void sarif_write(FILE *out, const struct report *report);

#endif
