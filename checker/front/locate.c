/* Files and locations. clang_Location_isFromMainFile() is false inside every macro expansion, so
 * files are compared by the expansion location. */
#include <ctype.h>
#include <string.h>

#include "base/path.h"
#include "front/lower.h"

struct spot {
	struct file_note *file;
	unsigned line, column, offset;
};

const char *file_path(struct lower *l, CXFile file) {
	CXString name = clang_getFileName(file);
	const char *text = clang_getCString(name);
	const char *path =
		path_normalise(l->notes, path_join(l->notes, l->directory, text ? text : ""));
	clang_disposeString(name);
	return path;
}

static bool ends_like_source(const char *path) {
	return strcmp(path_ending(path), ".c") == 0;
}

struct file_note *file_note(struct lower *l, CXFile file) {
	if (!file) return NULL;
	struct file_note *note = map_get(&l->files, MAP_KEY(file));
	if (note) return note;
	note = ARENA_NEW(l->notes, struct file_note);
	note->path = file_path(l, file);
	if (*l->root) note->path = path_relative(l->notes, l->root, note->path);
	note->is_source = ends_like_source(note->path);
	map_put(l->notes, &l->files, MAP_KEY(file), note);
	return note;
}

void file_note_main(struct lower *l, CXFile file) {
	struct file_note *note = ARENA_NEW(l->notes, struct file_note);
	note->path = l->unit->source;
	note->is_source = true;
	map_put(l->notes, &l->files, MAP_KEY(file), note);
}

static struct spot expansion(struct lower *l, CXSourceLocation at) {
	CXFile file;
	struct spot spot;
	clang_getExpansionLocation(at, &file, &spot.line, &spot.column, &spot.offset);
	spot.file = file_note(l, file);
	return spot;
}

static struct spot spelling(struct lower *l, CXSourceLocation at) {
	CXFile file;
	struct spot spot;
	clang_getSpellingLocation(at, &file, &spot.line, &spot.column, &spot.offset);
	spot.file = file_note(l, file);
	return spot;
}

/* The unit lists the files of its locations, and not all that were read. */
uint32_t file_index(struct lower *l, struct file_note *note) {
	if (!note->number) note->number = ir_unit_file(l->unit, intern(l->names, note->path)) + 1;
	return note->number - 1;
}

static struct ir_loc point(struct lower *l, struct spot spot) {
	if (!spot.file) return (struct ir_loc){0};
	return (struct ir_loc){
		.file = file_index(l, spot.file), .line = spot.line, .column = spot.column};
}

/* Where a range begins; many begin where the one before did: `c`, `c->fd`, `c->fd = x`. Pasted
 * tokens are spelled in a buffer without a file: then the spelling stays unknown. */
static struct ir_loc locate_start(struct lower *l, CXSourceLocation start, unsigned *offset) {
	if (!clang_equalLocations(start, l->start)) {
		struct spot from = expansion(l, start), spelled = spelling(l, start);
		l->start = start;
		l->start_loc = point(l, from);
		l->start_offset = from.offset;
		bool is_moved = spelled.file != from.file || spelled.offset != from.offset;
		if (from.file && spelled.file && is_moved) {
			l->start_loc.spelling_file = file_index(l, spelled.file);
			l->start_loc.spelling_line = spelled.line;
			l->start_loc.spelling_column = spelled.column;
		}
	}
	*offset = l->start_offset;
	return l->start_loc;
}

static struct ir_loc locate_range(struct lower *l, CXSourceLocation start, CXSourceLocation end) {
	unsigned offset;
	struct ir_loc loc = locate_start(l, start, &offset);
	struct spot to = expansion(l, end);
	if (!loc.line || !to.file || file_index(l, to.file) != loc.file || to.offset <= offset)
		return loc;
	loc.end_line = to.line;
	loc.end_column = to.column;
	return loc;
}

struct ir_loc locate(struct lower *l, CXCursor c) {
	if (clang_equalCursors(c, l->located)) return l->loc;
	CXSourceRange range = clang_getCursorExtent(c);
	l->located = c;
	l->loc = locate_range(l, clang_getRangeStart(range), clang_getRangeEnd(range));
	return l->loc;
}

struct ir_loc locate_end(struct lower *l, CXCursor c) {
	struct ir_loc loc = point(l, expansion(l, clang_getRangeEnd(clang_getCursorExtent(c))));
	if (loc.column > 1) loc.column--;
	return loc;
}

struct ir_loc locate_definition(struct lower *l, CXCursor function) {
	return locate_range(l, clang_getCursorLocation(function),
	                    clang_getRangeEnd(clang_getCursorExtent(function)));
}

bool is_in_source(struct lower *l, CXCursor declaration) {
	const struct file_note *note = expansion(l, clang_getCursorLocation(declaration)).file;
	return note && note->is_source;
}

const char *source_path(struct lower *l, CXCursor declaration) {
	const struct file_note *note = expansion(l, clang_getCursorLocation(declaration)).file;
	return note ? note->path : "";
}

/* --- text ------------------------------------------------------------------------------------- */

const char *spelled_text(struct lower *l, CXCursor c, size_t *length) {
	CXFile file;
	unsigned offset;
	clang_getSpellingLocation(clang_getRangeStart(clang_getCursorExtent(c)), &file, NULL, NULL,
	                          &offset);
	size_t size = 0;
	const char *text = file ? clang_getFileContents(l->tu, file, &size) : NULL;
	if (!text || offset >= size) return NULL;
	*length = size - offset;
	return text + offset;
}

const char *first_word(struct lower *l, CXCursor c) {
	size_t length, n = 0;
	const char *text = spelled_text(l, c, &length);
	if (!text) return "";
	while (n < length && (isalnum((unsigned char)text[n]) || text[n] == '_')) n++;
	return intern_bytes(l->names, text, n);
}

bool plain_extent(struct lower *l, CXCursor c, CXSourceRange *range) {
	*range = clang_getCursorExtent(c);
	CXSourceLocation ends[] = {clang_getRangeStart(*range), clang_getRangeEnd(*range)};
	for (size_t i = 0; i < 2; i++) {
		struct spot from = expansion(l, ends[i]), spelled = spelling(l, ends[i]);
		if (!from.file || spelled.file != from.file || spelled.offset != from.offset) return false;
	}
	return true;
}
