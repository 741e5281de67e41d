/* Where variables start and end; names that hide others. */
int f(int);
int fd;

int shadows(int fd) {
	int x = fd;
	{
		int fd = f(x);
		x = fd;
		{
			int fd = f(x);
			x += fd;
		}
	}
	return x + fd;
}

int shadow_is_gone(int n) {
	for (int i = 0; i < n; i++) {
		int x = f(i);
		if (x) {
			int x = 2;
			f(x);
		}
	}
	for (int i = n; i; i--) f(i);
	return fd;
}

int self(void) {
	int x = x = 3;
	int *p = (int *)&p;
	return p != 0;
}

int in_expression(int n) {
	int a = ({
		int t = f(n);
		t + 1;
	});
	if (({ int t = f(a); t > 2; })) return ({ int r = f(1); r; });
	f(({ int t = f(2); { int u = t; f(u); } t; }));
	({ f(3); f(4); });
	return a;
}

int branches(int n) {
	if (n)
		({ int x = f(n); f(x); });
	else {
		int y = f(0);
		return y;
	}
	return 0;
}

#define TWO(v) int v##1 = f(1); { int v##1 = f(2); f(v##1); } f(v##1)
int same_spelling(void) {
	TWO(a);
	return 0;
}
#define LOCK(v) for (int _once = 1; _once; _once = 0) for (int _once = 1; _once; _once = f(v))
int nested_macro(int v) {
	LOCK(v) f(v);
	return 0;
}
int unnamed(int, int);
int unnamed(int a, int) { return a; }
