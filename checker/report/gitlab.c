#include "report/gitlab.h"

#include "base/buf.h"
#include "base/trouble.h"
#include "report/json.h"

static const char *severity(enum level level) {
	switch (level) {
	case LEVEL_POSSIBLE: return "info";
	case LEVEL_LIKELY: return "minor";
	case LEVEL_CERTAIN: return "major";
	}
	bug("no such level: %d", (int)level);
}

/* A line there must be: what is said of a file as a whole stands at its first. */
static void member_location(struct json *j, const struct report *report,
                            const struct source_range *at) {
	uint32_t line = at->line ? at->line : 1;
	json_put_key(j, "location");
	json_put_object(j);
	json_member_string(j, "path", report_checkout_path(report, at->path));
	json_put_key(j, "lines");
	json_put_object(j);
	json_member_number(j, "begin", line);
	json_member_number(j, "end", at->end_line > line ? at->end_line : line);
	json_end_object(j);
	json_end_object(j);
}

static void write_finding(struct json *j, const struct report *report, const struct finding *f) {
	struct buf text = BUF_IN(report->arena);
	finding_add_text(&text, f);
	json_put_object(j);
	json_member_string(j, "description",
	                   arena_printf(report->arena, "%s: %s", f->rule, buf_text(&text)));
	json_member_string(j, "check_name", f->rule);
	json_member_string(j, "fingerprint", f->key);
	json_member_string(j, "severity", severity(f->level));
	member_location(j, report, &f->at);
	json_end_object(j);
}

void gitlab_write(FILE *out, const struct report *report) {
	struct json j = JSON_TO(out);
	json_put_array(&j);
	for (size_t i = 0; i < report->findings->list.n; i++) {
		const struct finding *f = &report->findings->list.items[i];
		if (f->suppressed) continue;
		json_put_line(&j);
		write_finding(&j, report, f);
	}
	json_put_line(&j);
	json_end_array(&j);
	fputc('\n', out);
}
