#include "flow/pack.h"

#include "flow/pack_io.h"

enum {
	KIND_ORIGIN = KINDS_OF_IO,
	KIND_MODEL,
	KIND_SUMMARY,
	KIND_LOSS,
	KIND_START,
	KIND_HANDOVER,
	KIND_RESULT
};

_Static_assert((int)KIND_RESULT < (int)PACK_KINDS, "kinds of other floors begin behind ours");

/* --- origins ---------------------------------------------------------------------------------- */

static void io_origin(struct pack_io *io, const struct origin **origin);

static void origin_parts(struct pack_io *io, void *object) {
	struct origin *o = object;
	io_text(io, &o->function);
	io->function = o->function;
	io_text(io, &o->file);
	io_loc(io, &o->loc);
	io_origin(io, &o->inner);
}

static void io_origin(struct pack_io *io, const struct origin **origin) {
	uint32_t number = io->reads ? 0 : pack_put(io->p, KIND_ORIGIN, *origin, origin_parts);
	io_ref(io, &number);
	if (io->reads)
		*origin = pack_get(io->p, KIND_ORIGIN, number, sizeof(struct origin), origin_parts);
}

/* --- summaries -------------------------------------------------------------------------------- */

static void io_step(struct pack_io *io, struct path_step *step) {
	IO_ENUM(io, &step->kind);
	if (step->kind == PATH_FIELD || step->kind == PATH_OWNER) io_field(io, &step->field);
	else io_i64(io, &step->index);
}

static void io_path(struct pack_io *io, struct path *path) {
	IO_ENUM(io, &path->root);
	io_u32(io, &path->number);
	if (path->root == PATH_GLOBAL) io_text(io, &path->global);
	struct {
		struct path_step *items;
		size_t n, cap;
	} steps = {path->steps, path->step_count, path->step_count};
	IO_VEC(io, &steps, io_step);
	if (!io->reads) return;
	path->steps = steps.items;
	path->step_count = (uint32_t)steps.n;
}

static void io_range(struct pack_io *io, const struct range **range) {
	struct range r = io->reads ? range_full() : **range;
	io_i64(io, &r.low);
	io_i64(io, &r.high);
	io_u32(io, &r.gap_count);
	if (r.gap_count > RANGE_GAPS) {
		io->p->is_broken = true;
		r.gap_count = 0;
	}
	for (uint32_t i = 0; i < r.gap_count; i++) {
		io_i64(io, &r.gaps[i].low);
		io_i64(io, &r.gaps[i].high);
	}
	if (!io->reads) return;
	struct range *kept = ARENA_NEW(io->p->arena, struct range);
	*kept = r;
	*range = kept;
}

static void io_term(struct pack_io *io, struct term *term) {
	IO_ENUM(io, &term->kind);
	if (term->kind == TERM_UNKNOWN) return;
	if (term->kind == TERM_RANGE) {
		io_range(io, &term->range);
		return;
	}
	io_i64(io, &term->number);
	if (term->kind == TERM_CONST) return;
	io_i64(io, &term->last);
	if (term->kind == TERM_SYMBOL) io_text(io, &term->symbol);
	else if (term->kind != TERM_SPAN) io_path(io, &term->path);
}

static void io_guard(struct pack_io *io, struct guard *guard) {
	IO_ENUM(io, &guard->compare);
	io_term(io, &guard->left);
	io_term(io, &guard->right);
	io_loc(io, &guard->loc);
}

static void io_effect(struct pack_io *io, struct effect *e) {
	IO_ENUM(io, &e->verb);
	io_path(io, &e->place);
	io_path(io, &e->other);
	io_term(io, &e->value);
	io_text(io, &e->word);
	struct {
		struct term *items;
		size_t n, cap;
	} args = {e->args, e->arg_count, e->arg_count};
	IO_VEC(io, &args, io_term);
	io_origin(io, &e->origin);
	io_text(io, &e->record);
	io_text(io, &e->unseen);
	if (!io->reads) return;
	e->args = args.items;
	e->arg_count = (uint32_t)args.n;
}

static void io_loss(struct pack_io *io, struct loss **loss);

static void io_case(struct pack_io *io, struct summary_case *c) {
	IO_VEC(io, &c->guards, io_guard);
	IO_VEC(io, &c->effects, io_effect);
	io_loc(io, &c->left);
	io_bool(io, &c->no_memory);
	io_bool(io, &c->asks_changed);
	IO_VEC(io, &c->lost, io_loss);
	IO_VEC(io, &c->forgotten, io_term);
}

