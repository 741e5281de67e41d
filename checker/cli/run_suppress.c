/* Findings that are not reported because somebody said so. */
#include "base/path.h"
#include "cli/run.h"

static void read_file(struct run *run, const char *shown) {
	struct arena *a = arena_new("a source");
	struct file_text text;
	const char *error;
	/* One that is not here (its unit was made elsewhere) has none for us. */
	if (file_read(a, path_join(a, run->root.path, shown), &text, &error))
		suppressions_read(run->arena, &run->verdict.suppressions, shown, text.bytes, text.length);
	arena_free(a);
}

void run_read_suppressions(struct run *run) {
	struct map seen = {0}; /* interned path -> the same */
	for (size_t i = 0; i < run->program->units.n; i++) {
		const struct ir_unit *unit = run->program->units.items[i];
		for (size_t k = 0; k < unit->files.n; k++) {
			const char *path = unit->files.items[k];
			if (map_get(&seen, MAP_KEY(path))) continue;
			map_put(run->arena, &seen, MAP_KEY(path), (void *)path);
			read_file(run, path);
		}
	}
}

bool run_is_full(const struct run *run) {
	bool are_named = run->project && (run->project->named.n || run->project->db->is_fixed);
	return !are_named && !run->has_trouble && !run->verdict.headers;
}

void run_suppress(struct run *run) {
	suppressions_apply(&run->verdict.suppressions, &run->verdict.findings);
	suppressions_judge(&run->verdict.suppressions, run->options, run_is_full(run),
	                   &run->verdict.findings);
	findings_sort(&run->verdict.findings);
}
