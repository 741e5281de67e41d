#include "report/page.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char heading[] = "## ";
enum { HEADING = sizeof heading - 1 };

static const char *line_end(const char *line) {
	return line + strcspn(line, "\n");
}

static const char *next_line(const char *line) {
	const char *end = line_end(line);
	return *end ? end + 1 : end;
}

/* Returns the next heading at or behind line, or the end of the page. */
static const char *find_heading(const char *line) {
	bool fenced = false;
	for (; *line; line = next_line(line)) {
		if (strncmp(line, "```", 3) == 0) fenced = !fenced;
		if (!fenced && strncmp(line, heading, HEADING) == 0) break;
	}
	return line;
}

static bool has_title(const char *line, const char *title) {
	size_t n = strlen(title);
	const char *text = line + HEADING;
	return (size_t)(line_end(line) - text) == n && memcmp(text, title, n) == 0;
}

const char *page_section(struct arena *a, const char *page, const char *title) {
	const char *line = find_heading(page);
	while (*line && !has_title(line, title)) line = find_heading(next_line(line));
	if (!*line) return NULL;
	const char *from = next_line(line);
	const char *to = find_heading(from);
	while (from < to && *from == '\n') from++;
	while (to > from && to[-1] == '\n') to--;
	return arena_copy(a, from, (size_t)(to - from));
}