static void io_expiry(struct pack_io *io, struct wait_expiry *expiry) {
	IO_ENUM(io, &expiry->kind);
	io_bool(io, &expiry->is_known);
	io_i64(io, &expiry->result);
	io_i64(io, &expiry->error);
}

static void io_wait(struct pack_io *io, struct summary_wait *wait) {
	io_u32(io, &wait->place_count);
	if (wait->place_count > sizeof wait->places / sizeof *wait->places) {
		io->p->is_broken = true;
		return;
	}
	for (uint32_t i = 0; i < wait->place_count; i++) io_path(io, &wait->places[i]);
	io_u32(io, &wait->copies);
	io_u32(io, &wait->other_count);
	if (wait->other_count > sizeof wait->others / sizeof *wait->others) {
		io->p->is_broken = true;
		return;
	}
	for (uint32_t i = 0; i < wait->other_count; i++) io_path(io, &wait->others[i]);
	io_bool(io, &wait->has_peer);
	if (wait->has_peer) io_path(io, &wait->peer);
	io_bool(io, &wait->has_no_end);
	io_text(io, &wait->word);
	io_bool(io, &wait->is_shared);
	io_bool(io, &wait->is_bounded);
	io_bool(io, &wait->has_lock);
	io_bool(io, &wait->reads);
	io_bool(io, &wait->is_met);
	io_bool(io, &wait->defers_cancellation);
	io_bool(io, &wait->heeds_cancellation);
	io_expiry(io, &wait->expiry);
	io_expiry(io, &wait->end);
	io_origin(io, &wait->origin);
}

static void io_kept(struct pack_io *io, struct summary_kept *kept) {
	io_u32(io, &kept->param);
	io_field(io, &kept->in);
}

static void summary_parts(struct pack_io *io, void *object) {
	struct summary *s = object;
	io_text(io, &s->name);
	io->function = s->name;
	IO_VEC(io, &s->params, io_text);
	IO_VEC(io, &s->cases, io_case);
	io_bool(io, &s->is_model);
	io_text(io, &s->library);
	io_bool(io, &s->closes);
	IO_VEC(io, &s->waits, io_wait);
	IO_VEC(io, &s->kept, io_kept);
	io_bool(io, &s->polls);
	io_bool(io, &s->writes);
	io_bool(io, &s->connects);
	io_bool(io, &s->may_end);
}

/* A model is there in every run: its name will do. */
static void model_parts(struct pack_io *io, void *object) {
	const struct summary *model = object;
	const char *name = model->name;
	io_text(io, &name);
}

static uint32_t pack_model(struct packer *p, const struct summary *model) {
	return pack_put(p, KIND_MODEL, model, model_parts);
}

static const struct summary *unpack_model(struct packer *p, const struct pool_object *o) {
	const char *name = o->ref_count ? unpack_text(p, o->refs[0]) : NULL;
	const struct summary *model = name ? models_find(p->models, name) : NULL;
	p->is_broken |= !model;
	return model;
}

uint32_t pack_summary(struct packer *p, const struct summary *summary) {
	if (summary && summary->is_model) return pack_model(p, summary);
	return pack_put(p, KIND_SUMMARY, summary, summary_parts);
}

const struct summary *unpack_summary(struct packer *p, uint32_t number) {
	if (number && pack_is_kind(p, number, KIND_MODEL))
		return unpack_model(p, pool_get(p->pool, number));
	return pack_get(p, KIND_SUMMARY, number, sizeof(struct summary), summary_parts);
}

static void io_summary(struct pack_io *io, const struct summary **summary) {
	uint32_t number = io->reads ? 0 : pack_summary(io->p, *summary);
	io_ref(io, &number);
	if (io->reads) *summary = unpack_summary(io->p, number);
}

/* --- cases and effects of other functions' summaries ------------------------------------------ */

/* By its index; one more than there are stands for none. */
static void io_case_of(struct pack_io *io, const struct summary *by,
                       const struct summary_case **in) {
	if (!by) return;
	uint32_t index = !io->reads && *in ? (uint32_t)(*in - by->cases.items) : (uint32_t)by->cases.n;
	io_u32(io, &index);
	if (io->reads) *in = index < by->cases.n ? &by->cases.items[index] : NULL;
}

