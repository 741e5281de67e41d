#include "cli/tell.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/trouble.h"
#include "report/display.h"

static void print(const char *kind, const char *format, va_list args) {
	struct arena *a = arena_new("a message");
	struct buf line = BUF_IN(a);
	display_add(&line, arena_vprintf(a, format, args));
	fprintf(stderr, "closewait: %s%s\n", kind, buf_text(&line));
	arena_free(a);
}

void tell_error(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("error: ", format, args);
	va_end(args);
}

void tell_warning(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("warning: ", format, args);
	va_end(args);
}

void tell(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("", format, args);
	va_end(args);
}

void tell_fatal(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("error: ", format, args);
	va_end(args);
	exit(EXIT_TROUBLE);
}

bool is_under_ci(void) {
	const char *ci = getenv("CI");
	return ci && *ci;
}

const char *plural(size_t n) {
	return n == 1 ? "" : "s";
}

/* --- progress --------------------------------------------------------------------------------------- */

struct progress progress_begin(bool quiet, size_t total) {
	const char *terminal = getenv("TERM");
	bool is_plain = !terminal || strcmp(terminal, "dumb") == 0;
	struct progress p = {.is_on = !quiet && !is_under_ci() && !is_plain && isatty(STDERR_FILENO),
	                     .total = total};
	return p;
}

/* The cursor goes back to the start, so that a warning in between overwrites the line. */
void progress_step(struct progress *progress) {
	progress->done++;
	if (progress->is_on)
		fprintf(stderr, "closewait: %zu of %zu file%s\033[K\r", progress->done, progress->total,
		        plural(progress->total));
}

void progress_end(struct progress *progress) {
	if (progress->is_on) fputs("\033[K", stderr);
}
