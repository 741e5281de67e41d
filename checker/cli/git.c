#include "cli/git.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/path.h"

enum {
	STATUS_NOT_RUN = 127, /* as shells have it */
	READ_BYTES = 64 * 1024
};

/* --- running ---------------------------------------------------------------------------------- */

/* What git is started with, whatever it is to do. */
static const char *const safely[] = {"git",
                                     "--no-pager",
                                     "--no-optional-locks",
                                     "-c",
                                     "core.fsmonitor=false",
                                     "-c",
                                     "core.hooksPath=/dev/null"};

/* GIT_DIFF_OPTS would overrule the number of lines of context. What names the repository and its index stays: a hook
 * that git runs finds them there. */
static void set_environment(void) {
	unsetenv("GIT_DIFF_OPTS");
	unsetenv("GIT_EXTERNAL_DIFF");
	setenv("GIT_ALLOW_PROTOCOL", "none", 1);
	setenv("GIT_TERMINAL_PROMPT", "0", 1);
	setenv("LC_ALL", "C", 1);
}

_Noreturn static void become_git(const char *directory, const char *const *argv, int out,
                                 int complaints) {
	int null = open("/dev/null", O_RDONLY);
	set_environment();
	if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
	    dup2(complaints, STDERR_FILENO) >= 0 && chdir(directory) == 0)
		execvp(argv[0], (char *const *)argv);
	_exit(STATUS_NOT_RUN);
}

/* Reads both to their ends. */
static void read_both(const int fds[2], struct buf *const to[2]) {
	struct pollfd polled[2] = {{.fd = fds[0], .events = POLLIN}, {.fd = fds[1], .events = POLLIN}};
	char bytes[READ_BYTES];
	while (polled[0].fd >= 0 || polled[1].fd >= 0) {
		if (poll(polled, 2, -1) < 0 && errno != EINTR) return;
		for (int i = 0; i < 2; i++) {
			if (polled[i].fd < 0 || !polled[i].revents) continue;
			ssize_t n = read(polled[i].fd, bytes, sizeof bytes);
			if (n > 0) buf_add_bytes(to[i], bytes, (size_t)n);
			else if (n == 0 || errno != EINTR) polled[i].fd = -1;
		}
	}
}

static int exit_status_of(pid_t pid) {
	int status;
	pid_t waited;
	do waited = waitpid(pid, &status, 0);
	while (waited < 0 && errno == EINTR);
	return waited == pid && WIFEXITED(status) ? WEXITSTATUS(status) : STATUS_NOT_RUN;
}

static int run_argv(const char *directory, const char *const *argv, struct buf *out,
                    struct buf *complaints) {
	int pipes[2][2];
	if (pipe2(pipes[0], O_CLOEXEC) != 0) return STATUS_NOT_RUN;
	if (pipe2(pipes[1], O_CLOEXEC) != 0) {
		close(pipes[0][0]);
		close(pipes[0][1]);
		return STATUS_NOT_RUN;
	}
	pid_t pid = fork();
	if (pid == 0) become_git(directory, argv, pipes[0][1], pipes[1][1]);
	close(pipes[0][1]);
	close(pipes[1][1]);
	if (pid > 0)
		read_both((const int[]){pipes[0][0], pipes[1][0]}, (struct buf *const[]){out, complaints});
	close(pipes[0][0]);
	close(pipes[1][0]);
	return pid > 0 ? exit_status_of(pid) : STATUS_NOT_RUN;
}

/* Runs git with the words. Returns its exit status, and in *complaint the first line of what it had to say. */
static int run_git(struct git *git, const struct words *words, struct buf *out,
                   const char **complaint) {
	struct words argv = {0};
	struct buf complaints = BUF_IN(git->arena);
	for (size_t i = 0; i < sizeof safely / sizeof *safely; i++)
		VEC_PUSH(git->arena, &argv, safely[i]);
	for (size_t i = 0; i < git->unset.n; i++) VEC_PUSH(git->arena, &argv, git->unset.items[i]);
	for (size_t i = 0; i < words->n; i++) VEC_PUSH(git->arena, &argv, words->items[i]);
	VEC_PUSH(git->arena, &argv, NULL);
	int status = run_argv(git->top, argv.items, out, &complaints);
	const char *said = buf_text(&complaints);
	*complaint = status == STATUS_NOT_RUN ? "it could not be run; is it installed?"
	                                      : arena_copy(git->arena, said, strcspn(said, "\n"));
	return status;
}

#define WORDS(...)                                                                                 \
	(&(struct words){.items = (const char *[]){__VA_ARGS__},                                       \
	                 .n = sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *)})

/* The first line. */
static const char *line_of(struct arena *a, const struct buf *out) {
	return arena_copy(a, buf_text(out), strcspn(buf_text(out), "\n"));
}

/* --- opening ---------------------------------------------------------------------------------- */

/* Filters are commands that the configuration names, and a diff with the work tree would run them. An empty one is
 * none. */
