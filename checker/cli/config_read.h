/* One configuration file. Private to config.c and config_read.c. */
#ifndef CLOSEWAIT_CLI_CONFIG_READ_H
#define CLOSEWAIT_CLI_CONFIG_READ_H

#include "cli/config.h"

/* Adds what the file says to *config: single values replace those that are there, lists go on. Sets *inherit to
 * whether it wants what stands above it. */
bool config_read(struct arena *a, const char *path, struct config *config, bool *inherit,
                 const char **error);

#endif
