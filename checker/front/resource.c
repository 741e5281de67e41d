#include "front/resource.h"

#include <clang-c/CXString.h>
#include <clang-c/Index.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"

const char *resource_clang_version(struct arena *a) {
	CXString version = clang_getClangVersion();
	const char *text = clang_getCString(version);
	const char *copy = arena_strdup(a, text ? text : "");
	clang_disposeString(version);
	return copy;
}

unsigned resource_clang_major(void) {
	CXString version = clang_getClangVersion();
	const char *text = clang_getCString(version);
	const char *number = text ? strstr(text, "version ") : NULL;
	unsigned major = number ? (unsigned)strtoul(number + strlen("version "), NULL, 10) : 0;
	clang_disposeString(version);
	return major;
}

const char *resource_clang_library(struct arena *a) {
	/* ISO C has no conversion of a function's address to void *. */
	CXIndex (*function)(int, int) = clang_createIndex;
	void *address;
	memcpy(&address, &function, sizeof address);
	Dl_info info;
	if (!dladdr(address, &info) || !info.dli_fname) return "libclang";
	return path_absolute(a, info.dli_fname);
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

const char *resource_find(struct arena *a, const char *option, const char **error) {
	if (option) return find_given(a, option, "--resource-dir", error);
	const char *variable = getenv("CLOSEWAIT_RESOURCE_DIR");
	if (variable && *variable) return find_given(a, variable, "CLOSEWAIT_RESOURCE_DIR", error);
	unsigned major = resource_clang_major();
	const char *library = resource_clang_library(a);
	const char *real = path_real(a, library);
	const char *found = find_beside(a, library, major);
	if (!found && real) found = find_beside(a, real, major);
	if (!found)
		*error = arena_printf(
			a,
			"the headers of clang %u itself (stddef.h and others) are not installed: "
			"install libclang-common-%u-dev (Debian, Ubuntu) or clang (elsewhere), or name their "
			"directory with --resource-dir; looked beside '%s'",
			major, major, real ? real : library);
	return found;
}
