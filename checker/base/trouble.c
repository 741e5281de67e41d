#include "base/trouble.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void print(const char *kind, const char *format, va_list args) {
	fflush(stdout);
	fprintf(stderr, "closewait: %s", kind);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
}

void bug(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("internal error: ", format, args);
	va_end(args);
	abort();
}

void fatal(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("error: ", format, args);
	va_end(args);
	exit(EXIT_TROUBLE);
}

void warn(const char *format, ...) {
	va_list args;
	va_start(args, format);
	print("warning: ", format, args);
	va_end(args);
}
