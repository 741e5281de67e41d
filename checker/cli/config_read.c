#include "cli/config_read.h"

#include <stdarg.h>
#include <string.h>
#include <yaml.h>

#include "base/path.h"
#include "cli/catalogue.h"
#include "cli/choice.h"
#include "cli/suggest.h"

enum config_key {
#define KEY(id, name, form) CONFIG_##id,
#include "cli/config.def"
#undef KEY
};

static const struct {
	const char *name, *form;
} keys[] = {
#define KEY(id, name, form) {name, form},
#include "cli/config.def"
#undef KEY
};
enum { KEYS = sizeof keys / sizeof *keys };

struct reader {
	struct arena *arena;
	const char *shown; /* path of the file in messages */
	const char *directory;
	struct config *config;
	bool inherit;
	bool is_given[KEYS];
	yaml_document_t document;
	const char *error; /* the first one */
};

/* --- nodes ------------------------------------------------------------------------------------ */

static const char *from_text(const struct reader *r, size_t line) {
	return arena_printf(r->arena, "%s:%zu", r->shown, line + 1);
}

__attribute__((format(printf, 3, 4))) static void fail(struct reader *r, size_t line,
                                                       const char *format, ...) {
	if (r->error) return;
	va_list args;
	va_start(args, format);
	r->error =
		arena_printf(r->arena, "%s: %s", from_text(r, line), arena_vprintf(r->arena, format, args));
	va_end(args);
}

static yaml_node_t *node_at(struct reader *r, int index) {
	return yaml_document_get_node(&r->document, index);
}

static const char *from_node(const struct reader *r, const yaml_node_t *node) {
	return from_text(r, node->start_mark.line);
}

static void fail_form(struct reader *r, const yaml_node_t *node, enum config_key key) {
	fail(r, node->start_mark.line, "'%s' takes %s", keys[key].name, keys[key].form);
}

/* The text of a scalar; NULL, and an error, when the node is none, or empty. */
static const char *scalar(struct reader *r, const yaml_node_t *node, enum config_key key) {
	if (node->type == YAML_SCALAR_NODE && node->data.scalar.length)
		return arena_copy(r->arena, (const char *)node->data.scalar.value,
		                  node->data.scalar.length);
	fail_form(r, node, key);
	return NULL;
}

/* --- values ----------------------------------------------------------------------------------- */

/* YAML's words for yes and no, of all its versions. */
static const struct choice switches[] = {
	{"on", true}, {"off", false}, {"true", true}, {"false", false}, {"yes", true}, {"no", false},
	{0}};

static void read_choice(struct reader *r, const yaml_node_t *node, enum config_key key,
                        const struct choice *choices, struct config_choice *to) {
	const char *text = scalar(r, node, key);
	if (!text) return;
	const char *wrong = choose(r->arena, choices, text, &to->value);
	if (wrong) fail(r, node->start_mark.line, "'%s' takes %s", keys[key].name, wrong);
	to->from = from_node(r, node);
}

static void read_switch(struct reader *r, const yaml_node_t *node, enum config_key key, bool *to) {
	int value = false;
	const char *text = scalar(r, node, key);
	if (text && choose(r->arena, switches, text, &value)) fail_form(r, node, key);
	*to = value;
}

/* A list, or one scalar that is all of it. */
static void read_items(struct reader *r, const yaml_node_t *node, enum config_key key,
                       struct config_items *to) {
	if (node->type == YAML_SEQUENCE_NODE) {
		for (yaml_node_item_t *i = node->data.sequence.items.start;
		     i < node->data.sequence.items.top; i++) {
			yaml_node_t *item = node_at(r, *i);
			/* No lists in lists: an alias could make them endless. */
			if (item->type == YAML_SCALAR_NODE) read_items(r, item, key, to);
			else fail_form(r, item, key);
		}
		return;
	}
	const char *text = scalar(r, node, key);
	struct config_item item = {text, r->directory, from_node(r, node)};
	if (text) VEC_PUSH(r->arena, to, item);
}

/* The last one counts. */
static void read_file(struct reader *r, const yaml_node_t *node, struct config_items *to) {
	to->n = 0;
	if (node->type == YAML_SCALAR_NODE) read_items(r, node, CONFIG_BASELINE, to);
	else fail_form(r, node, CONFIG_BASELINE);
}

static void read_rule(struct reader *r, const yaml_node_t *name, const yaml_node_t *value) {
	static const struct choice words[] = {{"on", -1},
	                                      {"off", -2},
	                                      {"certain", LEVEL_CERTAIN},
	                                      {"likely", LEVEL_LIKELY},
	                                      {"possible", LEVEL_POSSIBLE},
	                                      {0}};
	struct config_rule rule = {.glob = scalar(r, name, CONFIG_RULES), .from = from_node(r, name)};
	const char *text = scalar(r, value, CONFIG_RULES);
	int chosen = 0;
	if (!rule.glob || !text) return;
	if (!catalogue_has(rule.glob))
		fail(r, name->start_mark.line, "%s", catalogue_has_no(r->arena, rule.glob));
	if (choose(r->arena, switches, text, &chosen) == NULL) {
		rule.is_off = !chosen;
	} else {
		const char *wrong = choose(r->arena, words, text, &chosen);
		if (wrong) fail(r, value->start_mark.line, "the rule '%s' takes %s", rule.glob, wrong);
		rule.has_level = true;
		rule.level = (enum level)chosen;
	}
	VEC_PUSH(r->arena, &r->config->rules, rule);
}

