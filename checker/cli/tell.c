#include "cli/tell.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
