#include "report/findings_json.h"

#include "report/json.h"

static void member_positive(struct json *j, const char *key, uint32_t number) {
	if (number) json_member_number(j, key, number);
}

static void member_optional(struct json *j, const char *key, const char *text) {
	if (text) json_member_string(j, key, text);
}

/* What is not known is left out. */
static void members_place(struct json *j, const struct source_range *at) {
	member_optional(j, "path", at->path);
	member_positive(j, "line", at->line);
	member_positive(j, "column", at->column);
	member_positive(j, "endLine", at->end_line);
	member_positive(j, "endColumn", at->end_column);
}

static void write_step(struct json *j, const struct finding_step *step) {
	json_put_object(j);
	members_place(j, &step->at);
	json_member_string(j, "message", step->message);
	json_end_object(j);
}

static void member_suppressed(struct json *j, const struct finding *f) {
	if (!f->suppressed) return;
	json_put_key(j, "suppressed");
	json_put_object(j);
	json_member_string(j, "by", f->suppressed == SUPPRESSED_IN_SOURCE ? "comment" : "baseline");
	member_optional(j, "reason", f->reason);
	json_end_object(j);
}

static void write_finding(struct json *j, const struct finding *f) {
	json_put_object(j);
	json_member_string(j, "rule", f->rule);
	json_member_string(j, "level", level_name(f->level));
	members_place(j, &f->at);
	member_optional(j, "function", f->function);
	member_optional(j, "resource", f->resource);
	json_member_string(j, "message", f->message);
	member_optional(j, "why", f->why);
	member_optional(j, "cure", f->cure);
	json_member_string(j, "fingerprint", f->key);
	member_suppressed(j, f);
	json_put_key(j, "steps");
	json_put_array(j);
	for (size_t i = 0; i < f->steps.n; i++) write_step(j, &f->steps.items[i]);
	json_end_array(j);
	json_end_object(j);
}

static void write_loss(struct json *j, const struct report_loss *loss) {
	json_put_object(j);
	members_place(j, &loss->at);
	json_member_string(j, "reason", loss->reason);
	json_member_bool(j, "wholeFile", loss->whole_unit);
	json_end_object(j);
}

static void member_tool(struct json *j, const struct report *report) {
	json_put_key(j, "tool");
	json_put_object(j);
	json_member_string(j, "name", "closewait");
	member_optional(j, "version", report->options.version);
	json_end_object(j);
}

static void member_losses(struct json *j, const struct report *report) {
	json_put_key(j, "notAnalysed");
	json_put_array(j);
	for (size_t i = 0; i < report->loss_count; i++) {
		json_put_line(j);
		write_loss(j, &report->losses[i]);
	}
	json_put_line(j);
	json_end_array(j);
}

void findings_json_write(FILE *out, const struct report *report) {
	struct json j = JSON_TO(out);
	json_put_object(&j);
	json_member_number(&j, "format", FINDINGS_JSON_FORMAT);
	member_tool(&j, report);
	json_member_number(&j, "files", (int64_t)report->files);
	json_put_key(&j, "findings");
	json_put_array(&j);
	for (size_t i = 0; i < report->findings->list.n; i++) {
		json_put_line(&j);
		write_finding(&j, &report->findings->list.items[i]);
	}
	json_put_line(&j);
	json_end_array(&j);
	member_losses(&j, report);
	json_end_object(&j);
	fputc('\n', out);
}
