#include "front/resource.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"

unsigned resource_clang_major(const struct libclang *libclang) {
	static const char mark[] = "version ";
	const char *number = strstr(libclang->version, mark);
	return number ? (unsigned)strtoul(number + strlen(mark), NULL, 10) : 0;
}

static bool is_resource_directory(struct arena *a, const char *directory) {
	return path_is_file(path_join(a, directory, "include/stddef.h"));
}

/* Where the directory may be, from that of the library, or "" for fixed places; N is the major version. */
static const char *const places[] = {
	"clang/N",                  /* lib/libclang.so of an installation of LLVM */
	"../lib/clang/N",           /* lib64/libclang.so */
	"../llvm-N/lib/clang/N",    /* Debian's multiarch directory */
	"../../llvm-N/lib/clang/N", /* the same, a level deeper */
	"/usr/lib/llvm-N/lib/clang/N",
	"/usr/lib/llvmN/lib/clang/N",
	"/usr/lib/clang/N",
	"/usr/lib64/clang/N",
};

static const char *place(struct arena *a, const char *directory, const char *pattern,
                         unsigned major) {
	struct buf path = BUF_IN(a);
	for (const char *p = pattern; *p; p++) {
		if (*p == 'N') buf_printf(&path, "%u", major);
		else buf_add_char(&path, *p);
	}
	return path_normalise(a, path_join(a, directory, buf_text(&path)));
}

static const char *find_beside(struct arena *a, const char *library, unsigned major) {
	const char *directory = path_directory(a, library);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const char *candidate = place(a, directory, places[i], major);
		if (is_resource_directory(a, candidate)) return candidate;
	}
	return NULL;
}

static const char *find_given(struct arena *a, const char *given, const char *from,
                              const char **error) {
	const char *directory = path_absolute(a, given);
	if (is_resource_directory(a, directory)) return directory;
	*error = arena_printf(
		a, "%s names '%s', which is no resource directory of clang: no include/stddef.h in it",
		from, given);
	return NULL;
}

const char *resource_find(struct arena *a, const struct libclang *libclang, const char *option,
                          const char **error) {
	if (option) return find_given(a, option, "--resource-dir", error);
	const char *variable = getenv("CLOSEWAIT_RESOURCE_DIR");
	if (variable && *variable) return find_given(a, variable, "CLOSEWAIT_RESOURCE_DIR", error);
	unsigned major = resource_clang_major(libclang);
	const char *real = path_real(a, libclang->library);
	const char *found = find_beside(a, libclang->library, major);
	if (!found && real) found = find_beside(a, real, major);
	if (!found)
		*error = arena_printf(
			a,
			"the headers of clang %u itself (stddef.h and others) are not installed: "
			"install libclang-common-%u-dev (Debian, Ubuntu) or clang (elsewhere), or name their "
			"directory with --resource-dir; looked beside '%s'",
			major, major, real ? real : libclang->library);
	return found;
}