static void read_rules(struct reader *r, const yaml_node_t *node) {
	if (node->type != YAML_MAPPING_NODE) {
		fail_form(r, node, CONFIG_RULES);
		return;
	}
	for (yaml_node_pair_t *p = node->data.mapping.pairs.start; p < node->data.mapping.pairs.top;
	     p++)
		read_rule(r, node_at(r, p->key), node_at(r, p->value));
}

/* --- keys ------------------------------------------------------------------------------------- */

static void read_value(struct reader *r, enum config_key key, const yaml_node_t *node) {
	struct config *c = r->config;
	switch (key) {
	case CONFIG_INHERIT: read_switch(r, node, key, &r->inherit); break;
	case CONFIG_LEVEL: read_choice(r, node, key, choice_levels, &c->level); break;
	case CONFIG_FAIL_ON: read_choice(r, node, key, choice_fail_on, &c->fail_on); break;
	case CONFIG_RULES: read_rules(r, node); break;
	case CONFIG_MODELS: read_items(r, node, key, &c->models); break;
	case CONFIG_EXTRA_ARGS: read_items(r, node, key, &c->extra_args); break;
	case CONFIG_REMOVED_ARGS: read_items(r, node, key, &c->removed_args); break;
	case CONFIG_INCLUDE: read_items(r, node, key, &c->include); break;
	case CONFIG_BASELINE: read_file(r, node, &c->baseline); break;
	case CONFIG_EXCLUDE: read_items(r, node, key, &c->exclude); break;
	}
}

static void read_pair(struct reader *r, const yaml_node_t *key, const yaml_node_t *value) {
	if (key->type != YAML_SCALAR_NODE) {
		fail(r, key->start_mark.line, "a key is a word");
		return;
	}
	const char *name = (const char *)key->data.scalar.value;
	struct suggestion near = {.word = name};
	for (size_t i = 0; i < KEYS; i++) {
		suggest(&near, keys[i].name);
		if (strcmp(keys[i].name, name) != 0) continue;
		if (r->is_given[i]) fail(r, key->start_mark.line, "'%s' is given twice", name);
		r->is_given[i] = true;
		read_value(r, (enum config_key)i, value);
		return;
	}
	fail(r, key->start_mark.line, "unknown key '%s'%s", arena_strdup(r->arena, name),
	     suggestion_text(r->arena, &near));
}

/* Nothing at all is a configuration too. */
static void read_root(struct reader *r) {
	const yaml_node_t *root = yaml_document_get_root_node(&r->document);
	if (!root || (root->type == YAML_SCALAR_NODE && !root->data.scalar.length)) return;
	if (root->type != YAML_MAPPING_NODE) {
		fail(r, root->start_mark.line, "keys with values expected, such as `level: certain`");
		return;
	}
	for (yaml_node_pair_t *p = root->data.mapping.pairs.start; p < root->data.mapping.pairs.top;
	     p++)
		read_pair(r, node_at(r, p->key), node_at(r, p->value));
}

/* --- files ------------------------------------------------------------------------------------ */

static void read_document(struct reader *r, yaml_parser_t *parser) {
	if (!yaml_parser_load(parser, &r->document)) {
		fail(r, parser->problem_mark.line, "%s%s%s", parser->problem, parser->context ? " " : "",
		     parser->context ? parser->context : "");
		return;
	}
	read_root(r);
	yaml_document_delete(&r->document);
	if (r->error || !yaml_parser_load(parser, &r->document)) return;
	const yaml_node_t *second = yaml_document_get_root_node(&r->document);
	if (second) fail(r, second->start_mark.line, "a second document; there is one in a file");
	yaml_document_delete(&r->document);
}

bool config_read(struct arena *a, const char *path, struct config *config, bool *inherit,
                 const char **error) {
	struct file_text text;
	const char *here = path_absolute(a, ".");
	struct reader r = {.arena = a,
	                   .shown = path_relative(a, here, path),
	                   .directory = path_directory(a, path),
	                   .config = config};
	yaml_parser_t parser;
	if (!file_read(a, path, &text, error)) return false;
	if (yaml_parser_initialize(&parser)) {
		yaml_parser_set_input_string(&parser, (const unsigned char *)text.bytes, text.length);
		read_document(&r, &parser);
		yaml_parser_delete(&parser);
	}
	*error = r.error;
	*inherit = r.inherit;
	return !r.error;
}