static bool unset_filter(struct git *git, const char *key, const char **error) {
	size_t n = strlen(key);
	bool is_required = n > 9 && strcmp(key + n - 9, ".required") == 0;
	/* Of `-c KEY=VALUE`, the key is what is before the first '='. */
	if (strchr(key, '=')) {
		*error = arena_printf(
			git->arena,
			"rename the filter '%s' of git's configuration: it cannot be turned off by name", key);
		return false;
	}
	VEC_PUSH(git->arena, &git->unset, "-c");
	VEC_PUSH(git->arena, &git->unset,
	         arena_printf(git->arena, "%s=%s", key, is_required ? "false" : ""));
	return true;
}

static bool unset_filters(struct git *git, const char **error) {
	struct buf keys = BUF_IN(git->arena);
	const char *complaint;
	int status =
		run_git(git, WORDS("config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\."),
	            &keys, &complaint);
	if (status != 0 && status != 1) { /* 1: there are none */
		*error = arena_printf(git->arena, "git cannot read its configuration: %s", complaint);
		return false;
	}
	for (size_t at = 0; at < keys.n; at += strlen(keys.s + at) + 1)
		if (!unset_filter(git, keys.s + at, error)) return false;
	return true;
}

struct git *git_open(struct arena *a, const char *directory, const char **error) {
	struct git *git = ARENA_NEW(a, struct git);
	struct buf top = BUF_IN(a);
	const char *complaint;
	*git = (struct git){.arena = a, .top = directory};
	if (run_git(git, WORDS("rev-parse", "--show-toplevel"), &top, &complaint) != 0) {
		*error = arena_printf(a, "git cannot say what changed in '%s': %s", directory, complaint);
		return NULL;
	}
	const char *shown = line_of(a, &top), *real = path_real(a, shown);
	git->top = real ? real : shown;
	return unset_filters(git, error) ? git : NULL;
}

/* --- asking ----------------------------------------------------------------------------------- */

const char *git_common_ancestor(struct git *git, const char *rev, const char *tip,
                                const char **error) {
	struct arena *a = git->arena;
	struct buf commit = BUF_IN(a), ancestor = BUF_IN(a);
	const char *complaint;
	/* What begins with a dash would be an option. */
	if (rev[0] == '-' ||
	    run_git(git, WORDS("rev-parse", "--verify", "--quiet", arena_printf(a, "%s^{commit}", rev)),
	            &commit, &complaint) != 0) {
		*error = arena_printf(a, "git knows no commit '%s' here; fetch it, or mend its name", rev);
		return NULL;
	}
	int status = run_git(git, WORDS("merge-base", line_of(a, &commit), tip), &ancestor, &complaint);
	if (status == 0) return line_of(a, &ancestor);
	*error = arena_printf(
		a,
		"'%s' and '%s' have no commit in common here%s%s; fetch more of the history (a clone of limited depth has "
		"little)",
		rev, tip, complaint[0] ? ": " : "", complaint);
	return NULL;
}

/* Without diff.autoRefreshIndex git would write the index, optional locks or not. Configuration and attributes must not change what the diff looks like, and what is renamed is not new. Submodules
 * have a repository of their own, with a configuration of its own. */
bool git_diff(struct git *git, enum git_diff kind, const char *commit, struct buf *diff,
              const char **error) {
	struct words words = {0};
	static const char *const fixed[] = {"-c",
	                                    "core.quotePath=false",
	                                    "-c",
	                                    "diff.autoRefreshIndex=false",
	                                    "diff",
	                                    "--raw",
	                                    "-p",
	                                    "-U0",
	                                    "--inter-hunk-context=0",
	                                    "-M",
	                                    "--no-color",
	                                    "--no-ext-diff",
	                                    "--no-textconv",
	                                    "--no-relative",
	                                    "--ignore-submodules=all",
	                                    "--src-prefix=a/",
	                                    "--dst-prefix=b/",
	                                    "-O/dev/null"};
	const char *complaint;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		VEC_PUSH(git->arena, &words, fixed[i]);
	switch (kind) {
	case GIT_DIFF_STAGED: VEC_PUSH(git->arena, &words, "--cached"); break;
	case GIT_DIFF_UNSTAGED: break;
	case GIT_DIFF_COMMIT: VEC_PUSH(git->arena, &words, commit); break;
	}
	VEC_PUSH(git->arena, &words, "--");
	if (run_git(git, &words, diff, &complaint) == 0) return true;
	*error = arena_printf(git->arena, "git cannot say what changed: %s", complaint);
	return false;
}

bool git_untracked(struct git *git, struct buf *paths, const char **error) {
	const char *complaint;
	if (run_git(git, WORDS("ls-files", "--others", "--exclude-standard", "-z"), paths,
	            &complaint) == 0)
		return true;
	*error = arena_printf(git->arena, "git cannot say which files are new: %s", complaint);
	return false;
}
