#include "report/sarif.h"

#include <string.h>

#include "base/buf.h"
#include "base/trouble.h"
#include "report/json.h"
#include "report/sarif_tool.h"
#include "report/uri.h"
#include "report/utf8.h"

static const char schema_uri[] = "https://json.schemastore.org/sarif-2.1.0.json";
static const char root_id[] = "%SRCROOT%";

enum { SNIPPET_MAX = 1000 }; /* bytes; longer lines are not for people */

struct sarif {
	struct json json;
	const struct report *report;
	struct buf scratch; /* for one string at a time */
};

/* --- small things ----------------------------------------------------------------------------- */

/* Returns the scratch buffer, emptied. */
static struct buf *scratch(struct sarif *s) {
	s->scratch.n = 0;
	buf_add(&s->scratch, "");
	return &s->scratch;
}

/* "key": { "text": text } */
static void member_text(struct json *j, const char *key, const char *text) {
	json_put_key(j, key);
	json_put_object(j);
	json_member_string(j, "text", text);
	json_end_object(j);
}

static size_t at_most(size_t n, size_t limit) {
	return n < limit ? n : limit;
}

/* --- locations -------------------------------------------------------------------------------- */

/* Columns of a region of one line, in UTF-16 code units, the end exclusive. */
struct region {
	uint32_t line, from, to;
};

/* The column behind the line's last character, or behind from when the line cannot be read. */
static uint32_t end_of_line(struct sources *sources, const struct source_range *at, uint32_t from) {
	struct source_line line = sources_line(sources, at->path, at->line);
	return line.text ? (uint32_t)utf8_utf16_length(line.text, line.length) + 1 : from + 1;
}

static uint32_t end_of_character(struct sources *sources, const struct source_range *at,
                                 uint32_t from) {
	struct source_line line = sources_line(sources, at->path, at->line);
	size_t offset = sources_offset(sources, at->path, at->line, at->column);
	if (offset >= line.length) return from + 1;
	return from + (utf8_decode(line.text + offset, line.length - offset).code >= 0x10000 ? 2 : 1);
}

/* GitHub wants all four numbers, so what is not known becomes the start of the file or the whole
 * line. */
static struct region region_of(struct sources *sources, const struct source_range *at) {
	struct region r = {.line = at->line ? at->line : 1, .from = 1, .to = 1};
	if (at->line == 0) return r;
	if (at->column) r.from = sources_utf16_column(sources, at->path, at->line, at->column);
	if (at->column == 0 || at->end_line > at->line) r.to = end_of_line(sources, at, r.from);
	else if (at->end_line == at->line && at->end_column > at->column)
		r.to = sources_utf16_column(sources, at->path, at->line, at->end_column);
	else r.to = end_of_character(sources, at, r.from);
	if (r.to < r.from) r.to = r.from;
	return r;
}

static void member_artifact(struct sarif *s, const char *path) {
	struct json *j = &s->json;
	json_put_key(j, "artifactLocation");
	json_put_object(j);
	struct buf *uri = scratch(s);
	uri_add_file(uri, path);
	json_member_string(j, "uri", buf_text(uri));
	if (path[0] != '/') json_member_string(j, "uriBaseId", root_id);
	json_end_object(j);
}

/* The whole line: viewers show it to those who do not have the source. */
static void member_snippet(struct sarif *s, const struct source_range *at) {
	struct source_line line = sources_line(s->report->sources, at->path, at->line);
	if (!line.text || !line.length) return;
	json_put_key(&s->json, "snippet");
	json_put_object(&s->json);
	json_put_key(&s->json, "text");
	json_put_bytes(&s->json, line.text, utf8_clip(line.text, line.length, SNIPPET_MAX));
	json_end_object(&s->json);
}

static void member_region(struct sarif *s, const struct source_range *at) {
	struct json *j = &s->json;
	struct region r = region_of(s->report->sources, at);
	json_put_key(j, "region");
	json_put_object(j);
	json_member_number(j, "startLine", r.line);
	json_member_number(j, "startColumn", r.from);
	json_member_number(j, "endLine", r.line);
	json_member_number(j, "endColumn", r.to);
	member_snippet(s, at);
	json_end_object(j);
}

