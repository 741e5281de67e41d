#include "cli/pager.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SHELL_FOUND_NOTHING = 127 };

/* NULL: none is to be used. */
static const char *pager_of_user(void) {
	const char *pager = getenv("PAGER"), *terminal = getenv("TERM");
	if (!isatty(STDOUT_FILENO) || !terminal || strcmp(terminal, "dumb") == 0) return NULL;
	if (!pager) return "less";
	return pager[0] && strcmp(pager, "cat") != 0 ? pager : NULL;
}

/* False when there is no such program. */
static bool show_through(const char *pager, const char *text) {
	setenv("LESS", "FRX", 0);
	fflush(stdout);
	FILE *out = popen(pager, "w");
	if (!out) return false;
	/* Who leaves the pager before the end has seen enough. */
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);
	fputs(text, out);
	int status = pclose(out);
	signal(SIGPIPE, before);
	return !WIFEXITED(status) || WEXITSTATUS(status) != SHELL_FOUND_NOTHING;
}

void pager_show(const char *text) {
	const char *pager = pager_of_user();
	if (!pager || !show_through(pager, text)) fputs(text, stdout);
}
