/* Running libclang: its flags, its return codes, its stack. */
#include <clang-c/Index.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "base/trouble.h"
#include "front/front.h"
#include "front/lower.h"

/* Parsing 10000 levels of parentheses or operators takes some 20 MB, lowering them less. Address
 * space that is not touched costs nothing; where a limit forbids the first size the next is
 * tried. */
static const size_t stack_sizes[] = {(size_t)1 << 30, (size_t)256 << 20, (size_t)64 << 20};

/* Stack that one level of nesting may take: in the lowering, with sanitizers and all, and for each open bracket in
 * libclang, which has measured 11 KB at most. */
enum { BYTES_PER_LEVEL = 8192, BYTES_PER_BRACKET = 32768 };

struct job {
	struct arena *arena;
	struct intern *names;
	const struct front_command *command;
	const char *resource_dir, *display_path;
	size_t stack_size;
	const char *left_out; /* the flags that were dropped to make it parse, or NULL */
	struct front_result result;
};

/* --- flags ------------------------------------------------------------------------------------ */

struct args {
	VEC(const char *) list;
};

/* How much of the project's command line is used: libclang refuses a command as a whole. */
enum effort { ALL_FLAGS, PREPROCESSOR_AND_LANGUAGE, PREPROCESSOR_ONLY };
enum { EFFORTS = PREPROCESSOR_ONLY + 1 };

static bool begins_with_any(const char *arg, const char *const *prefixes) {
	for (; *prefixes; prefixes++)
		if (strncmp(arg, *prefixes, strlen(*prefixes)) == 0) return true;
	return false;
}

static bool takes_next(const char *arg) {
	static const char *const with_argument[] = {
		"-I",        "-D",        "-U", "-include", "-isystem", "-iquote", "-idirafter", "-imacros",
		"-isysroot", "--sysroot", "-x", "-std",     "-target",  "-arch",   NULL};
	for (size_t i = 0; with_argument[i]; i++)
		if (strcmp(arg, with_argument[i]) == 0) return true;
	return false;
}

static bool is_kept(const char *arg, enum effort effort) {
	static const char *const preprocessor[] = {"-I",        "-D",        "-U",         "-include",
	                                           "-isystem",  "-iquote",   "-idirafter", "-imacros",
	                                           "-isysroot", "--sysroot", "-nostdinc",  NULL};
	static const char *const language[] = {"-std", "-ansi",   "-m",       "-f",
	                                       "-x",   "-target", "--target", NULL};
	static const char *const refused[] = {"-include-pch", "-fprofile", "-fplugin", "-fpass-plugin",
	                                      NULL};
	if (effort == ALL_FLAGS) return true;
	if (begins_with_any(arg, refused)) return false;
	if (begins_with_any(arg, preprocessor)) return true;
	return effort == PREPROCESSOR_AND_LANGUAGE && begins_with_any(arg, language);
}

/* Copies what is kept of the command's flags; sets *dropped to the others. */
static void add_project_flags(struct job *job, struct args *args, enum effort effort,
                              struct buf *dropped) {
	const struct front_command *command = job->command;
	for (size_t i = 0; i < command->arg_count; i++) {
		bool pair = takes_next(command->args[i]) && i + 1 < command->arg_count;
		bool kept = is_kept(command->args[i], effort);
		for (size_t j = i; j <= i + pair; j++) {
			if (kept) VEC_PUSH(job->arena, &args->list, command->args[j]);
			else buf_printf(dropped, " %s", command->args[j]);
		}
		i += pair;
	}
}

/* Ours come last: -ferror-limit can be among the project's. An error limit hides what is dropped
 * behind it; where brackets are nested more deeply than allowed, the rest of the file is lost. */
