#include "report/sarif_tool.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "report/page.h"
#include "report/utf8.h"

enum { DESCRIPTION_MAX = 1024 }; /* bytes; GitHub counts characters */

static void member_description(struct json *j, const char *key, const char *text) {
	size_t n = strlen(text);
	json_put_key(j, key);
	json_put_object(j);
	json_put_key(j, "text");
	json_put_bytes(j, text, utf8_clip(text, n, DESCRIPTION_MAX));
	json_end_object(j);
}

static void member_properties(struct json *j, struct arena *a, const struct rule_info *rule) {
	json_put_key(j, "properties");
	json_put_object(j);
	json_put_key(j, "tags");
	json_put_array(j);
	json_put_string(j, "correctness");
	if (rule->cwe)
		json_put_string(j, arena_printf(a, "external/cwe/cwe-%03u", (unsigned)rule->cwe));
	json_end_array(j);
	json_member_string(j, "precision", "high");
	json_member_string(j, "problem.severity", "warning");
	json_end_object(j);
}

/* "HollowClose" for "hollow-close": what SARIF calls a friendly name. */
static const char *friendly_name(struct arena *a, const char *rule) {
	struct buf name = BUF_IN(a);
	bool begins = true;
	for (const char *c = rule; *c; c++) {
		if (*c != '-') buf_add_char(&name, begins ? (char)toupper((unsigned char)*c) : *c);
		begins = *c == '-';
	}
	return buf_text(&name);
}

static void write_rule(struct json *j, struct arena *a, const struct rule_info *rule) {
	const char *page = rule->page ? rule->page : rule->summary;
	const char *full = page_section(a, page, "What it finds");
	json_put_object(j);
	json_member_string(j, "id", rule->name);
	json_member_string(j, "name", friendly_name(a, rule->name));
	member_description(j, "shortDescription", rule->summary);
	member_description(j, "fullDescription", full ? full : rule->summary);
	json_put_key(j, "help");
	json_put_object(j);
	json_member_string(j, "text", page);
	json_member_string(j, "markdown", page);
	json_end_object(j);
	if (rule->cwe)
		json_member_string(
			j, "helpUri",
			arena_printf(a, "https://cwe.mitre.org/data/definitions/%u.html", (unsigned)rule->cwe));
	json_put_key(j, "defaultConfiguration");
	json_put_object(j);
	json_member_string(j, "level", "warning");
	json_end_object(j);
	member_properties(j, a, rule);
	json_end_object(j);
}

void sarif_member_tool(struct json *j, const struct report *report) {
	json_put_key(j, "tool");
	json_put_object(j);
	json_put_key(j, "driver");
	json_put_object(j);
	json_member_string(j, "name", "closewait");
	if (report->options.version) json_member_string(j, "semanticVersion", report->options.version);
	json_put_key(j, "rules");
	json_put_array(j);
	for (size_t i = 0; i < report->rule_count; i++) {
		json_put_line(j);
		write_rule(j, report->arena, &report->rules[i]);
	}
	json_put_line(j);
	json_end_array(j);
	json_end_object(j);
	json_end_object(j);
}
