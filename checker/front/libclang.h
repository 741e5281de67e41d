/* Which libclang is loaded. Floor 2: base, libclang. */
#ifndef CLOSEWAIT_FRONT_LIBCLANG_H
#define CLOSEWAIT_FRONT_LIBCLANG_H

#include "base/arena.h"

struct libclang {
	const char *version; /* that it gives itself: "Debian clang version 19.1.7" */
	const char *library; /* its path, or "libclang" when the system does not say */
};

/* The texts are in a. */
struct libclang libclang_loaded(struct arena *a);

#endif
