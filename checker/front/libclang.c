#include "front/libclang.h"

#include <clang-c/CXString.h>
#include <clang-c/Index.h>
#include <dlfcn.h>
#include <string.h>

#include "base/path.h"

static const char *version(struct arena *a) {
	CXString version = clang_getClangVersion();
	const char *text = clang_getCString(version);
	const char *copy = arena_strdup(a, text ? text : "");
	clang_disposeString(version);
	return copy;
}

static const char *library(struct arena *a) {
	/* ISO C has no conversion of a function's address to void *. */
	CXIndex (*function)(int, int) = clang_createIndex;
	void *address;
	memcpy(&address, &function, sizeof address);
	Dl_info info;
	if (!dladdr(address, &info) || !info.dli_fname) return "libclang";
	return path_absolute(a, info.dli_fname);
}

struct libclang libclang_loaded(struct arena *a) {
	return (struct libclang){version(a), library(a)};
}
