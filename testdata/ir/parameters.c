/* Parameters of array and function type are pointers. */
int use(int), take(int *), call(int (*)(int));

int arrays(int v[4], int w[], int m[2][3], int n, char *argv[]) {
	use(v[0] + w[n] + m[1][2]);
	take(v);
	take(w + 1);
	take(m[1]);
	v++;
	w += n;
	*v = argv[0][n];
	int *p = v;
	return p == v ? *w : v != 0;
}

int functions(int fn(int), int n) {
	fn(n);
	call(fn);
	call(*fn);
	int (*copy)(int) = fn;
	return fn ? (*copy)(2) : 0;
}

int rows(int n, int v[n][n]) {
	return v[1][n] + sizeof(v[0]);
}
