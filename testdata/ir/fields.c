/* A field's identity. */
#include "include/fields.h"

struct own {
	struct shared s;
	struct own *next;
};
struct opaque {
	int fd;
};
struct {
	int g;
} file_scope;
typedef struct tagged {
	union {
		int a;
		struct own *o;
	};
} tagged_t;

int through(struct shared *s, unnamed_t t, tagged_t *g) {
	s->sub.a = 1;
	s->sub.in.deep = 2;
	s->an1 = 3;
	s->u1 = 4;
	s->u2 = 5;
	s->var[0].i = 6;
	s->var[1].next = s;
	s->bit = 7;
	s->other = 1;
	t.t = 8;
	g->a = 9;
	g->o->next->s.fd = 10;
	file_scope.g = 11;
	return (*s).fd + (&t)->t;
}

int local(struct opaque *o) {
	struct inner {
		int x;
	} i = {1};
	struct {
		int y;
	} u;
	u.y = i.x;
	o->fd = u.y;
	return opaque_new()->fd;
}

int same_name(void) {
	struct inner {
		int x, z;
	} i;
	i.x = 1;
	return i.z;
}

int casts(void *p, char *bytes) {
	struct shared *s = p;
	((struct own *)p)->s.fd = 1;
	((struct own *)s)->next = 0;
	return ((struct shared *)(bytes + 4))->fd + *(int *)p;
}