static bool is_effect_of(const struct summary_case *c, const struct effect *e) {
	return e >= c->effects.items && e < c->effects.items + c->effects.n;
}

static void io_effect_of(struct pack_io *io, const struct summary *by, const struct effect **e) {
	if (!by) return;
	uint32_t in = 0, index = 0;
	if (!io->reads) {
		while (in < by->cases.n && !is_effect_of(&by->cases.items[in], *e)) in++;
		if (in < by->cases.n) index = (uint32_t)(*e - by->cases.items[in].effects.items);
	}
	io_u32(io, &in);
	io_u32(io, &index);
	bool there = in < by->cases.n && index < by->cases.items[in].effects.n;
	if (io->reads) *e = there ? &by->cases.items[in].effects.items[index] : NULL;
}

static void io_spared(struct pack_io *io, struct spared *spared) {
	io_summary(io, &spared->by);
	io_case_of(io, spared->by, &spared->in);
	io_effect_of(io, spared->by, &spared->close);
}

static void io_callee_case(struct pack_io *io, struct callee_case *c) {
	io_summary(io, &c->by);
	io_case_of(io, c->by, &c->in);
	io_u32(io, &c->param);
}

/* --- losses ----------------------------------------------------------------------------------- */

static void io_loss_step(struct pack_io *io, struct loss_step *step) {
	io_loc(io, &step->loc);
	io_text(io, &step->text);
}

static void loss_parts(struct pack_io *io, void *object) {
	struct loss *l = object;
	io_text(io, &l->function);
	io->function = l->function;
	IO_ENUM(io, &l->manner);
	io_text(io, &l->kind);
	io_text(io, &l->resource);
	io_field(io, &l->field);
	io_loc(io, &l->loc);
	io_text(io, &l->via);
	io_origin(io, &l->lost);
	io_bool(io, &l->closes_otherwise);
	io_origin(io, &l->opened);
	io_origin(io, &l->wrapped);
	io_bool(io, &l->borrowed);
	io_origin(io, &l->released);
	io_origin(io, &l->dropped);
	io_spared(io, &l->spared);
	io_callee_case(io, &l->made);
	io_callee_case(io, &l->untaken);
	IO_VEC(io, &l->steps, io_loss_step);
	io_bool(io, &l->is_doubtful);
	io_bool(io, &l->goes_on);
	io_bool(io, &l->leaves);
}

static void io_loss(struct pack_io *io, struct loss **loss) {
	uint32_t number = io->reads ? 0 : pack_put(io->p, KIND_LOSS, *loss, loss_parts);
	io_ref(io, &number);
	if (io->reads) *loss = pack_get(io->p, KIND_LOSS, number, sizeof(struct loss), loss_parts);
}

/* --- threads ---------------------------------------------------------------------------------- */

static void start_parts(struct pack_io *io, void *object) {
	struct thread_start *s = object;
	io_text(io, &s->entry);
	io_field(io, &s->field);
	io_text(io, &s->global);
	io_bool(io, &s->signals_before);
	io_field(io, &s->via.field);
	io_text(io, &s->via.global);
	io_u32(io, &s->up);
	IO_VEC(io, &s->waits, io_wait);
	io_origin(io, &s->origin);
}

uint32_t pack_start(struct packer *p, const struct thread_start *start) {
	return pack_put(p, KIND_START, start, start_parts);
}

static void io_start(struct pack_io *io, struct thread_start **start) {
	uint32_t number = io->reads ? 0 : pack_start(io->p, *start);
	io_ref(io, &number);
	if (io->reads)
		*start = pack_get(io->p, KIND_START, number, sizeof(struct thread_start), start_parts);
}

static void io_home(struct pack_io *io, struct home *home) {
	io_field(io, &home->field);
	io_text(io, &home->global);
}

static void io_hang(struct pack_io *io, struct hang *h) {
	IO_ENUM(io, &h->kind);
	io_text(io, &h->entry);
	io_text(io, &h->word);
	io_text(io, &h->resource);
	io_origin(io, &h->at);
	io_origin(io, &h->wait);
	io_origin(io, &h->started);
	io_origin(io, &h->act);
	io_origin(io, &h->signal);
	io_bool(io, &h->signal_is_handled);
	io_origin(io, &h->cancelled);
	io_origin(io, &h->told);
	io_origin(io, &h->turn);
	io_home(io, &h->line);
	io_home(io, &h->handle);
	io_bool(io, &h->is_started_here);
	io_origin(io, &h->later);
	io_bool(io, &h->later_closes);
	io_bool(io, &h->peer_is_ours);
	io_bool(io, &h->has_no_end);
	io_bool(io, &h->closes_copy);
	io_bool(io, &h->begins_anew);
	io_origin(io, &h->woken);
	io_bool(io, &h->is_sure);
}