static void member_place(struct sarif *s, const struct source_range *at) {
	if (!at->path) return;
	json_put_key(&s->json, "physicalLocation");
	json_put_object(&s->json);
	member_artifact(s, at->path);
	member_region(s, at);
	json_end_object(&s->json);
}

/* A location with the name of the function that it is in, if that is known. */
static void write_location(struct sarif *s, const struct source_range *at, const char *function) {
	struct json *j = &s->json;
	json_put_object(j);
	member_place(s, at);
	if (function) {
		json_put_key(j, "logicalLocations");
		json_put_array(j);
		json_put_object(j);
		json_member_string(j, "name", function);
		json_member_string(j, "kind", "function");
		json_end_object(j);
		json_end_array(j);
	}
	json_end_object(j);
}

static void write_step(struct sarif *s, const struct finding_step *step, size_t id) {
	json_put_object(&s->json);
	if (id) json_member_number(&s->json, "id", (int64_t)id);
	member_place(s, &step->at);
	member_text(&s->json, "message", step->message);
	json_end_object(&s->json);
}

/* --- results ---------------------------------------------------------------------------------- */

static const char *sarif_level(enum level level) {
	switch (level) {
	case LEVEL_POSSIBLE: return "note";
	case LEVEL_LIKELY: return "warning";
	case LEVEL_CERTAIN: return "warning";
	}
	bug("no such level: %d", (int)level);
}

/* The first sentence is what GitHub shows as the title. */
static void member_message(struct sarif *s, const struct finding *f) {
	struct buf *text = scratch(s);
	finding_add_text(text, f);
	member_text(&s->json, "message", buf_text(text));
}

static const struct finding_step *kept_step(const struct finding *f, size_t i) {
	size_t left_out = f->steps.n - at_most(f->steps.n, SARIF_STEPS_MAX);
	return &f->steps.items[i < SARIF_STEPS_MAX / 2 ? i : i + left_out];
}

static void member_flow(struct sarif *s, const struct finding *f, size_t n) {
	struct json *j = &s->json;
	json_put_key(j, "codeFlows");
	json_put_array(j);
	json_put_object(j);
	json_put_key(j, "threadFlows");
	json_put_array(j);
	json_put_object(j);
	json_put_key(j, "locations");
	json_put_array(j);
	for (size_t i = 0; i < n; i++) {
		json_put_object(j);
		json_put_key(j, "location");
		write_step(s, kept_step(f, i), 0);
		json_end_object(j);
	}
	json_end_array(j);
	json_end_object(j);
	json_end_array(j);
	json_end_object(j);
	json_end_array(j);
}

static void members_steps(struct sarif *s, const struct finding *f) {
	size_t n = at_most(f->steps.n, SARIF_STEPS_MAX);
	if (n == 0) return;
	json_put_key(&s->json, "relatedLocations");
	json_put_array(&s->json);
	for (size_t i = 0; i < n; i++) write_step(s, kept_step(f, i), i + 1);
	json_end_array(&s->json);
	member_flow(s, f, n);
}

static void members_rule(struct sarif *s, const struct finding *f) {
	const struct report *r = s->report;
	json_member_string(&s->json, "ruleId", f->rule);
	for (size_t i = 0; i < r->rule_count; i++) {
		if (strcmp(r->rules[i].name, f->rule) != 0) continue;
		json_member_number(&s->json, "ruleIndex", (int64_t)i);
		return;
	}
}

static void member_suppressions(struct json *j, const struct finding *f) {
	if (!f->suppressed) return;
	json_put_key(j, "suppressions");
	json_put_array(j);
	json_put_object(j);
	json_member_string(j, "kind", f->suppressed == SUPPRESSED_IN_SOURCE ? "inSource" : "external");
	if (f->reason) json_member_string(j, "justification", f->reason);
	json_end_object(j);
	json_end_array(j);
}

static void write_result(struct sarif *s, const struct finding *f) {
	struct json *j = &s->json;
	json_put_object(j);
	members_rule(s, f);
	json_member_string(j, "level", sarif_level(f->level));
	member_message(s, f);
	json_put_key(j, "locations");
	json_put_array(j);
	write_location(s, &f->at, f->function);
	json_end_array(j);
	members_steps(s, f);
	member_suppressions(j, f);
	json_put_key(j, "partialFingerprints");
	json_put_object(j);
	json_member_string(j, "closewait/v1", f->key);
	json_end_object(j);
	json_put_key(j, "properties");
	json_put_object(j);
	json_member_string(j, "level", level_name(f->level));
	if (f->resource) json_member_string(j, "resource", f->resource);
	json_end_object(j);
	json_end_object(j);
}

