/* The report for people, in the shape of a compiler's. Floor 1: base.
 *
 *     src/conn.c:88:5: warning: 'conn_close' never closes 'c->fd' [hollow-close]
 *        88 |     free(c);
 *           |     ^~~~~~~
 *     src/conn.c:31:9: note: opened here
 *
 * Each finding is a warning, its steps, why it hurts and what to do are notes. The level is named
 * behind the rule unless it is certain, and so is that it is suppressed. Editors and problem matchers read every line that begins
 * with a path; a line or column that is 0 is left out.
 */
#ifndef CLOSEWAIT_REPORT_TEXT_H
#define CLOSEWAIT_REPORT_TEXT_H

#include "report/report.h"

/* Writes the findings; nothing when there are none. */
void text_write(FILE *out, const struct report *report);

#endif
