/* Casts between a record and its first member. */
struct base {
	int fd;
};

struct middle {
	struct base base;
	int flags;
};

struct derived {
	struct middle middle;
	int open;
};

struct pair {
	int first;
	struct base second;
};

union address {
	struct base plain;
	struct middle long_one;
};

struct hidden;

void take(struct base *b);

void up(struct derived *d) {
	take((struct base *)d);
}

int up_and_read(struct derived *d) {
	return ((struct base *)d)->fd;
}

void down(struct base *b) {
	struct derived *d = (struct derived *)b;
	d->open = 0;
}

int down_and_read(struct base *b) {
	return ((struct derived *)b)->open;
}

void of_a_variable(void) {
	struct middle m;
	take((struct base *)&m);
}

void of_a_union(union address *a) {
	take((struct base *)a);
}

/* Neither is a first member of the other. */
void unrelated(struct pair *p) {
	take((struct base *)p);
}

void unknown(struct hidden *h) {
	take((struct base *)h);
}

void to_itself(struct base *b) {
	take((struct base *)(const struct base *)b);
}
