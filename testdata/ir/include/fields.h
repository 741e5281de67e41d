/* What fields.c includes: records of a header are the program's. */
struct shared {
	int fd;
	struct {
		int a;
		struct {
			int deep;
		} in;
	} sub;
	struct {
		int an1;
		union {
			int u1;
			char u2;
		};
	};
	union {
		int i;
		struct shared *next;
	} var[2];
	unsigned bit : 3, : 2, other : 1;
};
typedef struct {
	int t;
} unnamed_t;
struct opaque;
struct opaque *opaque_new(void);
