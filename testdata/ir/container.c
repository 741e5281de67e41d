/* container_of in its spellings. */
#define offsetof(t, f) __builtin_offsetof(t, f)
#define container_of(ptr, type, member) \
	({ \
		const __typeof__(((type *)0)->member) *__mptr = (ptr); \
		(type *)((char *)__mptr - offsetof(type, member)); \
	})
#define entry(ptr, type, member) ((type *)((char *)(ptr) - offsetof(type, member)))
#define old_entry(ptr, type, member) \
	((type *)((char *)(ptr) - (unsigned long)(&((type *)0)->member)))
#define number_entry(ptr, type, member) \
	((type *)((unsigned long)(ptr) - offsetof(type, member)))
#define each(pos, head, type, member) \
	for (pos = entry((head)->next, type, member); &pos->member != (head); \
	     pos = entry(pos->member.next, type, member))

struct list {
	struct list *next;
};
struct conn {
	int fd;
	struct list node;
	struct {
		struct list inner;
	} sub;
	struct list slots[2];
	struct {
		struct list anonymous;
	};
};
struct sockaddr {
	short family;
	char path[108];
};
int use(int), length(unsigned long);

int forms(struct list *l) {
	int sum = container_of(l, struct conn, node)->fd;
	sum += entry(l, struct conn, node)->fd;
	sum += old_entry(l, struct conn, node)->fd;
	sum += number_entry(l, struct conn, node)->fd;
	sum += entry(l, struct conn, sub.inner)->fd;
	sum += old_entry(l, struct conn, sub.inner)->fd;
	sum += entry(l, struct conn, slots[0])->fd;
	sum += entry(l, struct conn, anonymous)->fd;
	return sum;
}

void *untyped(struct list *l) {
	return (void *)((char *)l - offsetof(struct conn, node));
}

void loop(struct list *head) {
	struct conn *c;
	each(c, head, struct conn, node) use(c->fd);
}

int not_one(unsigned long n, struct conn *c) {
	length(n - offsetof(struct sockaddr, path));
	length(offsetof(struct sockaddr, path) + 5);
	return *(int *)((char *)c + offsetof(struct conn, fd));
}
