/* Lowering of files and texts, for the tests of the front end. */
#ifndef CLOSEWAIT_TESTS_FRONT_FIXTURE_H
#define CLOSEWAIT_TESTS_FRONT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/vec.h"
#include "front/front.h"
#include "front/resource.h"
#include "scratch_dir.h"

struct fixture {
	struct arena *arena;
	struct intern *names;
	struct libclang libclang;
	const char *scratch, *resource_dir;
};

static inline int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *fx = ARENA_NEW(a, struct fixture);
	const char *error;
	*fx = (struct fixture){.arena = a,
	                       .names = intern_new(a),
	                       .libclang = libclang_loaded(a),
	                       .scratch = scratch_new(a)};
	fx->resource_dir = resource_find(a, &fx->libclang, NULL, &error);
	*state = fx;
	return 0;
}

static inline int tear_down(void **state) {
	struct fixture *fx = *state;
	scratch_remove(fx->scratch);
	arena_free(fx->arena);
	return 0;
}

/* Lowers directory/file, shown by that name, with the flags, which are separated by blanks. */
static inline struct front_result lower_file(struct fixture *fx, const char *directory,
                                             const char *file, const char *flags) {
	VEC(const char *) args = {0};
	char *rest = arena_strdup(fx->arena, flags);
	for (char *word; (word = strsep(&rest, " "));)
		if (*word) VEC_PUSH(fx->arena, &args, word);
	struct front_command command = {
		.directory = directory, .file = file, .args = args.items, .arg_count = args.n};
	return front_lower(fx->arena, fx->names, &command, fx->resource_dir, file);
}

static inline struct front_result lower_text(struct fixture *fx, const char *text,
                                             const char *flags) {
	scratch_file(fx->arena, fx->scratch, "x.c", text);
	return lower_file(fx, fx->scratch, "x.c", flags);
}

/* The unit of a text that is to parse; it is verified. */
static inline struct ir_unit *unit_of(struct fixture *fx, const char *text) {
	struct front_result result = lower_text(fx, text, "");
	if (!result.unit) fail_msg("not parsed: %s", result.error);
	const char *error = ir_verify(fx->arena, result.unit);
	if (error) fail_msg("%s", error);
	return result.unit;
}

static inline const char *printed(struct fixture *fx, const struct ir_unit *unit) {
	struct buf out = BUF_IN(fx->arena);
	ir_print(&out, unit);
	return buf_text(&out);
}

static inline const struct ir_function *find_function(const struct ir_unit *unit,
                                                      const char *name) {
	for (size_t i = 0; i < unit->functions.n; i++)
		if (strcmp(unit->functions.items[i].name, name) == 0) return &unit->functions.items[i];
	return NULL;
}

/* How often text stands in the function's IR; -1 when there is no such function. */
static inline int count_in(struct fixture *fx, const struct ir_unit *unit, const char *function,
                           const char *text) {
	const struct ir_function *f = find_function(unit, function);
	struct buf out = BUF_IN(fx->arena);
	int n = 0;
	if (!f) return -1;
	ir_print_function(&out, unit, f);
	for (const char *at = buf_text(&out); (at = strstr(at, text)); at++) n++;
	return n;
}

#endif
