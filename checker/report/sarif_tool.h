/* The tool and its rules in a SARIF log. Private to sarif.c and sarif_tool.c. */
#ifndef CLOSEWAIT_REPORT_SARIF_TOOL_H
#define CLOSEWAIT_REPORT_SARIF_TOOL_H

#include "report/json.h"
#include "report/report.h"

/* The member "tool" of a run. */
void sarif_member_tool(struct json *j, const struct report *report);

#endif
