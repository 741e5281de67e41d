/* What the tests of flow/ and link/ share: programs from IR text and the models of testdata/flow. */
#ifndef CLOSEWAIT_TESTS_FLOW_FIXTURE_H
#define CLOSEWAIT_TESTS_FLOW_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/path.h"
#include "flow/flow.h"
#include "link/program.h"

static inline int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static inline int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

static inline struct file_text read_file(struct arena *a, const char *path) {
	struct file_text text;
	const char *error;
	if (!file_read(a, path, &text, &error)) fail_msg("%s", error);
	return text;
}

/* A program without units that knows the models of testdata/flow/libc.model. */
static inline struct program *new_program(struct arena *a) {
	struct models *models = models_new(a, intern_new(a));
	struct file_text text = read_file(a, TESTDATA_DIR "/flow/libc.model");
	const char *error = models_read(models, "libc.model", text.bytes, text.length);
	if (error) fail_msg("%s", error);
	return program_new(a, models);
}

static inline struct ir_unit *read_unit(struct program *p, const char *name, const char *text,
                                        size_t n) {
	const char *error;
	struct ir_unit *unit = ir_read(p->arena, p->names, name, text, n, &error);
	if (!unit) fail_msg("%s", error);
	error = ir_verify(p->arena, unit);
	if (error) fail_msg("%s: %s", name, error);
	return unit;
}

static inline const struct program_function *function_of(const struct program *p,
                                                         const char *name) {
	const struct program_function *f = program_find(p, intern(p->names, name));
	if (!f) fail_msg("no function '%s'", name);
	return f;
}

static inline const struct flow_result *result_of(const struct program *p, const char *name) {
	return function_of(p, name)->result;
}

static inline const char *summary_of(const struct program *p, const char *name) {
	struct buf out = BUF_IN(p->arena);
	summary_print(&out, result_of(p, name)->summary);
	return buf_text(&out);
}

static inline size_t losses_of(const struct program *p, const char *name) {
	return result_of(p, name)->losses.n;
}

/* A unit of this source file: the lines that follow its head. */
static inline void add_file(struct program *p, const char *source, const char *lines) {
	const char *text =
		arena_printf(p->arena, "unit \"%s\"\nfile 0 \"%s\"\n%s", source, source, lines);
	program_add(p, read_unit(p, source, text, strlen(text)));
}

/* The same of a unit that is compiled to the object file. */
static inline void add_object(struct program *p, const char *source, const char *output,
                              const char *lines) {
	const char *text = arena_printf(p->arena, "unit \"%s\" output \"%s\"\nfile 0 \"%s\"\n%s",
	                                source, output, source, lines);
	program_add(p, read_unit(p, source, text, strlen(text)));
}

static inline void join_and_link(struct program *p) {
	program_join(p);
	program_link(p);
}

static inline struct program *link_file(struct arena *a, const char *lines) {
	struct program *p = new_program(a);
	add_file(p, "a.c", lines);
	join_and_link(p);
	return p;
}

static inline void has_summary(const struct program *p, const char *name, const char *wanted) {
	assert_string_equal(summary_of(p, name), wanted);
}

static inline const char *callees_text(const struct program *p, const char *name) {
	struct buf out = BUF_IN(p->arena);
	const struct program_function *f = function_of(p, name);
	for (size_t i = 0; i < f->callees.n; i++)
		buf_printf(&out, "%s%s", i ? " " : "", p->functions.items[f->callees.items[i]].f->name);
	return buf_text(&out);
}

static inline const struct ir_field *field_of(struct program *p, const char *record,
                                              const char *name) {
	return models_field(p->models, intern(p->names, record), intern(p->names, name));
}

/* The body of a function that does nothing. */
#define VOID_BODY " void {\n  b0:\n    ret\n}\n"

#endif