static void io_handler(struct pack_io *io, struct signal_handler *h) {
	io_i64(io, &h->signal);
	io_bool(io, &h->restarts);
}

static void io_way_back(struct pack_io *io, struct way_back *way) {
	io_field(io, &way->link);
	io_field(io, &way->back);
}

static void io_wake(struct pack_io *io, struct wake *wake) {
	io_origin(io, &wake->at);
	io_origin(io, &wake->wait);
	io_bool(io, &wake->is_unstarted);
}

static void io_goodbye(struct pack_io *io, struct goodbye *g) {
	io_text(io, &g->resource);
	io_origin(io, &g->at);
	io_origin(io, &g->released);
	io_bool(io, &g->begins_anew);
}

static void handover_parts(struct pack_io *io, void *object) {
	struct handover *h = object;
	io_text(io, &h->entry);
	io_field(io, &h->field);
	io_origin(io, &h->origin);
	io_bool(io, &h->is_taken_back);
}

static void io_handover(struct pack_io *io, struct handover **h) {
	uint32_t number = io->reads ? 0 : pack_put(io->p, KIND_HANDOVER, *h, handover_parts);
	io_ref(io, &number);
	if (io->reads)
		*h = pack_get(io->p, KIND_HANDOVER, number, sizeof(struct handover), handover_parts);
}

/* --- results ---------------------------------------------------------------------------------- */

static void io_met(struct pack_io *io, struct met *met) {
	io_origin(io, &met->drop);
	io_bool(io, &met->prepared);
}

static void io_known_close(struct pack_io *io, struct known_close *c) {
	io_field(io, &c->field);
	io_origin(io, &c->close);
	io_callee_case(io, &c->made);
}

static void io_found_close(struct pack_io *io, struct found_close *c) {
	io_field(io, &c->field);
	io_origin(io, &c->close);
}

static void io_blind_spot(struct pack_io *io, struct blind_spot *spot) {
	io_text(io, &spot->callee);
	io_loc(io, &spot->loc);
}

static void result_parts(struct pack_io *io, void *object) {
	struct flow_result *r = object;
	const struct summary *summary = r->summary;
	io_summary(io, &summary);
	if (io->reads) r->summary = (struct summary *)summary;
	io->function = summary ? summary->name : NULL;
	IO_VEC(io, &r->losses, io_loss);
	IO_VEC(io, &r->taken_up, io_loss);
	IO_VEC(io, &r->survived, io_loss);
	IO_VEC(io, &r->passed_up, io_loss);
	IO_VEC(io, &r->met, io_met);
	IO_VEC(io, &r->closes, io_known_close);
	IO_VEC(io, &r->handovers, io_handover);
	IO_VEC(io, &r->found_closes, io_found_close);
	IO_VEC(io, &r->blind_spots, io_blind_spot);
	IO_VEC(io, &r->starts, io_start);
	io_bool(io, &r->has_starts);
	IO_VEC(io, &r->blocking, io_text);
	io_bool(io, &r->joins);
	IO_VEC(io, &r->bounded, io_home);
	IO_VEC(io, &r->handlers, io_handler);
	IO_VEC(io, &r->ways_back, io_way_back);
	IO_VEC(io, &r->hangs, io_hang);
	IO_VEC(io, &r->wakes, io_wake);
	IO_VEC(io, &r->goodbyes, io_goodbye);
	io_size(io, &r->states);
	io_size(io, &r->merged_states);
	io_size(io, &r->blurred_states);
	io_bool(io, &r->is_rough);
	io_bool(io, &r->gave_up);
	io_bool(io, &r->cut);
	io_bool(io, &r->lacks_cases);
}

uint32_t pack_result(struct packer *p, const struct flow_result *result) {
	return pack_put(p, KIND_RESULT, result, result_parts);
}

struct flow_result *unpack_result(struct packer *p, uint32_t number) {
	return pack_get(p, KIND_RESULT, number, sizeof(struct flow_result), result_parts);
}
