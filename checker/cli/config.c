#include "cli/config.h"

#include <fnmatch.h>
#include <string.h>

#include "base/path.h"
#include "base/trouble.h"
#include "cli/config_read.h"
#include "cli/options.h"

const char config_name[] = ".closewait.yml";

/* --- files ------------------------------------------------------------------------------------ */

const char *config_find(struct arena *a, const char *directory, const char *name) {
	for (const char *d = directory;; d = path_directory(a, d)) {
		const char *path = path_join(a, d, name);
		if (path_is_file(path)) return path;
		if (strcmp(d, path_directory(a, d)) == 0) return NULL;
	}
}

/* The next one above the file, or NULL. */
static const char *find_above(struct arena *a, const char *path) {
	const char *directory = path_directory(a, path), *above = path_directory(a, directory);
	return strcmp(directory, above) == 0 ? NULL : config_find(a, above, config_name);
}

/* Finds out which files count: each that inherits, and the one above it. */
static bool list_files(struct arena *a, const char *path, struct words *files, const char **error) {
	bool inherit = true;
	for (; path && inherit; path = find_above(a, path)) {
		struct config ignored = {0};
		VEC_PUSH(a, files, path);
		if (!config_read(a, path, &ignored, &inherit, error)) return false;
	}
	return true;
}

bool config_load(struct arena *a, const char *path, struct config *config, const char **error) {
	bool inherit;
	const char *absolute = path_absolute(a, path);
	if (!list_files(a, absolute, &config->files, error)) return false;
	const char *directory = path_directory(a, absolute), *real = path_real(a, directory);
	config->directory = real ? real : directory;
	/* The farthest first: what is nearer replaces it. */
	for (size_t i = config->files.n; i-- > 0;)
		if (!config_read(a, config->files.items[i], config, &inherit, error)) return false;
	return true;
}

/* --- paths ------------------------------------------------------------------------------------ */

/* A `*` matches slashes too, and what matches a directory matches all in it. */
static bool matches(struct arena *a, const struct config_item *item, const char *path) {
	const char *relative = item->text[0] == '/' ? path : path_relative(a, item->directory, path);
	if (item->text[0] != '/' && relative == path) return false;
	size_t n = strlen(item->text);
	while (n > 1 && item->text[n - 1] == '/') n--;
	return fnmatch(arena_copy(a, item->text, n), relative, FNM_LEADING_DIR) == 0;
}

static bool any_matches(struct arena *a, const struct config_items *items, const char *path) {
	for (size_t i = 0; i < items->n; i++)
		if (matches(a, &items->items[i], path)) return true;
	return false;
}

bool config_shows(struct arena *a, const struct config *config, const char *path) {
	bool is_included = !config->include.n || any_matches(a, &config->include, path);
	return is_included && !any_matches(a, &config->exclude, path);
}

/* --- as text ---------------------------------------------------------------------------------- */

static const char *fail_on_name(enum fail_on value) {
	switch (value) {
	case FAIL_ON_POSSIBLE:
	case FAIL_ON_LIKELY:
	case FAIL_ON_CERTAIN: return level_name((enum level)value);
	case FAIL_ON_NEVER: return "never";
	}
	bug("no such level to fail on: %d", (int)value);
}

static void add_line(struct arena *a, struct words *lines, const char *key, const char *value,
                     const char *from) {
	VEC_PUSH(a, lines, arena_printf(a, "%s: %s (%s)", key, value, from));
}

static void add_items(struct arena *a, struct words *lines, const char *key,
                      const struct config_items *items) {
	for (size_t i = 0; i < items->n; i++)
		add_line(a, lines, key, items->items[i].text, items->items[i].from);
}

struct words config_lines(struct arena *a, const struct config *c) {
	struct words lines = {0};
	if (c->level.from)
		add_line(a, &lines, "level", level_name((enum level)c->level.value), c->level.from);
	if (c->fail_on.from)
		add_line(a, &lines, "fail-on", fail_on_name((enum fail_on)c->fail_on.value),
		         c->fail_on.from);
	for (size_t i = 0; i < c->rules.n; i++) {
		const struct config_rule *r = &c->rules.items[i];
		const char *state = r->is_off ? "off" : r->has_level ? level_name(r->level) : "on";
		add_line(a, &lines, arena_printf(a, "rules: %s", r->glob), state, r->from);
	}
	add_items(a, &lines, "models", &c->models);
	add_items(a, &lines, "extra-args", &c->extra_args);
	add_items(a, &lines, "removed-args", &c->removed_args);
	add_items(a, &lines, "include", &c->include);
	add_items(a, &lines, "exclude", &c->exclude);
	add_items(a, &lines, "baseline", &c->baseline);
	return lines;
}
