#include "report/display.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

/* Characters without a shape of their own that change how their neighbours are shown or read. */
static const struct {
	uint32_t first, last;
} invisible[] = {
	{0x0000, 0x001f},   /* C0 controls */
	{0x007f, 0x009f},   /* DEL, C1 controls */
	{0x061c, 0x061c},   /* Arabic letter mark */
	{0x180e, 0x180e},   /* Mongolian vowel separator */
	{0x200b, 0x200f},   /* zero-width space and joiners, direction marks */
	{0x2028, 0x202e},   /* line and paragraph separators, bidirectional embeddings and overrides */
	{0x2060, 0x206f},   /* word joiner, invisible operators, bidirectional isolates */
	{0xfeff, 0xfeff},   /* byte order mark */
	{0xfff9, 0xfffb},   /* interlinear annotations */
	{0xe0000, 0xe007f}, /* tags */
};

static bool is_invisible(uint32_t code) {
	for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
		if (code >= invisible[i].first && code <= invisible[i].last) return true;
	}
	return false;
}

struct glyph display_glyph(const char *s, struct utf8_char c) {
	struct glyph g = {.length = c.length};
	if (!c.valid || is_invisible(c.code)) {
		const char *format = c.valid ? "<U+%04X>" : "<%02X>";
		g.length = (unsigned)snprintf(g.text, sizeof g.text, format, (unsigned)c.code);
		g.width = g.length;
		return g;
	}
	memcpy(g.text, s, c.length);
	int width = wcwidth((wchar_t)c.code);
	g.width = width < 0 ? 1 : (unsigned)width;
	return g;
}

void display_add(struct buf *out, const char *text) {
	size_t n = strlen(text);
	for (size_t i = 0; i < n;) {
		struct utf8_char c = utf8_decode(text + i, n - i);
		struct glyph g = display_glyph(text + i, c);
		buf_add_bytes(out, g.text, g.length);
		i += c.length;
	}
}
