/* How paths are shown: relative to the run's root when they are below it, else absolute. The top: sees all.
 *
 * Unit files hold absolute paths, so that they are the same whatever directory a run is started in; this is
 * where they become what the user reads.
 */
#ifndef CLOSEWAIT_CLI_ROOT_H
#define CLOSEWAIT_CLI_ROOT_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"

struct root {
	struct arena *arena;
	struct intern *paths;
	struct map shown; /* interned path -> shown */
	const char *path; /* absolute, without symbolic links */
};

/* path is a directory that exists. */
struct root root_new(struct arena *a, const char *path);
/* The path as it is shown. A relative path is relative to the root already. Lives in the root's arena. */
const char *root_show(struct root *root, const char *path);
/* The file's path without symbolic links; normalised when there is no such file. */
const char *root_real(const struct root *root, const char *shown);

#endif
