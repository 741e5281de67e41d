#include "cli/changes.h"

#include <string.h>

#include "base/buf.h"

struct changes changes_new(struct arena *a) {
	return (struct changes){.arena = a, .paths = intern_new(a)};
}

static struct changed_file *find(const struct changes *changes, const char *path) {
	size_t index = (size_t)map_get(&changes->index, MAP_KEY(intern(changes->paths, path)));
	return index ? &changes->files.items[index - 1] : NULL;
}

static void add_file(struct changes *changes, struct changed_file file) {
	if (find(changes, file.path)) return;
	VEC_PUSH(changes->arena, &changes->files, file);
	map_put(changes->arena, &changes->index, MAP_KEY(intern(changes->paths, file.path)),
	        (void *)changes->files.n);
}

/* --- reading ---------------------------------------------------------------------------------- */

struct reading {
	struct changes *changes;
	struct changed_file *file; /* whose hunks follow; NULL: they are of no interest */
	const char *p, *end;
	const char *line; /* the one that was taken, without its end */
	size_t n;
};

static bool take_line(struct reading *r) {
	if (r->p == r->end) return false;
	const char *end = memchr(r->p, '\n', (size_t)(r->end - r->p));
	r->line = r->p;
	r->n = (size_t)((end ? end : r->end) - r->p);
	r->p = end ? end + 1 : r->end;
	return true;
}

static bool begins_with(const struct reading *r, const char *text) {
	size_t n = strlen(text);
	return r->n >= n && memcmp(r->line, text, n) == 0;
}

/* The character behind a backslash, as git quotes it; *s moves to its end. */
static char unescape(const char **s, const char *end) {
	static const char letters[] = "abtnvfr", meant[] = "\a\b\t\n\v\f\r";
	const char *letter = **s ? strchr(letters, **s) : NULL;
	if (letter) return (*s)++, meant[letter - letters];
	if (**s < '0' || **s > '7') return *(*s)++;
	unsigned code = 0;
	for (int i = 0; i < 3 && *s < end && **s >= '0' && **s <= '7'; i++)
		code = code * 8 + (unsigned)(*(*s)++ - '0');
	return (char)code;
}

/* A name as it stands in a diff: in quotes when it holds something odd, with a tab behind it when it holds a blank. */
static const char *name_of(struct arena *a, const char *s, size_t n) {
	const char *end = s + n;
	if (n && end[-1] == '\t') end--;
	if (s == end || *s != '"') return arena_copy(a, s, (size_t)(end - s));
	struct buf name = BUF_IN(a);
	for (s++; s < end && *s != '"';) {
		if (*s != '\\' || s + 1 == end) buf_add_char(&name, *s++);
		else s++, buf_add_char(&name, unescape(&s, end));
	}
	return buf_text(&name);
}

/* `:100644 100755 8a12 b221 R086<tab>old.c<tab>new.c`. Only what is a regular file now is of interest. */
static void read_raw(struct reading *r) {
	const char *tab = memrchr(r->line, '\t', r->n);
	if (!tab || r->n < 16 || memcmp(r->line + 8, "100", 3) != 0) return;
	const char *path = name_of(r->changes->arena, tab + 1, (size_t)(r->line + r->n - tab - 1));
	add_file(r->changes, (struct changed_file){.path = path});
}

/* `+++ b/new.c`, or `+++ /dev/null`. */
static void read_name(struct reading *r) {
	const char *name = name_of(r->changes->arena, r->line + 4, r->n - 4);
	r->file = strncmp(name, "b/", 2) == 0 ? find(r->changes, name + 2) : NULL;
}

static bool take_number(const char **s, const char *end, uint32_t *number) {
	const char *begin = *s;
	uint64_t n = 0;
	for (; *s < end && **s >= '0' && **s <= '9' && n < UINT32_MAX; (*s)++)
		n = n * 10 + (uint64_t)(**s - '0');
	*number = (uint32_t)n;
	return *s > begin && n < UINT32_MAX;
}