static struct args make_args(struct job *job, enum effort effort) {
	struct args args = {0};
	struct buf dropped = BUF_IN(job->arena);
	struct stat st;
	if (stat(job->command->directory, &st) == 0)
		VEC_PUSH(job->arena, &args.list,
		         arena_printf(job->arena, "-working-directory=%s", job->command->directory));
	add_project_flags(job, &args, effort, &dropped);
	if (job->resource_dir) {
		VEC_PUSH(job->arena, &args.list, "-resource-dir");
		VEC_PUSH(job->arena, &args.list, job->resource_dir);
	}
	VEC_PUSH(job->arena, &args.list, "-ferror-limit=0");
	VEC_PUSH(job->arena, &args.list,
	         arena_printf(job->arena, "-fbracket-depth=%zu", job->stack_size / BYTES_PER_BRACKET));
	VEC_PUSH(job->arena, &args.list, "-Wno-everything");
	job->left_out = dropped.n ? buf_text(&dropped) : NULL;
	return args;
}

/* --- parsing ---------------------------------------------------------------------------------- */

static const char *main_path(struct job *job) {
	return path_normalise(job->arena,
	                      path_join(job->arena, job->command->directory, job->command->file));
}

/* libclang says nothing of why it cannot read a file, and waits for ever on a FIFO. */
static const char *unreadable(struct job *job) {
	struct stat st;
	const char *path = main_path(job);
	if (stat(path, &st) != 0)
		return arena_printf(job->arena, "cannot read it: %s", strerror(errno));
	return S_ISREG(st.st_mode) ? NULL : "it is no regular file";
}

static const char *refusal(enum CXErrorCode code) {
	switch (code) {
	case CXError_Success: break;
	case CXError_Failure:
		return "libclang could not read it; is the file readable, and does its directory exist?";
	case CXError_Crashed:
		return "libclang crashed on it; does the compiler accept it, and is there memory enough?";
	case CXError_InvalidArguments:
	case CXError_ASTReadError:
		return "libclang does not accept its compile command; is there an odd flag in it?";
	}
	return NULL;
}

static CXTranslationUnit parse(struct job *job, CXIndex index) {
	enum CXErrorCode code = CXError_Failure;
	CXTranslationUnit tu = NULL;
	for (int effort = ALL_FLAGS; effort < EFFORTS; effort++) {
		struct args args = make_args(job, (enum effort)effort);
		if (effort != ALL_FLAGS && !job->left_out) continue; /* the same flags again */
		code = clang_parseTranslationUnit2(index, job->command->file, args.list.items,
		                                   (int)args.list.n, NULL, 0, CXTranslationUnit_KeepGoing,
		                                   &tu);
		if (code != CXError_ASTReadError && code != CXError_Failure) break;
	}
	if (code == CXError_Success) return tu;
	job->result.error = refusal(code);
	return NULL;
}

/* Success is no success: of a UTF-16 file libclang makes an empty unit without the file's text, and
 * an error without a place. Returns the errors, or NULL when the file was read. */
static const char *not_read(struct job *job, CXTranslationUnit tu) {
	size_t size;
	struct buf why = BUF_IN(job->arena);
	CXFile file = clang_getFile(tu, job->command->file);
	if (file && clang_getFileContents(tu, file, &size)) return NULL;
	for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
		CXDiagnostic d = clang_getDiagnostic(tu, i);
		bool is_error = clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error;
		if (is_error && why.n) buf_add(&why, "; ");
		if (is_error) buf_add(&why, take_string(job->names, clang_getDiagnosticSpelling(d)));
		clang_disposeDiagnostic(d);
	}
	return why.n ? buf_text(&why) : "libclang could not read it";
}

/* --- the unit --------------------------------------------------------------------------------- */

/* What stands before display_path in the file's absolute path. */
static const char *root_of(struct job *job) {
	const char *path = main_path(job), *shown = path_normalise(job->arena, job->display_path);
	size_t n = strlen(path), m = strlen(shown);
	if (*shown == '/' || n <= m + 1 || strcmp(path + n - m, shown) != 0 || path[n - m - 1] != '/')
		return "";
	return arena_copy(job->arena, path, n - m - 1);
}

struct input_list {
	struct job *job;
	struct lower *l;
	struct map seen;
	VEC(const char *) paths;
};

