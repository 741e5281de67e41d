/* libclang and what makes units of what it says: the module of the front. The top: sees all.
 *
 * It is loaded when something has to be parsed. Which libclang that would be is in the store.
 */
#ifndef CLOSEWAIT_CLI_PARSER_H
#define CLOSEWAIT_CLI_PARSER_H

#include "cli/store.h"
#include "front/module.h"

struct parser {
	struct libclang libclang;
	const struct front_module *module; /* NULL: not loaded yet */
	const char *path;                  /* its file's, once it is loaded */
};

/* The parser of this program; texts are in a. What the store knows of it counts while the files and the environment that the
 * system finds libclang by are the same; else, and where store is NULL, the module is loaded. */
struct parser parser_find(struct arena *a, struct store *store);
/* Loads the module, unless it is loaded; its path is in a. That it cannot be loaded is fatal. */
void parser_load(struct parser *parser, struct arena *a);

#endif
