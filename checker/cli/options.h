/* The command line. The top: sees all.
 *
 * options.def and commands.def are the tables that the parser, --help and the suggestions are made from.
 */
#ifndef CLOSEWAIT_CLI_OPTIONS_H
#define CLOSEWAIT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "cli/choice.h"
#include "cli/config.h"
#include "front/words.h"
#include "report/finding.h"

enum cli_command {
#define COMMAND(id, name, operands, what) CLI_##id,
#include "cli/commands.def"
#undef COMMAND
};

enum {
#define COMMAND(id, name, operands, what) FOR_##id = 1 << CLI_##id,
#include "cli/commands.def"
#undef COMMAND
	FOR_ALL = ~0
};

struct command_info {
	enum cli_command command;
	const char *name, *operands, *what;
};

struct option_info {
	int id;
	char letter;          /* or 0 */
	const char *name;     /* or "" */
	const char *argument; /* or NULL */
	int commands;         /* FOR_… */
	const char *what;
};

extern const struct command_info command_infos[];
extern const size_t command_count;
extern const struct option_info option_infos[];
extern const size_t option_count;

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMAT_GITLAB, FORMAT_GITHUB };

/* A report that is asked for. */
struct output {
	enum format format;
	const char *path; /* NULL: stdout */
};

/* What makes a run end with EXIT_FINDINGS: a reported finding of at least that level. */
enum fail_on {
	FAIL_ON_POSSIBLE = LEVEL_POSSIBLE,
	FAIL_ON_LIKELY = LEVEL_LIKELY,
	FAIL_ON_CERTAIN = LEVEL_CERTAIN,
	FAIL_ON_NEVER
};

enum dump { DUMP_NONE, DUMP_IR, DUMP_SUMMARY };

enum { TIMEOUT_MAX = 24 * 60 * 60 };
enum { JOBS_MAX = 1024 }; /* more is a mistake in typing: each is a process of 100 MB */

struct options {
	enum cli_command command;
	struct words operands;                /* files, units, a rule */
	struct words flags;                   /* behind `--` */
	bool has_flags;                       /* there was a `--` */
	const char *build;                    /* -p, or NULL */
	const char *cache_dir, *resource_dir; /* or NULL */
	const char *baseline;                 /* --baseline, or NULL */
	const char *config;                   /* --config, or NULL */
	const char *output;                   /* -o, or NULL */
	const char *diff;                     /* a revision, or NULL */
	VEC(struct output) outputs; /* check, link: at least one, and at most one of them to stdout */
	struct words rules;         /* globs, each of which matches a rule; none: all rules */
	struct words models;        /* files */
	enum level level;           /* the least that is reported */
	enum fail_on fail_on;
	bool has_level, has_fail_on;           /* they were given */
	VEC(struct config_rule) rule_settings; /* of the configuration file */
	enum when color;
	enum dump dump;
	uint32_t jobs;    /* 0: one per processor */
	uint32_t timeout; /* seconds; 0: the default */
	bool has_command; /* it was written */
	bool help, hook, isolated, no_baseline, no_cache, quiet, show_suppressed, stats, verbose,
		version;
};

/* Reads the command line. Returns false and what is wrong in *error, in a. With --help and --version nothing
 * else need be right but the options. Strings of argv are kept, not copied. */
bool options_parse(struct arena *a, int argc, const char *const *argv, struct options *options,
                   const char **error);

/* The words that its argument is one of, or begins with; NULL: it may be any. */
const struct choice *option_choices(const struct option_info *info);

/* Whether the rule is selected: by --rules, else by the configuration file. */
bool options_select_rule(const struct options *options, const char *rule);

/* The least level at which findings of the rule are reported: by --level, else by the configuration file. */
enum level options_level(const struct options *options, const char *rule);

/* Whether what goes to the stream gets colours. is_terminal: it is one. */
bool options_color(enum when color, bool is_terminal);

/* The text of --help, in a: of all, or of the one command. */
const char *help_text(struct arena *a);
const char *help_command_text(struct arena *a, enum cli_command command);

#endif