static void add_input(CXFile file, CXSourceLocation *stack, unsigned n, CXClientData data) {
	(void)stack;
	(void)n;
	struct input_list *list = data;
	const char *path = intern(list->job->names, file_path(list->l, file));
	if (map_get(&list->seen, MAP_KEY(path))) return;
	map_put(list->job->arena, &list->seen, MAP_KEY(path), list);
	VEC_PUSH(list->job->arena, &list->paths, path);
}

/* The main file comes first, whatever order libclang has. */
static void list_inputs(struct job *job, struct lower *l) {
	struct input_list list = {.job = job, .l = l};
	const char *path = intern(job->names, main_path(job));
	map_put(job->arena, &list.seen, MAP_KEY(path), &list);
	VEC_PUSH(job->arena, &list.paths, path);
	clang_getInclusions(l->tu, add_input, &list);
	job->result.inputs = list.paths.items;
	job->result.input_count = list.paths.n;
}

static void note_left_out(struct job *job, struct ir_unit *unit) {
	if (!job->left_out) return;
	const char *reason = arena_printf(
		job->arena, "parsed without the flags that libclang refuses:%s", job->left_out);
	VEC_PUSH(job->arena, &unit->losses, (struct ir_loss){.reason = intern(job->names, reason)});
}

static void lower_parsed(struct job *job, CXTranslationUnit tu) {
	struct lower l = {
		.arena = job->arena,
		.scratch = arena_new("lowering a function"),
		.notes = arena_new("lowering a unit"),
		.names = job->names,
		.unit = ir_unit_new(job->arena, job->names),
		.tu = tu,
		.directory = job->command->directory,
		.root = root_of(job),
		.depth_limit = (uint32_t)(job->stack_size / BYTES_PER_LEVEL),
		.located = clang_getNullCursor(),
		.start = clang_getNullLocation(),
	};
	l.unit->source = intern(job->names, job->display_path);
	if (job->command->output)
		l.unit->output = intern(
			job->names, path_join(job->arena, job->command->directory, job->command->output));
	ir_unit_file(l.unit, l.unit->source);
	CXFile file = clang_getFile(tu, job->command->file);
	if (file) file_note_main(&l, file);
	note_left_out(job, l.unit);
	faults_find(&l);
	lower_unit(&l);
	list_inputs(job, &l);
	job->result.unit = l.unit;
	arena_free(l.scratch);
	arena_free(l.notes);
}

static void run(struct job *job) {
	job->result.error = unreadable(job);
	if (job->result.error) return;
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit tu = parse(job, index);
	if (tu) {
		job->result.error = not_read(job, tu);
		if (!job->result.error) lower_parsed(job, tu);
		clang_disposeTranslationUnit(tu);
	}
	clang_disposeIndex(index);
}

/* --- the thread ------------------------------------------------------------------------------- */

static void *run_thread(void *data) {
	run(data);
	return NULL;
}

static bool run_with_stack(struct job *job, size_t size) {
	pthread_attr_t attr;
	pthread_t thread;
	pthread_attr_init(&attr);
	job->stack_size = size;
	bool started = pthread_attr_setstacksize(&attr, size) == 0 &&
	               pthread_create(&thread, &attr, run_thread, job) == 0;
	pthread_attr_destroy(&attr);
	if (started) pthread_join(thread, NULL);
	return started;
}

struct front_result front_lower(struct arena *a, struct intern *names,
                                const struct front_command *command, const char *resource_dir,
                                const char *display_path) {
	struct job job = {.arena = a,
	                  .names = names,
	                  .command = command,
	                  .resource_dir = resource_dir,
	                  .display_path = display_path};
	setenv("LIBCLANG_NOTHREADS", "1", 1);
	for (size_t i = 0; i < sizeof stack_sizes / sizeof *stack_sizes; i++)
		if (run_with_stack(&job, stack_sizes[i])) return job.result;
	job.result.error = "no memory for the parser's stack; allow a larger address space";
	return job.result;
}
