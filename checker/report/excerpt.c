#include "report/excerpt.h"

#include "report/display.h"

/* Columns of the terminal; all are counted from the start of the line. */
struct window {
	size_t from, to;   /* what is shown of the line */
	size_t width;      /* of the whole line */
	size_t caret, end; /* what is underlined */
};

static const char dots[] = "...";
enum { DOTS = sizeof dots - 1 };

static struct glyph glyph_at(const struct excerpt *e, size_t offset, size_t column,
                             unsigned *bytes) {
	const char *s = e->line.text + offset;
	struct utf8_char c = utf8_decode(s, e->line.length - offset);
	*bytes = c.length;
	if (s[0] != '\t') return display_glyph(s, c);
	return (struct glyph){.width = EXCERPT_TAB - (unsigned)(column % EXCERPT_TAB)};
}

/* Trailing blanks are not shown: they only make lines wrap. */
static struct excerpt trimmed(const struct excerpt *e) {
	struct excerpt t = *e;
	const char *text = t.line.text;
	while (t.line.length && (text[t.line.length - 1] == ' ' || text[t.line.length - 1] == '\t'))
		t.line.length--;
	if (t.from > t.line.length) t.from = t.line.length;
	if (t.to > t.line.length) t.to = t.line.length;
	return t;
}

static struct window measure(const struct excerpt *e) {
	struct window w = {0};
	unsigned bytes;
	for (size_t i = 0; i < e->line.length; i += bytes) {
		struct glyph g = glyph_at(e, i, w.width, &bytes);
		if (i <= e->from) w.caret = w.width;
		w.width += g.width;
		if (i < e->to) w.end = w.width;
	}
	if (e->from >= e->line.length) w.caret = w.width;
	if (w.end <= w.caret) w.end = w.caret + 1;
	return w;
}

static void choose(struct window *w) {
	w->to = w->width;
	if (w->width <= EXCERPT_COLUMNS) return;
	w->from = w->caret > EXCERPT_BEFORE ? w->caret - EXCERPT_BEFORE : 0;
	if (w->from + EXCERPT_COLUMNS > w->width) w->from = w->width - EXCERPT_COLUMNS;
	w->to = w->from + EXCERPT_COLUMNS;
	if (w->end > w->to) w->end = w->to;
	if (w->end <= w->caret) w->end = w->caret + 1; /* a caret behind the last character */
}

static void add_times(struct buf *out, char c, size_t n) {
	while (n--) buf_add_char(out, c);
}

static size_t overlap(size_t from, size_t to, size_t low, size_t high) {
	if (from < low) from = low;
	if (to > high) to = high;
	return to > from ? to - from : 0;
}

/* A glyph that the window cuts through is replaced by blanks, so that what follows stays in its
 * column. */
static void draw_line(struct buf *out, const struct excerpt *e, const struct window *w) {
	size_t low = w->from > 0 ? w->from + DOTS : 0;
	size_t high = w->to < w->width ? w->to - DOTS : w->to;
	size_t column = 0;
	unsigned bytes;
	if (low) buf_add(out, dots);
	for (size_t i = 0; i < e->line.length && column < high; i += bytes) {
		struct glyph g = glyph_at(e, i, column, &bytes);
		if (g.length && column >= low && column + g.width <= high)
			buf_add_bytes(out, g.text, g.length);
		else add_times(out, ' ', overlap(column, column + g.width, low, high));
		column += g.width;
	}
	if (high < w->to) buf_add(out, dots);
}

static void draw_caret(struct buf *out, const struct window *w, bool colour) {
	add_times(out, ' ', w->caret - w->from);
	if (colour) buf_add(out, "\033[0;1;32m");
	buf_add_char(out, '^');
	add_times(out, '~', w->end - w->caret - 1);
	if (colour) buf_add(out, "\033[0m");
}

void excerpt_draw(struct buf *out, const struct excerpt *excerpt, bool colour) {
	struct excerpt e = trimmed(excerpt);
	struct window w = measure(&e);
	choose(&w);
	buf_printf(out, "%5u |", (unsigned)e.number);
	if (e.line.length) buf_add_char(out, ' ');
	draw_line(out, &e, &w);
	buf_add_char(out, '\n');
	if (!e.has_caret) return;
	buf_add(out, "      | ");
	draw_caret(out, &w, colour);
	buf_add_char(out, '\n');
}
