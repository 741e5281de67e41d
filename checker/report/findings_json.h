/* The findings as JSON, in a schema of our own. Floor 1: base.
 *
 * docs/formats.md describes it, docs/findings.schema.json is it. Columns are bytes, as in the text.
 */
#ifndef CLOSEWAIT_REPORT_FINDINGS_JSON_H
#define CLOSEWAIT_REPORT_FINDINGS_JSON_H

#include "report/report.h"

/* Grows when a member changes its meaning or goes; new members do not count. */
enum { FINDINGS_JSON_FORMAT = 1 };

void findings_json_write(FILE *out, const struct report *report);

#endif
