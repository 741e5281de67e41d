/* What is to be checked: the translation units, and the files that were named. The top: sees all. */
#ifndef CLOSEWAIT_CLI_PROJECT_H
#define CLOSEWAIT_CLI_PROJECT_H

#include "cli/options.h"
#include "cli/root.h"
#include "front/compdb.h"

/* A file that cannot be analysed. */
struct project_loss {
	const char *path, *reason;
};

struct project {
	const struct compdb *db;
	/* Why the database has no units, or NULL. */
	const char *no_units;
	/* By path and flags. */
	VEC(const struct compdb_entry *) units;
	/* The current directory when a unit is below it; else that of the database, if one is below that; else the
	 * current directory. */
	const char *root;
	/* Files and directories, absolute and without symbolic links: what is reported concerns one of them. None:
	 * all is reported, as where the named files are the units. */
	struct words named;
	/* Those of them that are C sources and not in the database. */
	struct words not_listed;
	/* A named file that is not there is none, and no loss. */
	bool forgives;
	/* Named files that are of no use. */
	VEC(struct project_loss) losses;
};

/* Finds the units of check: all of the database, or the named files with the flags behind `--`. NULL when
 * that cannot be known; *error says why and what to do. */
struct project *project_of_check(struct arena *a, const struct options *options,
                                 const char **error);
/* The same for facts: the one named file. */
struct project *project_of_facts(struct arena *a, const struct options *options,
                                 const char **error);

/* Whether what is said of the file, by its shown path, is to be reported. */
bool project_concerns(const struct project *project, const struct root *root, const char *shown);

#endif
