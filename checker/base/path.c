#include "base/path.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"

const char *path_join(struct arena *a, const char *directory, const char *name) {
	if (name[0] == '/' || !directory || !directory[0]) return arena_strdup(a, name);
	size_t len = strlen(directory);
	const char *slash = directory[len - 1] == '/' ? "" : "/";
	return arena_printf(a, "%s%s%s", directory, slash, name);
}

struct component {
	const char *text;
	size_t len;
};

static bool is_parent(struct component c) {
	return c.len == 2 && memcmp(c.text, "..", 2) == 0;
}

const char *path_normalise(struct arena *a, const char *path) {
	VEC(struct component) kept = {0};
	bool absolute = path[0] == '/';
	for (const char *p = path; *p;) {
		struct component c = {p, strcspn(p, "/")};
		p += c.len;
		p += strspn(p, "/");
		if (c.len == 0 || (c.len == 1 && c.text[0] == '.')) continue;
		if (!is_parent(c)) VEC_PUSH(a, &kept, c);
		else if (kept.n && !is_parent(kept.items[kept.n - 1])) kept.n--;
		else if (!absolute) VEC_PUSH(a, &kept, c);
	}
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < kept.n; i++) {
		if (i || absolute) buf_add_char(&out, '/');
		buf_add_bytes(&out, kept.items[i].text, kept.items[i].len);
	}
	if (!kept.n) buf_add(&out, absolute ? "/" : ".");
	return buf_text(&out);
}

const char *path_base(const char *path) {
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

size_t path_shared(const char *a, const char *b) {
	size_t shared = 0;
	for (size_t n = 0; a && b && a[n] && a[n] == b[n]; n++)
		if (a[n] == '/' || a[n] == '-') shared = n + 1;
	return shared;
}

const char *path_directory(struct arena *a, const char *path) {
	const char *slash = strrchr(path, '/');
	if (!slash) return ".";
	return slash == path ? "/" : arena_copy(a, path, (size_t)(slash - path));
}

const char *path_ending(const char *path) {
	const char *base = path_base(path);
	const char *dot = strrchr(base, '.');
	return dot && dot != base ? dot : "";
}

const char *path_relative(struct arena *a, const char *root, const char *path) {
	size_t len = strlen(root);
	if (len && root[len - 1] == '/') len--;
	if (strncmp(root, path, len) != 0) return path;
	if (!path[len]) return ".";
	if (path[len] != '/') return path;
	return path[len + 1] ? arena_strdup(a, path + len + 1) : ".";
}

const char *path_real(struct arena *a, const char *path) {
	char real[PATH_MAX];
	return realpath(path, real) ? arena_strdup(a, real) : NULL;
}

const char *path_absolute(struct arena *a, const char *path) {
	char cwd[PATH_MAX];
	if (path[0] == '/' || !getcwd(cwd, sizeof cwd)) return path_normalise(a, path);
	return path_normalise(a, path_join(a, cwd, path));
}

bool path_is_file(const char *path) {
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool path_is_directory(const char *path) {
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool path_make_directory(struct arena *a, const char *path, const char **error) {
	char *prefix = arena_strdup(a, path);
	for (char *p = prefix; *p; p++) {
		if (*p != '/' || p == prefix) continue;
		*p = '\0';
		(void)mkdir(prefix, 0777); /* the last one decides */
		*p = '/';
	}
	if (mkdir(prefix, 0777) == 0) return true;
	int why = errno;
	if (path_is_directory(path)) return true;
	*error = arena_printf(a, "cannot make the directory '%s': %s", path, strerror(why));
	return false;
}
