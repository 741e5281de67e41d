/* Numbers that are not integers are not modelled. */
double g(double);
int f(int);

double arithmetic(double d, float x, int n) {
	d += x * 2;
	d++;
	if (d > 1.5 && x) n = d;
	int i = d < n;
	return -d + n + 0.5 * i;
}

_Complex double complex(_Complex double c) {
	return c + 1.0i + __real__ c;
}

typedef int vec __attribute__((vector_size(16)));
int vector(vec v, int n) {
	v = v + v;
	v[1] = n;
	return v[0];
}

__int128 wide(__int128 w) {
	return w + ((__int128)1 << 100);
}
