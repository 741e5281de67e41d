/* Where members lie: those of unions share bits, also when they have no name. */
union address {
	struct plain {
		short family;
	} plain;
	struct inet {
		short family;
		short port;
	} inet;
	char path[16];
};

struct event {
	int kind;
	union {
		int fd;
		void *ptr;
		struct {
			short low, high;
		};
	};
	union {
		long number;
		struct address_of {
			union address *address;
		} of;
	} data;
	unsigned is_read : 1, is_write : 3;
	char rest[];
};

int members(struct event *e, union address *a) {
	a->inet.port = 80;
	a->path[0] = e->rest[2];
	e->ptr = e;
	e->low = e->high;
	e->data.of.address = a;
	e->is_write = 1;
	return e->fd + e->kind + (int)e->data.number + a->plain.family + a->inet.family + e->is_read;
}