static void member_results(struct sarif *s) {
	const struct findings *findings = s->report->findings;
	size_t n = at_most(findings->list.n, SARIF_RESULTS_MAX);
	json_put_key(&s->json, "results");
	json_put_array(&s->json);
	for (size_t i = 0; i < n; i++) {
		json_put_line(&s->json);
		write_result(s, &findings->list.items[i]);
	}
	json_put_line(&s->json);
	json_end_array(&s->json);
}

/* --- the run ---------------------------------------------------------------------------------- */

static void write_notification(struct sarif *s, const char *level, const char *text,
                               const struct source_range *at) {
	struct json *j = &s->json;
	json_put_object(j);
	json_member_string(j, "level", level);
	member_text(j, "message", text);
	if (at && at->path) {
		json_put_key(j, "locations");
		json_put_array(j);
		write_location(s, at, NULL);
		json_end_array(j);
	}
	json_end_object(j);
}

/* Says what is missing from the log: units that were lost, and what the caps above left out. */
static void member_notifications(struct sarif *s) {
	const struct report *r = s->report;
	size_t losses = at_most(r->loss_count, SARIF_NOTIFICATIONS_MAX);
	size_t findings = r->findings->list.n;
	json_put_key(&s->json, "toolExecutionNotifications");
	json_put_array(&s->json);
	if (findings > SARIF_RESULTS_MAX) {
		const char *text = arena_printf(r->arena, "Only the first %d of %zu findings are listed.",
		                                SARIF_RESULTS_MAX, findings);
		write_notification(s, "warning", text, NULL);
	}
	for (size_t i = 0; i < losses; i++) {
		const struct report_loss *loss = &r->losses[i];
		write_notification(s, loss->whole_unit ? "error" : "warning", loss->reason, &loss->at);
	}
	if (r->loss_count > losses) {
		const char *text = arena_printf(r->arena, "%zu more places could not be analysed.",
		                                r->loss_count - losses);
		write_notification(s, "warning", text, NULL);
	}
	json_end_array(&s->json);
}

static bool all_units_seen(const struct report *r) {
	for (size_t i = 0; i < r->loss_count; i++) {
		if (r->losses[i].whole_unit) return false;
	}
	return true;
}

static void member_uri_of_root(struct sarif *s, const char *key) {
	const char *root = s->report->options.root;
	json_put_key(&s->json, key);
	json_put_object(&s->json);
	if (root) {
		struct buf *uri = scratch(s);
		uri_add_directory(uri, root);
		json_member_string(&s->json, "uri", buf_text(uri));
	}
	json_end_object(&s->json);
}

static void member_invocations(struct sarif *s) {
	struct json *j = &s->json;
	json_put_key(j, "invocations");
	json_put_array(j);
	json_put_object(j);
	json_member_bool(j, "executionSuccessful", all_units_seen(s->report));
	member_notifications(s);
	if (s->report->options.root) member_uri_of_root(s, "workingDirectory");
	json_end_object(j);
	json_end_array(j);
}

static void write_run(struct sarif *s) {
	struct json *j = &s->json;
	json_put_object(j);
	sarif_member_tool(j, s->report);
	json_put_key(j, "automationDetails");
	json_put_object(j);
	json_member_string(j, "id", "closewait/");
	json_end_object(j);
	json_member_string(j, "columnKind", "utf16CodeUnits");
	json_put_key(j, "originalUriBaseIds");
	json_put_object(j);
	member_uri_of_root(s, root_id);
	json_end_object(j);
	member_invocations(s);
	member_results(s);
	json_end_object(j);
}

void sarif_write(FILE *out, const struct report *report) {
	struct sarif s = {
		.json = JSON_TO(out),
		.report = report,
		.scratch = BUF_IN(report->arena),
	};
	json_put_object(&s.json);
	json_member_string(&s.json, "$schema", schema_uri);
	json_member_string(&s.json, "version", "2.1.0");
	json_put_key(&s.json, "runs");
	json_put_array(&s.json);
	write_run(&s);
	json_end_array(&s.json);
	json_end_object(&s.json);
	fputc('\n', out);
}
