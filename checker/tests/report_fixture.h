/* What the tests of the reporters share: source files in a temporary directory, findings, golden
 * files. */
#ifndef CLOSEWAIT_TESTS_REPORT_FIXTURE_H
#define CLOSEWAIT_TESTS_REPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "report/key.h"
#include "report/report.h"

struct fixture {
	struct arena *arena;
	char directory[64]; /* holds the sources */
	VEC(const char *) files;
	struct findings findings;
	struct report report;
};

static inline int fixture_setup(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	f->arena = a;
	strcpy(f->directory, "/tmp/closewait-test-XXXXXX");
	assert_non_null(mkdtemp(f->directory));
	f->findings.arena = a;
	f->report.arena = a;
	f->report.findings = &f->findings;
	f->report.sources = sources_new(a, f->directory);
	f->report.options.excerpts = true;
	f->report.options.version = "1.2.3";
	*state = f;
	return 0;
}

static inline int fixture_teardown(void **state) {
	struct fixture *f = *state;
	for (size_t i = 0; i < f->files.n; i++) unlink(f->files.items[i]);
	rmdir(f->directory);
	arena_free(f->arena);
	return 0;
}

static inline void add_bytes(struct fixture *f, const char *name, const char *text, size_t n) {
	const char *path = arena_printf(f->arena, "%s/%s", f->directory, name);
	FILE *out = fopen(path, "wb");
	assert_non_null(out);
	assert_int_equal(fwrite(text, 1, n, out), n);
	assert_int_equal(fclose(out), 0);
	VEC_PUSH(f->arena, &f->files, path);
}

static inline void add_source(struct fixture *f, const char *name, const char *text) {
	add_bytes(f, name, text, strlen(text));
}

/* A range of one line; to 0: a point. */
static inline struct source_range range(const char *path, uint32_t line, uint32_t from,
                                        uint32_t to) {
	return (struct source_range){path, line, from, to ? line : 0, to};
}

static inline struct finding *add_finding(struct fixture *f, const char *rule,
                                          struct source_range at, const char *message) {
	VEC_PUSH(f->arena, &f->findings.list,
	         (struct finding){.rule = rule, .level = LEVEL_CERTAIN, .at = at, .message = message});
	return &f->findings.list.items[f->findings.list.n - 1];
}

static inline void add_step(struct fixture *f, struct finding *finding, struct source_range at,
                            const char *message) {
	VEC_PUSH(f->arena, &finding->steps, (struct finding_step){.at = at, .message = message});
}

/* What the reporter writes, in the arena. */
static inline struct buf written(struct fixture *f, void (*write)(FILE *, const struct report *)) {
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	assert_non_null(out);
	findings_set_keys(&f->findings, f->report.sources, NULL);
	write(out, &f->report);
	assert_int_equal(fclose(out), 0);
	struct buf b = BUF_IN(f->arena);
	buf_add_bytes(&b, text, n);
	free(text);
	return b;
}

/* The bytes of testdata/report/NAME. */
static inline struct buf read_golden(struct fixture *f, const char *path) {
	struct buf b = BUF_IN(f->arena);
	char bytes[4096];
	FILE *in = fopen(path, "rb");
	if (!in) fail_msg("no %s: run the test with UPDATE_GOLDEN=1", path);
	for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;) buf_add_bytes(&b, bytes, n);
	fclose(in);
	return b;
}

/* Compares text with testdata/report/NAME, or rewrites that when UPDATE_GOLDEN is set. */
static inline void check_golden(struct fixture *f, const char *name, const struct buf *text) {
	const char *path = arena_printf(f->arena, "%s/report/%s", TESTDATA_DIR, name);
	if (getenv("UPDATE_GOLDEN")) {
		FILE *out = fopen(path, "wb");
		assert_non_null(out);
		fwrite(text->s, 1, text->n, out);
		assert_int_equal(fclose(out), 0);
		return;
	}
	struct buf golden = read_golden(f, path);
	assert_string_equal(buf_text(text), buf_text(&golden));
	assert_int_equal(text->n, golden.n);
}

#endif
