#include "cli/parser.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "base/lex.h"
#include "base/path.h"
#include "cli/tell.h"
#include "sources_id.h"

/* --- loading ---------------------------------------------------------------------------------- */

/* The program's file; NULL when the system does not say. */
static const char *own_path(struct arena *a) {
	const char *linux_path = path_real(a, "/proc/self/exe");
	Dl_info info;
	if (linux_path) return linux_path;
	return dladdr(CLOSEWAIT_VERSION, &info) && info.dli_fname ? path_real(a, info.dli_fname) : NULL;
}

/* Beside the program, as it is built, or where it is installed. Not left to the linker's RUNPATH: what wraps
 * dlopen(), as sanitizers do, has one of its own. */
static const char *module_path(struct arena *a) {
	const char *program = own_path(a), *directory = program ? path_directory(a, program) : ".";
	const char *built = path_join(a, directory, FRONT_MODULE_FILE);
	const char *installed = path_join(a, directory, "../lib/closewait/" FRONT_MODULE_FILE);
	return path_is_file(built) ? built : path_normalise(a, installed);
}

static const char advice[] = "is closewait installed as a whole?";

void parser_load(struct parser *parser, struct arena *a) {
	if (parser->module) return;
	parser->path = module_path(a);
	void *handle = dlopen(parser->path, RTLD_NOW | RTLD_LOCAL);
	if (!handle) tell_fatal("cannot load the parser: %s; %s", dlerror(), advice);
	parser->module = dlsym(handle, FRONT_MODULE_SYMBOL);
	if (!parser->module || strcmp(parser->module->sources_id, SOURCES_ID_FRONT) != 0)
		tell_fatal("'%s' is of another build; %s", parser->path, advice);
}

/* --- what the store knows --------------------------------------------------------------------- */

/* Where the system keeps what it found along its own paths. */
static const char system_libraries[] = "/etc/ld.so.cache";

static const char *key(struct arena *a) {
	const char *paths = getenv("LD_LIBRARY_PATH");
	const char *const pieces[] = {CLOSEWAIT_VERSION, SOURCES_ID_FRONT, "libclang",
	                              paths ? paths : ""};
	return store_key(a, pieces, sizeof pieces / sizeof *pieces);
}

/* libclang "Debian clang version 19.1.7" "/usr/lib/…/libclang-19.so.19" */
static bool recall(struct parser *parser, struct arena *a, struct store *store) {
	struct file_text text;
	if (!store_lookup(store, a, key(a), &text)) return false;
	struct lex lex = lex_begin(a, intern_new(a), "libclang", text.bytes, text.length);
	if (!lex_word_is(lex_word(&lex), "libclang")) return false;
	parser->libclang.version = lex_quoted(&lex);
	parser->libclang.library = lex_quoted(&lex);
	return !lex.error;
}

static void keep(const struct parser *parser, struct arena *a, struct store *store,
                 struct timespec since) {
	const char *paths[] = {parser->libclang.library, parser->path, system_libraries};
	struct buf text = BUF_IN(a);
	if (!path_is_file(parser->libclang.library)) return;
	buf_add(&text, "libclang ");
	lex_add_quoted(&text, parser->libclang.version);
	buf_add_char(&text, ' ');
	lex_add_quoted(&text, parser->libclang.library);
	buf_add_char(&text, '\n');
	struct store_inputs inputs = {paths, path_is_file(system_libraries) ? 3 : 2, since};
	store_save(store, key(a), &inputs, text.s, text.n);
}

struct parser parser_find(struct arena *a, struct store *store) {
	struct parser parser = {0};
	if (store && recall(&parser, a, store)) return parser;
	struct timespec since = store_now();
	parser_load(&parser, a);
	parser.libclang = parser.module->libclang(a);
	if (store) keep(&parser, a, store, since);
	return parser;
}
