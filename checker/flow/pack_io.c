#include "flow/pack_io.h"

#include <string.h>

#include "ir/fingerprint.h"

/* --- numbers ---------------------------------------------------------------------------------- */

/* Seven bits a byte, the lowest first. */
static void write_number(struct pack_io *io, uint64_t v) {
	char bytes[10];
	size_t n = 0;
	for (; v >= 0x80; v >>= 7) bytes[n++] = (char)(v | 0x80);
	bytes[n++] = (char)v;
	buf_add_bytes(&io->bytes, bytes, n);
}

static uint64_t read_number(struct pack_io *io) {
	uint64_t v = 0;
	for (unsigned shift = 0; shift < 64; shift += 7) {
		if (io->byte >= io->from->length) break;
		unsigned char c = (unsigned char)io->from->bytes[io->byte++];
		v |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80) return v;
	}
	io->p->is_broken = true;
	return 0;
}

void io_u64(struct pack_io *io, uint64_t *v) {
	if (io->reads) *v = read_number(io);
	else write_number(io, *v);
}

void io_u32(struct pack_io *io, uint32_t *v) {
	uint64_t number = *v;
	io_u64(io, &number);
	if (io->reads) *v = (uint32_t)number;
}

void io_i64(struct pack_io *io, int64_t *v) {
	uint64_t number = (uint64_t)*v << 1 ^ (uint64_t)(*v >> 63);
	io_u64(io, &number);
	if (io->reads) *v = (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
}

void io_size(struct pack_io *io, size_t *v) {
	uint64_t number = *v;
	io_u64(io, &number);
	if (io->reads) *v = (size_t)number;
}

void io_count(struct pack_io *io, size_t *v) {
	uint64_t number = *v;
	io_u64(io, &number);
	bool too_many = io->reads && number > (uint64_t)io->from->length + io->from->ref_count;
	io->p->is_broken |= too_many;
	if (io->reads) *v = too_many ? 0 : (size_t)number;
}

void io_bool(struct pack_io *io, bool *v) {
	uint64_t number = *v;
	io_u64(io, &number);
	if (io->reads) *v = number != 0;
}

/* --- references ------------------------------------------------------------------------------- */

void io_ref(struct pack_io *io, uint32_t *number) {
	if (!io->reads) VEC_PUSH(io->p->scratch, &io->refs, *number);
	else if (io->ref < io->from->ref_count) *number = io->from->refs[io->ref++];
	else {
		io->p->is_broken = true;
		*number = 0;
	}
}

void io_text(struct pack_io *io, const char **text) {
	uint32_t number = io->reads ? 0 : pack_text(io->p, *text);
	io_ref(io, &number);
	if (io->reads) *text = unpack_text(io->p, number);
}

void io_field(struct pack_io *io, const struct ir_field **field) {
	uint32_t number = io->reads ? 0 : pack_field(io->p, *field);
	io_ref(io, &number);
	if (io->reads) *field = unpack_field(io->p, number);
}

/* --- objects ---------------------------------------------------------------------------------- */

static void note(struct packer *p, uint32_t number, const void *object) {
	struct pool_object *o = pool_get(p->pool, number);
	if (!o->made) o->made = (void *)object;
	map_put(p->arena, &p->numbers, MAP_KEY(object), (void *)(uintptr_t)number);
}

uint32_t pack_put(struct packer *p, int kind, const void *object, pack_transfer *each) {
	uint32_t number = object ? (uint32_t)(uintptr_t)map_get(&p->numbers, MAP_KEY(object)) : 0;
	if (!object || number) return number;
	struct pack_io io = {.p = p, .bytes = BUF_IN(p->scratch)};
	buf_add_char(&io.bytes, (char)kind);
	each(&io, (void *)object);
	number = pool_put(p->pool, io.refs.items, io.refs.n, io.bytes.s, io.bytes.n);
	note(p, number, object);
	return number;
}

bool pack_is_kind(const struct packer *p, uint32_t number, int kind) {
	const struct pool_object *o = pool_get(p->pool, number);
	return o->length && o->bytes[0] == (char)kind;
}

/* NULL for 0, and for an object of another kind. */
static const struct pool_object *find(struct packer *p, uint32_t number, int kind) {
	bool fits = number && pack_is_kind(p, number, kind);
	p->is_broken |= number && !fits;
	return fits ? pool_get(p->pool, number) : NULL;
}

void *pack_get(struct packer *p, int kind, uint32_t number, size_t size, pack_transfer *each) {
	const struct pool_object *o = find(p, number, kind);
	if (!o || o->made) return o ? o->made : NULL;
	struct pack_io io = {.p = p, .reads = true, .from = o, .byte = 1};
	void *object = arena_alloc(p->arena, size);
	each(&io, object);
	note(p, number, object);
	return object;
}

static void text_parts(struct pack_io *io, void *object) {
	buf_add(&io->bytes, object);
}

uint32_t pack_text(struct packer *p, const char *text) {
	return pack_put(p, KIND_TEXT, text, text_parts);
}

const char *unpack_text(struct packer *p, uint32_t number) {
	const struct pool_object *o = find(p, number, KIND_TEXT);
	if (o && !o->made) note(p, number, intern_bytes(p->models->names, o->bytes + 1, o->length - 1));
	return o ? o->made : NULL;
}

/* Its type and the like are no part of what it is known by; they count for the hash of what mentions it. */
static void field_parts(struct pack_io *io, void *object) {
	const struct ir_field *field = object;
	const char *record = field->record, *name = field->name;
	uint64_t fingerprint = ir_field_fingerprint(field);
	io_text(io, &record);
	io_text(io, &name);
	io_u64(io, &fingerprint);
}

uint32_t pack_field(struct packer *p, const struct ir_field *field) {
	return pack_put(p, KIND_FIELD, field, field_parts);
}

const struct ir_field *unpack_field(struct packer *p, uint32_t number) {
	const struct pool_object *o = find(p, number, KIND_FIELD);
	if (!o || o->made) return o ? o->made : NULL;
	const char *record = o->ref_count == 2 ? unpack_text(p, o->refs[0]) : NULL,
			   *name = o->ref_count == 2 ? unpack_text(p, o->refs[1]) : NULL;
	p->is_broken |= !record || !name;
	if (record && name) note(p, number, models_field(p->models, record, name));
	return o->made;
}

/* --- places in the sources -------------------------------------------------------------------- */

static uint32_t file_of(const struct ir_unit *unit, const char *path) {
	for (uint32_t i = 0; path && i < unit->files.n; i++)
		if (strcmp(unit->files.items[i], path) == 0) return i;
	return 0;
}

static void io_file(struct pack_io *io, const struct pack_home *home, uint32_t *file) {
	if (!home->f) {
		io_u32(io, file);
		return;
	}
	const char *path = *file < home->unit->files.n ? home->unit->files.items[*file] : NULL;
	io_text(io, &path);
	if (io->reads) *file = file_of(home->unit, path);
}

/* Within the function from its first line on. */
static void io_line(struct pack_io *io, const struct pack_home *home, uint32_t file,
                    uint32_t *line) {
	bool within = home->f && *line && ir_is_within(home->f, file, *line);
	io_bool(io, &within);
	uint32_t first = within && home->f ? home->f->loc.line : 0, number = *line - first;
	io_u32(io, &number);
	if (io->reads) *line = number + first;
}

void io_loc(struct pack_io *io, struct ir_loc *loc) {
	struct pack_home home = {0};
	if (io->function) home = io->p->find(io->p->data, io->function);
	bool known = loc->line || loc->file, by_macro = loc->spelling_line != 0;
	io_bool(io, &known);
	if (!known) return;
	io_file(io, &home, &loc->file);
	io_line(io, &home, loc->file, &loc->line);
	io_u32(io, &loc->column);
	io_line(io, &home, loc->file, &loc->end_line);
	io_u32(io, &loc->end_column);
	io_bool(io, &by_macro);
	if (!by_macro) return;
	io_file(io, &home, &loc->spelling_file);
	io_line(io, &home, loc->spelling_file, &loc->spelling_line);
	io_u32(io, &loc->spelling_column);
}
