/* A run: from units to findings. The top: sees all. */
#ifndef CLOSEWAIT_CLI_RUN_H
#define CLOSEWAIT_CLI_RUN_H

#include "cli/baseline.h"
#include "cli/config.h"
#include "cli/lower.h"
#include "cli/options.h"
#include "cli/project.h"
#include "cli/root.h"
#include "cli/stopwatch.h"
#include "cli/verdict.h"
#include "link/program.h"
#include "report/report.h"

/* A unit file that is to be read. */
struct run_unit {
	const char *path; /* for messages: the source's, or that of the unit file */
	const char *text; /* NULL: it is lost */
	size_t n;
	const char *lost; /* why */
};

struct run_counts {
	size_t parsed, stored; /* units that were lowered, or came out of the store */
	size_t hidden;         /* findings below the level */
	size_t elsewhere;      /* findings in paths that the configuration file leaves out */
	size_t suppressed;     /* by comments, that would be reported otherwise */
	size_t in_baseline;    /* that would be reported otherwise */
};

struct run {
	const struct options *options; /* with what the configuration file says, once there is one */
	struct config config;
	struct words config_problems; /* what is odd about it */
	struct baseline baseline;
	struct arena *arena;         /* all that lives as long as the run */
	struct arena *program_arena; /* the program and its names */
	struct arena *unit_arena;    /* the texts of the units; NULL when they are no longer there */
	struct project *project;     /* NULL: the units were given */
	struct root root;
	struct store *store; /* NULL: the units were given */
	struct parser parser;
	struct lower_job lower;
	struct models *models;
	struct program *program;
	VEC(struct run_unit) units;
	struct scope *scope; /* lines that are of interest; NULL: all */
	struct verdict verdict;
	const char *verdict_key;  /* in the store; NULL: it is not kept */
	const char *results_key;  /* the same of the results of functions */
	struct findings findings; /* those of the verdict that are reported */
	struct sources *sources;  /* for what findings show */
	struct run_counts counts;
	bool may_keep; /* the next run will find all units in the store, unless something changes */
	bool has_bad_model; /* one that the user gave */
	bool has_trouble;   /* something could not be checked: the run ends with status 2 */
	struct stopwatch stopwatch;
};

/* The commands. Each returns the exit status. */
int run_baseline(struct arena *a, const struct options *options);
int run_check(struct arena *a, const struct options *options);
int run_doctor(struct arena *a, const struct options *options);
int run_link(struct arena *a, const struct options *options);
int run_facts(struct arena *a, const struct options *options);

/* Steps that several of them have; see run.c for their order. */

/* An empty run whose paths are shown relative to root. */
struct run run_begin(struct arena *a, const struct options *options);
/* Database and named files to units that are to be lowered. Returns NULL, or why there are none. */
const char *run_open_project(struct run *run);
/* Finds and reads the configuration file, and settles options and units by it. Returns NULL, or what is wrong with
 * it. */
const char *run_configure(struct run *run);
/* Whether the configuration file wants findings in that place. */
bool run_shows(const struct run *run, const struct finding *finding);
/* Where the search for it begins: the next one; or the current directory, when it is below that. */
const char *run_start_directory(const struct run *run);
/* The deepest directory that holds all sources; the current one when they are not known. */
const char *run_sources_directory(const struct run *run);
/* Project, lines that are of interest and configuration. What is wrong with them is fatal. False when the run ends well
 * here, as there is nothing to do: only with --hook. */
bool run_open(struct run *run);
/* Finds and reads the baseline, if there is one. Returns NULL, or what is wrong with it. */
const char *run_open_baseline(struct run *run);
/* Units to verdict: out of the store, or by all the steps. Needs run_prepare(). */
void run_analyse(struct run *run);
/* --diff and --hook: asks git for the lines that are of interest. False when there are none since the files are gone;
 * what git cannot say is fatal. */
bool run_find_scope(struct run *run);
/* Whether the finding, or a step of the way to it, touches lines that are of interest, in a file that was named. */
bool run_concerns(const struct run *run, const struct finding *f);
/* Findings to the functions that they lead through. */
void run_list_bodies(struct run *run);
/* Whether what cannot be checked is told and forgiven: before a commit, where nobody waits for the cause to be mended. */
bool run_is_forgiving(const struct run *run);
/* Models: those of the program, then --models. A broken one is told, kept as far as it goes, and is trouble. */
void run_load_models(struct run *run);
/* Where the store is; NULL: nothing is kept. */
const char *run_cache_directory(struct arena *a, const struct options *options);
/* Opens the store and says how units are made. shown: their paths are as they are shown, not absolute. */
void run_prepare(struct run *run, bool shown);
/* Project to units: out of the store or by workers. */
void run_lower(struct run *run);
/* Units to program: reads, sorts and adds them; those that cannot be read are losses. */
void run_read(struct run *run);
/* Adds a loss of a whole unit. Texts are copied. */
void run_lose(struct run *run, const char *path, const char *reason);
/* Takes the verdict of an earlier run out of the store: nothing that it rests on has changed since. False when there
 * is none. */
bool run_recall(struct run *run);
/* Gives the program the results of an earlier run's functions, out of the store. */
void run_recall_results(struct run *run);
/* Puts the results into the store. */
void run_keep_results(struct run *run);
/* Puts the verdict into the store, where it may be kept. */
void run_keep(struct run *run);
/* Program to verdict: the suppressions in its sources. */
void run_read_suppressions(struct run *run);
/* Marks the findings that are suppressed, and adds one for each suppression that is of no use. */
void run_suppress(struct run *run);
/* Whether everything was looked at, so that what was not found is not there. */
bool run_is_full(const struct run *run);
/* Where the paths in keys begin: where the baseline is, or the configuration, when the sources are below it. These do not
 * change with the directory in which a run is started, nor with the machine. NULL: where paths are shown from. */
const char *run_key_base(const struct run *run);
/* Verdict to the findings that are reported. */
void run_choose(struct run *run, bool use_baseline);
/* Says on stderr which findings of the baseline are there no more. */
void run_tell_stale(const struct run *run);
/* The program to the statistics of the verdict. */
void run_count(struct run *run);
/* Says on stderr what is wrong with the compile database. */
void run_tell_problems(const struct run *run);
/* Says on stderr what could not be analysed. */
void run_tell_losses(const struct run *run);
/* The last line on stderr. */
void run_tell_result(const struct run *run);
/* Writes the reports that the options ask for. A failure to write is fatal. */
void run_write_reports(struct run *run);
/* --stats. */
void run_tell_stats(struct run *run);
/* Releases the texts of the units. */
void run_drop_texts(struct run *run);
/* Releases all that the run's arena does not. */
void run_end(struct run *run);

#endif
