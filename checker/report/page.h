/* Parts of a rule's page (rules/NAME.md). Floor 1: base. */
#ifndef CLOSEWAIT_REPORT_PAGE_H
#define CLOSEWAIT_REPORT_PAGE_H

#include "base/arena.h"

/* The text below the heading `## TITLE`, up to the next such heading, without blank lines around
 * it; NULL when the page has none. Lines of fenced code are no headings. */
const char *page_section(struct arena *a, const char *page, const char *title);

#endif
