/* Whole records: copies, arguments, results. */
struct point {
	int x, y;
};
struct line {
	struct point from, to;
};
struct point make(int, int);
int use(struct point);

struct point copy(struct point *p, struct line *l) {
	struct point a = *p, b;
	b = a;
	l->to = b;
	*p = l->from = a;
	a = make(1, 2);
	return l->to;
}

int pass(struct point *p, struct line l) {
	use(*p);
	use(make(1, 2));
	use(l.to);
	use((struct point){3, 4});
	return make(5, 6).y + (*p).x;
}

struct point choose(int n, struct point *p) {
	struct point a = n ? *p : make(0, 0);
	if (n > 1) return n == 2 ? a : (struct point){.y = n};
	a = (use(a), *p);
	a = ({
		struct point t = make(n, n);
		t.x++;
		t;
	});
	return make(n ? a.x : 1, ({ int k = n; k; }));
}

int read_back(struct line *l) {
	return (l->from = l->to).x + ({ make(1, 1); }).y;
}

void *literals(int n) {
	struct point *p = &(struct point){.x = n};
	int *q = (int[]){1, n};
	for (int i = 0; i < n; i++) use((struct point){i, i});
	return p->x ? (void *)p : (void *)q;
}
