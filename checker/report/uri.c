#include "report/uri.h"

#include <stdbool.h>
#include <string.h>

static bool is_unreserved(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("-._~/", c));
}

static void add_encoded(struct buf *b, const char *path) {
	for (; *path; path++) {
		if (is_unreserved(*path)) buf_add_char(b, *path);
		else buf_printf(b, "%%%02X", (unsigned)(unsigned char)*path);
	}
}

void uri_add_file(struct buf *out, const char *path) {
	if (path[0] == '/') buf_add(out, "file://");
	while (path[0] == '.' && path[1] == '/') {
		path += 2;
		path += strspn(path, "/");
	}
	add_encoded(out, path);
}

void uri_add_directory(struct buf *out, const char *path) {
	uri_add_file(out, path);
	if (out->n == 0 || out->s[out->n - 1] != '/') buf_add_char(out, '/');
}
