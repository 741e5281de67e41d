#include "report/sources.h"

#include "base/intern.h"
#include "base/map.h"
#include "base/path.h"
#include "base/vec.h"
#include "report/utf8.h"

struct source_file {
	const char *text; /* NULL: cannot be read */
	size_t length, bom;
	VEC(size_t) starts; /* of each line */
};

struct sources {
	struct arena *arena;
	const char *root;
	struct intern *paths;
	struct map files; /* interned path -> struct source_file */
};

struct sources *sources_new(struct arena *a, const char *root) {
	struct sources *s = ARENA_NEW(a, struct sources);
	s->arena = a;
	s->root = root;
	s->paths = intern_new(a);
	return s;
}

const char *sources_path(struct arena *a, const struct sources *sources, const char *path) {
	return path_join(a, sources->root, path);
}

static void load(struct sources *s, struct source_file *file, const char *path) {
	struct file_text text;
	const char *error;
	if (!file_read(s->arena, sources_path(s->arena, s, path), &text, &error)) return;
	file->text = text.bytes;
	file->length = text.length;
	file->bom = utf8_bom_length(text.bytes, text.length);
}

static void index_lines(struct sources *s, struct source_file *file) {
	if (!file->text) return;
	VEC_PUSH(s->arena, &file->starts, file->bom);
	for (size_t i = file->bom; i < file->length; i++) {
		char c = file->text[i];
		if (c == '\r' && file->text[i + 1] == '\n') continue;
		if (c == '\n' || c == '\r') VEC_PUSH(s->arena, &file->starts, i + 1);
	}
}

static const struct source_file *find(struct sources *s, const char *path) {
	path = intern(s->paths, path);
	struct source_file *file = map_get(&s->files, MAP_KEY(path));
	if (file) return file;
	file = ARENA_NEW(s->arena, struct source_file);
	load(s, file, path);
	index_lines(s, file);
	map_put(s->arena, &s->files, MAP_KEY(path), file);
	return file;
}

struct source_line sources_line(struct sources *sources, const char *path, uint32_t line) {
	const struct source_file *file = path ? find(sources, path) : NULL;
	if (!file || line == 0 || line > file->starts.n) return (struct source_line){0};
	size_t from = file->starts.items[line - 1];
	size_t to = line < file->starts.n ? file->starts.items[line] : file->length;
	if (to > from && file->text[to - 1] == '\n') to--;
	if (to > from && file->text[to - 1] == '\r') to--;
	return (struct source_line){.text = file->text + from, .length = to - from};
}

size_t sources_offset(struct sources *sources, const char *path, uint32_t line, uint32_t column) {
	struct source_line text = sources_line(sources, path, line);
	size_t before = column ? column - 1 : 0;
	if (text.text && line == 1) {
		size_t bom = find(sources, path)->bom;
		before = before > bom ? before - bom : 0;
	}
	return before < text.length ? before : text.length;
}

uint32_t sources_utf16_column(struct sources *sources, const char *path, uint32_t line,
                              uint32_t column) {
	struct source_line text = sources_line(sources, path, line);
	if (!text.text || column == 0) return column;
	size_t before = sources_offset(sources, path, line, column);
	return (uint32_t)utf8_utf16_length(text.text, before) + 1;
}
