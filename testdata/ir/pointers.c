/* Pointer arithmetic and arrays are places. */
struct node {
	int v[4];
	struct node *next;
	char name[8];
};
int use(int *), text(const char *);
extern int table[8], grid[2][3];

void elements(int *p, int i, struct node *n) {
	int a[4], b[2][3];
	a[0] = 1;
	a[3] = 2;
	a[i] = 3;
	p[0] = 4;
	p[2] = 5;
	p[i] = 6;
	*p = 7;
	*(p + 1) = 8;
	*(2 + p) = 9;
	*(p + i) = 10;
	p[-1] = 11;
	2 [a] = 12;
	b[1][2] = 13;
	b[i][0] = 14;
	*b[1] = 15;
	n->v[1] = 16;
	n[3].v[i] = 17;
	table[i++] = 18;
	grid[1][i] = 19;
}

void addresses(int *p, int i, struct node *n) {
	int a[4], x, grid2[2][2];
	use(a);
	use(&a[0]);
	use(&a[2]);
	use(a + 2);
	use(a + 2 - 1);
	use(&a[i]);
	use(&x);
	use(p);
	use(p + 0);
	use(&p[0]);
	use(&*p);
	use(p + 1);
	use(p + i);
	use(p - 1);
	use(n->v);
	use(&n->v[1]);
	use(n->next->v + 1);
	use(table);
	use(table + 3);
	use(grid2[1]);
	use((int *)&n[2]);
	use(*(&p));
}

int differences(int *p, int *q, struct node *n) {
	if (p == q || p < q) return 0;
	if (n->next != n) return p - q;
	return (char *)p - (char *)q;
}

void as_bytes(struct node *n, char *bytes, void *v, int i) {
	text((char *)n);
	text((char *)n + i);
	text(bytes + i);
	text(v + 4);
	text((char *)n + __builtin_offsetof(struct node, name));
	text(n->name);
}

int strings(int i) {
	const char *s = "a\tb\"\n\001\x7f";
	text("one" "two");
	text("three" + 1);
	text(i ? "yes" : "no");
	text(__func__);
	text((const char *)L"wide");
	return "abc"[i] + *s;
}

void walk(struct node **list, int **pp) {
	for (struct node **at = list; *at; at = &(*at)->next) (*at)->v[0] = 1;
	**pp = 1;
	*pp = (*pp) + 1;
	*(*pp)++ = 2;
	*++*pp = 3;
}

void keep(void *);
void pair(int (*)[2]);

void hidden(int fd, char *p) {
	int a[2];
	keep((void *)(long)fd);
	keep((void *)(long)(fd + 1));
	keep((void *)(long)(1 + fd));
	keep((void *)((unsigned long)p + 8));
	pair(&a);
}
