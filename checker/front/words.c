#include "front/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"

/* Response files that name each other in a ring end here; real ones nest once or twice, a few a command. */
enum { RESPONSE_DEPTH = 16, RESPONSE_FILES = 256 };

/* A word in the making. begun: there is a word, perhaps empty; bare: no part of it was quoted. */
struct word {
	struct buf text;
	bool begun, bare;
};

static void add(struct word *w, char c) {
	buf_add_char(&w->text, c);
	w->begun = true;
}

static void finish(struct arena *a, struct word *w, struct words *words) {
	if (w->begun) VEC_PUSH(a, words, arena_copy(a, buf_text(&w->text), w->text.n));
	w->text.n = 0;
	w->begun = false;
	w->bare = true;
}

static bool is_blank(char c) {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

/* --- shell ------------------------------------------------------------------------------------ */

/* Each takes the text behind the opening quote and returns what is behind the closing one, or NULL. */
static const char *single_quoted(const char *p, struct word *w) {
	for (; *p && *p != '\''; p++) add(w, *p);
	return *p ? p + 1 : NULL;
}

static const char *double_quoted(const char *p, struct word *w) {
	for (; *p && *p != '"'; p++) {
		if (p[0] == '\\' && p[1] == '\n') p++;
		else if (p[0] == '\\' && p[1] && strchr("$`\"\\", p[1])) add(w, *++p);
		else add(w, *p);
	}
	return *p ? p + 1 : NULL;
}

/* The text behind a redirection's operator and its target. The target's quotes are of no interest. */
static const char *skip_redirection(const char *p) {
	p += strspn(p, "<>&|");
	p += strspn(p, " \t");
	return p + strcspn(p, " \t\n;&|<>");
}

static bool is_number(const struct word *w) {
	return w->begun && w->bare && strspn(buf_text(&w->text), "0123456789") == w->text.n;
}

/* The text behind the operator at p, which ends the word. */
static const char *operator(struct arena *a, const char *p, struct word *w, struct words *words) {
	bool redirection = *p == '<' || *p == '>' || (p[0] == '&' && p[1] == '>');
	if (redirection && is_number(w)) w->begun = false; /* the 2 of 2>x */
	finish(a, w, words);
	if (redirection) return skip_redirection(p);
	size_t len = p[1] == p[0] && *p != '\n' ? 2 : 1;
	VEC_PUSH(a, words, *p == '\n' ? ";" : arena_copy(a, p, len));
	return p + len;
}

const char *words_of_shell(struct arena *a, const char *text, struct words *words) {
	struct word w = {.text = BUF_IN(a), .bare = true};
	const char *p = text;
	while (*p) {
		char c = *p;
		if (c == '\\' && p[1] == '\n') {
			p += 2;
		} else if (c == '\\' && p[1]) {
			add(&w, p[1]);
			p += 2;
		} else if (c == '\'' || c == '"') {
			w.begun = true;
			w.bare = false;
			p = c == '"' ? double_quoted(p + 1, &w) : single_quoted(p + 1, &w);
			if (!p) return arena_printf(a, "a %c is never closed in: %.200s", c, text);
		} else if (strchr("&|;<>\n", c)) {
			p = operator(a, p, &w, words);
		} else {
			if (is_blank(c)) finish(a, &w, words);
			else add(&w, c);
			p++;
		}
	}
	finish(a, &w, words);
	return NULL;
}

static bool is_operator(const char *word) {
	return strcmp(word, ";") == 0 || strcmp(word, "&") == 0 || strcmp(word, "&&") == 0 ||
	       strcmp(word, "|") == 0 || strcmp(word, "||") == 0 || strcmp(word, ";;") == 0;
}

void words_first_command(struct arena *a, struct words *words, const char **directory) {
	size_t begin = 0;
	while (begin < words->n) {
		size_t end = begin;
		while (end < words->n && !is_operator(words->items[end])) end++;
		const char **command = words->items + begin;
		size_t n = end - begin;
		bool changes_directory = n == 2 && strcmp(command[0], "cd") == 0;
		bool does_nothing =
			n == 0 || strcmp(command[0], ":") == 0 || strcmp(command[0], "true") == 0;
		if (changes_directory) *directory = path_join(a, *directory, command[1]);
		if (!changes_directory && !does_nothing) {
			words->items = command;
			words->n = words->cap = n;
			return;
		}
		begin = end + 1;
	}
	words->n = 0;
}

/* --- response files --------------------------------------------------------------------------- */

void words_of_response(struct arena *a, const char *text, struct words *words) {
	struct word w = {.text = BUF_IN(a), .bare = true};
	char quote = '\0';
	for (const char *p = text; *p; p++) {
		if (*p == '\\' && p[1]) {
			add(&w, *++p);
		} else if (quote ? *p == quote : *p == '\'' || *p == '"') {
			quote = quote ? '\0' : *p;
			w.begun = true;
		} else if (!quote && is_blank(*p)) {
			finish(a, &w, words);
		} else {
			add(&w, *p);
		}
	}
	finish(a, &w, words);
}

struct expansion {
	struct arena *arena;
	const char *directory;
	int files_left;
	struct words *to, *problems;
};

static void expand(struct expansion *e, const struct words *from, int depth) {
	for (size_t i = 0; i < from->n; i++) {
		const char *word = from->items[i];
		if (word[0] != '@' || !word[1]) {
			VEC_PUSH(e->arena, e->to, word);
			continue;
		}
		struct file_text text;
		const char *error = "response files nest without end";
		const char *path = path_join(e->arena, e->directory, word + 1);
		bool allowed = depth < RESPONSE_DEPTH && e->files_left-- > 0;
		if (!allowed || !file_read(e->arena, path, &text, &error)) {
			VEC_PUSH(e->arena, e->problems,
			         arena_printf(e->arena, "response file '%s': %s", word, error));
			if (e->files_left <= 0) return;
			continue;
		}
		struct words inner = {0};
		words_of_response(e->arena, text.bytes, &inner);
		expand(e, &inner, depth + 1);
	}
}

void words_expand(struct arena *a, const char *directory, struct words *words,
                  struct words *problems) {
	struct words expanded = {0};
	struct expansion e = {a, directory, RESPONSE_FILES, &expanded, problems};
	expand(&e, words, 0);
	*words = expanded;
}
