/* closewait: finds the sockets that a C program only thinks it closed. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/trouble.h"
#include "cli/completion.h"
#include "cli/explain.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/tell.h"

static int run_command(struct arena *a, const struct options *options) {
	switch (options->command) {
	case CLI_BASELINE: return run_baseline(a, options);
	case CLI_CHECK: return run_check(a, options);
	case CLI_FACTS: return run_facts(a, options);
	case CLI_LINK: return run_link(a, options);
	case CLI_COMPLETION: return completion_print(a, options->operands.items[0]);
	case CLI_DOCTOR: return run_doctor(a, options);
	case CLI_EXPLAIN: return explain_rule(a, options->operands.items[0]);
	case CLI_RULES: return explain_rules();
	}
	bug("no such command: %d", (int)options->command);
}

/* A file that is opened must not become a standard stream that the caller has closed. What stands in for it fails
 * when it is used. */
static void keep_streams(void) {
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			fatal("cannot open /dev/null: %s", strerror(errno));
}

/* A part of the text may have failed before, which fclose() does not say again. */
static void close_stdout(void) {
	bool failed = ferror(stdout);
	int why = failed ? errno : 0;
	errno = 0;
	if (fclose(stdout) == 0 && !failed) return;
	if (errno) why = errno;
	tell_fatal("cannot write to stdout: %s", why ? strerror(why) : "writing failed");
}

int main(int argc, char **argv) {
	keep_streams();
	/* A limit on the size of files (ulimit -f) makes writing fail, like a full disk: that is told, not died of. */
	signal(SIGXFSZ, SIG_IGN);
	struct arena *a = arena_new("the run");
	struct options options;
	const char *error;
	int status = EXIT_CLEAN;
	if (!options_parse(a, argc, (const char *const *)argv, &options, &error))
		tell_fatal("%s; see `closewait --help`", error);
	if (options.version) explain_version(a);
	else if (options.help) explain_help(a, &options);
	else status = run_command(a, &options);
	close_stdout();
	arena_free(a);
	return status;
}