/* `12,3`; without the count it is 1. */
static bool take_extent(const char **s, const char *end, uint32_t *first, uint32_t *count) {
	*count = 1;
	if (!take_number(s, end, first)) return false;
	if (*s == end || **s != ',') return true;
	(*s)++;
	return take_number(s, end, count);
}

static struct changed_span span_of(const struct changed_hunk *h) {
	if (!h->new_count) return (struct changed_span){h->new_first, h->new_first + 1, true};
	return (struct changed_span){h->new_first, h->new_first + h->new_count - 1, false};
}

/* `@@ -10,2 +9,0 @@`, and the lines that it announces: these may look like anything. */
static bool read_hunk(struct reading *r) {
	struct changed_hunk h;
	const char *s = r->line + 4, *end = r->line + r->n;
	if (!take_extent(&s, end, &h.old_first, &h.old_count)) return false;
	if (end - s < 2 || memcmp(s, " +", 2) != 0) return false;
	s += 2;
	if (!take_extent(&s, end, &h.new_first, &h.new_count)) return false;
	for (uint64_t i = (uint64_t)h.old_count + h.new_count; i; i--) do
			if (!take_line(r)) return false;
		while (begins_with(r, "\\"));
	if (!r->file) return true;
	VEC_PUSH(r->changes->arena, &r->file->hunks, h);
	VEC_PUSH(r->changes->arena, &r->file->spans, span_of(&h));
	return true;
}

bool changes_read(struct changes *changes, const char *diff, size_t n) {
	struct reading r = {.changes = changes, .p = diff, .end = diff + n};
	while (take_line(&r)) {
		if (begins_with(&r, ":")) read_raw(&r);
		else if (begins_with(&r, "diff ")) r.file = NULL;
		else if (begins_with(&r, "+++ ")) read_name(&r);
		else if (begins_with(&r, "@@ -") && !read_hunk(&r)) return false;
	}
	return true;
}

void changes_add_new(struct changes *changes, const char *path) {
	add_file(changes, (struct changed_file){.path = path, .is_new = true});
}

const struct changed_file *changes_find(const struct changes *changes, const char *path) {
	return find(changes, path);
}

/* --- moving ----------------------------------------------------------------------------------- */

/* Where the line is behind the hunks. */
static struct changed_span move_line(const struct changed_file *later, uint32_t line) {
	uint32_t moved = line;
	for (size_t i = 0; i < later->hunks.n; i++) {
		const struct changed_hunk *h = &later->hunks.items[i];
		/* Without old lines, the new ones stand behind old_first. */
		if (line < h->old_first + !h->old_count) break;
		if (line < h->old_first + h->old_count) return span_of(h);
		moved = moved + h->new_count - h->old_count;
	}
	return (struct changed_span){moved, moved, false};
}

/* Adds the span, or lengthens the last one by it. */
static void add_span(struct arena *a, struct changed_file *file, struct changed_span span) {
	struct changed_span *last = file->spans.n ? &file->spans.items[file->spans.n - 1] : NULL;
	if (last && !last->is_gap && !span.is_gap && span.first >= last->first &&
	    span.first <= last->last + 1) {
		if (span.last > last->last) last->last = span.last;
	} else {
		VEC_PUSH(a, &file->spans, span);
	}
}

static void move_span(struct arena *a, struct changed_file *file, const struct changed_file *later,
                      struct changed_span span) {
	if (span.is_gap) {
		struct changed_span before = move_line(later, span.first);
		uint32_t line = before.is_gap ? before.first : before.last;
		add_span(a, file, (struct changed_span){line, line + 1, true});
		return;
	}
	for (uint32_t line = span.first; line <= span.last; line++)
		add_span(a, file, move_line(later, line));
}

void changes_move(struct changes *changes, const struct changes *later) {
	for (size_t i = 0; i < changes->files.n; i++) {
		struct changed_file *file = &changes->files.items[i];
		const struct changed_file *by = find(later, file->path);
		struct changed_file before = *file;
		if (!by) continue;
		memset(&file->spans, 0, sizeof file->spans);
		for (size_t k = 0; k < before.spans.n; k++)
			move_span(changes->arena, file, by, before.spans.items[k]);
	}
}
